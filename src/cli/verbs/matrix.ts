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
 *
 * With `--what-if` it is, in place of that, what would be lost:
 *
 *     { "whatIf": "…", "gone": ["…"],
 *       "flows": [{ "flow": {}, "before": "reachable", "after": "blocked | unknown | reachable | gone" }],
 *       "lost": 2, "doubtful": 0, "won": 0,
 *       "rows": [{ "from": ["…"], "to": ["…"], "lost": [], "doubtful": [], "won": [] }], "unknowns": ["…"] }
 *
 * The three numbers count pairs of ends. Those of ends that are `gone` themselves are not counted, nor listed.
 */
import { catalog } from '../../aws';
import { matrixOf } from '../../core/network/matrix/matrix';
import { consequencesOf } from '../../core/network/whatIf/whatIf';
import { matrixFilter } from '../matrixFilter';
import { printMatrixJson } from '../matrixJson';
import { whatIfNamed } from '../whatIfNamed';
import { openInput, printRemarks } from '../openInput';
import { paint } from '../print/colour';
import { printMatrix } from '../print/matrix';
import { printWhatIf, whatIfJson } from '../print/whatIf';
import { Refusal } from '../refusal';
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
      name: 'what-if',
      value: 'WHAT',
      about: {
        en: 'what would be lost: zone:NAME, a gateway or endpoint, private-dns:ENDPOINT, route:TABLE:DESTINATION',
        ja: '影響を調べる: zone:名前、ゲートウェイやエンドポイント、private-dns:エンドポイント、route:テーブル:送信先',
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
Examples: vpcanvas matrix net.yaml --from internet
          vpcanvas matrix net.yaml --what-if NatGateway`,
    ja: `対象は、ワークロード、ロードバランサー、オンプレミス、インターネット、および図にあるかエンドポイントがある
AWS サービスです。表示されない組はブロックされます。応答がブロックされる場合も、ブロックとします。

JSON: { ends: [{ name, is, asks, answers, group }], unknowns,
        rows: [{ from, to, reachable: [{ protocol, ports: [[443, 443]] }], unknown: [] }] }

終了コード: 0。質問が成り立たない場合は 2。
例: vpcanvas matrix net.yaml --from internet
    vpcanvas matrix net.yaml --what-if NatGateway`,
  },
  async run(given, { io, language }) {
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const matrix = matrixOf(catalog, input.document, { nameOf: input.nameOf });
    const asked = given.value('what-if');
    if (asked !== undefined) {
      const other = ['from', 'to', 'protocol', 'port', 'grouped'].find((name) => given.has(name));
      if (other !== undefined)
        throw new Refusal({
          en: `--what-if tells of everything that changes; leave out --${other}.`,
          ja: `--what-if は変わるものをすべて表示します。--${other} は指定できません。`,
        });
      const whatIf = whatIfNamed(input, asked);
      const told = consequencesOf(catalog, input.document, whatIf, matrix, { nameOf: input.nameOf });
      if (given.value('format') === 'json')
        io.out(`${JSON.stringify(whatIfJson(input, matrix, whatIf, told, language), null, 2)}\n`);
      else io.out(printWhatIf(input, matrix, whatIf, told, language, paint(io.colours)));
      return 0;
    }
    const filter = matrixFilter(input, matrix, given);
    if (given.value('format') === 'json')
      printMatrixJson(input, matrix, filter, given.has('grouped'), language, io);
    else io.out(printMatrix(input, matrix, filter, language, paint(io.colours)));
    return 0;
  },
};

export const { options, notes, run } = module;
