/** Looks for the different ways that an arrow can take, beside the validation, which edits must not wait for. */
import { catalog } from '../awsKinds';
import { waysToService } from '../awsWays';
import type { FromWaysWorker, ToWaysWorker } from './waysProtocol';

self.addEventListener('message', ({ data: { document, flow } }: MessageEvent<ToWaysWorker>) => {
  self.postMessage({ flow, plans: waysToService(catalog, document, flow) } satisfies FromWaysWorker);
});
