/** Prepares presentations and animations off the thread of the page: each scene is a design to be compiled and drawn. */
import { catalog } from '../awsKinds';
import { encodeShots } from '../core/publish/gif/encodeShots';
import { shotsOf } from '../core/publish/gif/shots';
import { contentOf } from '../core/publish/player/content';
import type { FromPublicationWorker, ToPublicationWorker } from './publicationProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ToPublicationWorker>) => {
  const answer = (given: FromPublicationWorker): void => self.postMessage(given);
  if (data.ask === 'player') answer({ content: contentOf(catalog, data.document, data.prices) });
  else if (data.ask === 'shots') answer({ shots: shotsOf(catalog, data.document, data.options) });
  else answer({ gif: encodeShots(data.painted, (done) => answer({ done })) });
});
