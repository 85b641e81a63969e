import { catalog } from '../../aws';
import { networkOf } from '../../core/network/doubts';
import type { Verdict } from '../../core/network/trace';
import { openInput, printRemarks } from '../openInput';
import type { VerbModule } from '../verb';
import { printTrace } from '../print/trace';
import { paint } from '../print/colour';
import { endsGiven, flowOptions, questionGiven } from '../flowOptions';
import { traceJson } from '../traceJson';
import { fixesFor } from '../traceFixes';

const statuses: Readonly<Record<Verdict, number>> = { reachable: 0, blocked: 1, unknown: 3 };

const module: VerbModule = {
  options: [
    ...flowOptions,
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      about: { en: 'default: text', ja: '既定は text' },
    },
  ],
  notes: {
    en: `A resource is named by its logical ID in the template, or by its name or id in the diagram.
A@203.0.113.7 and internet@198.51.100.9 pick one address of several.

Exit status: 0 reachable, 1 blocked, 3 cannot say, 2 the question has no meaning.
Example: vpcanvas trace net.yaml --from WebServer --to service:s3`,
    ja: `リソースは、テンプレートでは論理 ID、ダイアグラムでは名前または ID で指定します。
A@203.0.113.7 や internet@198.51.100.9 で 1 つのアドレスを選べます。

終了コード: 0 到達可能、1 ブロック、3 判定不能、2 質問が成り立たない。
例: vpcanvas trace net.yaml --from WebServer --to service:s3`,
  },
  async run(given, { io, language }) {
    const ends = endsGiven(given, 'trace');
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const { flow, query } = questionGiven(input, ends, given);
    const trace = networkOf(catalog, input.document, { nameOf: input.nameOf }).trace(query);
    const fixes = fixesFor(input, query, trace);
    if (given.value('format') === 'json')
      io.out(`${JSON.stringify(traceJson(input, flow, trace, fixes, language), null, 2)}\n`);
    else io.out(printTrace(input, flow, trace, fixes, language, paint(io.colours)));
    return statuses[trace.verdict];
  },
};

export const { options, notes, run } = module;
