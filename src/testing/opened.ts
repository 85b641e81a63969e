/** Templates as people open them, and questions about them. */
import { catalog } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import type { Document } from '../core/model/document';
import { networkOf } from '../core/network/doubts';
import type { Query, Trace } from '../core/network/trace';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';

export function opened(text: string): Document {
  const { document, failure } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  if (failure !== undefined) throw new Error(failure.message.en);
  return document;
}

/** The diagram as it comes back from its file. */
export function reopened(document: Document): Document {
  const read = readDiagram(catalog, writeDiagram(catalog, document));
  if ('failure' in read) throw new Error(read.failure.message.en);
  const [problem] = read.problems;
  if (problem !== undefined) throw new Error(problem.message.en);
  return read.document;
}

/** `Web>internet`, `internet>Web:22`, `App>service:s3`. */
export function traceOf(document: Document, flow: string): Trace {
  const [from = '', to = ''] = flow.split('>');
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(to) ?? [];
  return networkOf(catalog, document).trace({
    from: endOf(from),
    to: endOf(name),
    protocol: 'tcp',
    port: port === undefined ? 443 : Number(port),
    sourcePort: null,
  });
}

function endOf(text: string): Query['from'] {
  if (text === 'internet') return { internet: true };
  return text.startsWith('service:') ? { service: text.slice(8) } : { resource: text };
}
