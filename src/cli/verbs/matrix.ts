/**
 * `matrix`: who can reach whom, and by which ports. As JSON it is
 *
 *     { "ends": [{ "name", "is", "asks", "answers", "group" }],
 *       "rows": [{ "from", "to", "reachable": [{ "protocol", "ports": [[443, 443]] }], "unknown": [] }],
 *       "unknowns": ["…"] }
 *
 * `name` is what `--from` and `--to` take; `is` one of internet, on-premises, load-balancer, workload, endpoint, service;
 * `asks` and `answers` say whether connections start and end there; ends of one `group` reach and are reached alike. `ports` are
 * ranges of ports, null for `icmp`. What is in no row is blocked. With `--grouped`, `from` and `to` are lists of names: each of
 * the one has the row's ports to each of the other, itself left out.
 */
import { catalog } from '../../aws';
import { matrixOf } from '../../core/network/matrix/matrix';
import { matrixFilter } from '../matrixFilter';
import { printMatrixJson } from '../matrixJson';
import { openInput, printRemarks } from '../openInput';
import { paint } from '../print/colour';
import { printMatrix } from '../print/matrix';
import type { VerbModule } from '../verb';

const module: VerbModule = {
  options: [
    {
      name: 'from',
      value: 'A',
      many: true,
      about: {
        en: 'only what starts there: a resource, or internet; may be repeated',
        ja: '始点を絞り込む: リソース、internet。複数指定できます',
      },
    },
    {
      name: 'to',
      value: 'B',
      many: true,
      about: {
        en: 'only what goes there: a resource, internet, or service:NAME; may be repeated',
        ja: '終点を絞り込む: リソース、internet、service:名前。複数指定できます',
      },
    },
    {
      name: 'protocol',
      value: 'tcp|udp|icmp',
      oneOf: ['tcp', 'udp', 'icmp'],
      about: { en: 'only this one (default: all of them)', ja: 'プロトコルを絞り込む (既定はすべて)' },
    },
    {
      name: 'port',
      value: 'N',
      about: { en: 'only this destination port', ja: '宛先ポートを絞り込む' },
    },
    {
      name: 'grouped',
      about: {
        en: 'in JSON, one row for all that are alike instead of one for each pair',
        ja: 'JSON で、組ごとではなく、同じ結果になるものを 1 行にまとめる',
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
    en: `Ends are the workloads, the load balancers, on-premises networks, the internet, and the AWS services that are drawn or
have an endpoint. What is not listed is blocked. A reply that is blocked counts as blocked.

JSON: { ends: [{ name, is, asks, answers, group }], unknowns,
        rows: [{ from, to, reachable: [{ protocol, ports: [[443, 443]] }], unknown: [] }] }

Exit status: 0; 2 the question has no meaning.
Example: vpcanvas matrix net.yaml --from internet`,
    ja: `対象は、ワークロード、ロードバランサー、オンプレミス、インターネット、および図にあるかエンドポイントがある
AWS サービスです。表示されない組はブロックされます。応答がブロックされる場合も、ブロックとします。

JSON: { ends: [{ name, is, asks, answers, group }], unknowns,
        rows: [{ from, to, reachable: [{ protocol, ports: [[443, 443]] }], unknown: [] }] }

終了コード: 0。質問が成り立たない場合は 2。
例: vpcanvas matrix net.yaml --from internet`,
  },
  async run(given, { io, language }) {
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const matrix = matrixOf(catalog, input.document, { nameOf: input.nameOf });
    const filter = matrixFilter(input, matrix, given);
    if (given.value('format') === 'json')
      printMatrixJson(input, matrix, filter, given.has('grouped'), language, io);
    else io.out(printMatrix(input, matrix, filter, language, paint(io.colours)));
    return 0;
  },
};

export const { options, notes, run } = module;
