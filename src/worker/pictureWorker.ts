/** Draws pictures off the thread of the page: routing the lines of a large diagram takes a while. */
import { catalog } from '../awsKinds';
import { drawPicture } from '../core/picture/drawPicture';
import type { PictureAnswer, PictureRequest } from './pictureProtocol';

self.addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  const picture = drawPicture(catalog, data.document, data.traces, data.options);
  self.postMessage({ number: data.number, picture } satisfies PictureAnswer);
});
