/** Writes what is exported and proves it, off the thread of the page. */
import { catalog, rules } from '../aws';
import { proofOf } from '../core/proof/proof';
import { exportFormats } from './exportFormats';
import type { ExportAnswer, ExportRequest } from './exportProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  // The page would not hear of a promise that fails.
  answer(data).catch(reportError);
});

async function answer({ number, document, format, ...wanted }: ExportRequest): Promise<void> {
  const written = await exportFormats[format](document, wanted);
  const { files, remarks, faults, readBack, isByTemplate = false, isToLookAt = false } = written;
  const proof = isToLookAt
    ? { compared: null, unproven: [] }
    : proofOf(catalog, rules, document, readBack, faults);
  self.postMessage({ number, files, remarks, isByTemplate, isToLookAt, ...proof } satisfies ExportAnswer);
}
