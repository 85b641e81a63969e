/** Writes what is exported and proves it, off the thread of the page. */
import { catalog, rules } from '../aws';
import { proofOf } from '../core/proof/proof';
import { exportFormats } from './exportFormats';
import type { ExportAnswer, ExportRequest } from './exportProtocol';

self.addEventListener('message', ({ data: { number, document, format } }: MessageEvent<ExportRequest>) => {
  const { files, remarks, faults, readBack } = exportFormats[format](document);
  const proof = proofOf(catalog, rules, document, readBack, faults);
  self.postMessage({ number, files, remarks, ...proof } satisfies ExportAnswer);
});
