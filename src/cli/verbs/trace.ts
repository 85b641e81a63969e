import { catalog } from '../../aws';
import { networkOf } from '../../core/network/doubts';
import type { Verdict } from '../../core/network/trace';
import { openInput, printRemarks } from '../openInput';
import type { VerbModule } from '../verb';
import { printTrace } from '../print/trace';
import { paint } from '../print/colour';
import { questionOf } from '../question';
import { Refusal } from '../refusal';
import { traceJson } from '../traceJson';
import { fixesFor } from '../traceFixes';

const statuses: Readonly<Record<Verdict, number>> = { reachable: 0, blocked: 1, unknown: 3 };

const module: VerbModule = {
  options: [
    {
      name: 'from',
      value: 'A',
      about: {
        en: 'where the flow starts: a resource, internet, or an address',
        ja: '始点: リソース、internet、アドレス',
      },
    },
    {
      name: 'to',
      value: 'B',
      about: {
        en: 'where it goes: a resource, internet, an address, service:NAME, dns:HOST',
        ja: '終点: リソース、internet、アドレス、service:名前、dns:ホスト名',
      },
    },
    {
      name: 'protocol',
      value: 'tcp|udp|icmp|any',
      oneOf: ['tcp', 'udp', 'icmp', 'any'],
      about: { en: 'default: tcp', ja: '既定は tcp' },
    },
    {
      name: 'port',
      value: 'N',
      about: { en: 'destination port (default: 443)', ja: '宛先ポート (既定は 443)' },
    },
    {
      name: 'source-port',
      value: 'N',
      about: {
        en: 'default: the client’s whole ephemeral range',
        ja: '既定はクライアントの一時ポート範囲全体',
      },
    },
    {
      name: 'group',
      value: 'NAME',
      about: {
        en: 'the group of a Client VPN’s user (default: of none)',
        ja: 'クライアント VPN のユーザーのグループ (既定はなし)',
      },
    },
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
    const from = given.value('from');
    const to = given.value('to');
    if (from === undefined || to === undefined)
      throw new Refusal({
        en: `trace needs ${from === undefined ? '--from A' : '--to B'}.`,
        ja: `trace には ${from === undefined ? '--from A' : '--to B'} が必要です。`,
      });
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const { flow, query } = questionOf(input, {
      from,
      to,
      protocol: given.value('protocol'),
      port: given.value('port'),
      sourcePort: given.value('source-port'),
      group: given.value('group'),
    });
    const trace = networkOf(catalog, input.document, { nameOf: input.nameOf }).trace(query);
    const fixes = fixesFor(input, query, trace);
    if (given.value('format') === 'json')
      io.out(`${JSON.stringify(traceJson(input, flow, trace, fixes, language), null, 2)}\n`);
    else io.out(printTrace(input, flow, trace, fixes, language, paint(io.colours)));
    return statuses[trace.verdict];
  },
};

export const { options, notes, run } = module;
