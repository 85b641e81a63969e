/**
 * `cost`: what the design costs a month, line by line. As JSON it is
 *
 *     { "region", "currency": "USD", "hoursPerMonth": 730, "monthlyUsd",
 *       "lines": [{ "resource", "item", "quantity", "unitUsd", "monthlyUsd", "asOf", "source", "estimate" }],
 *       "notKnown": ["…"], "assumes": ["…"] }
 *
 * with `"complete": false` where something is not known, which is null in its line and not in the sum.
 */
import { catalog } from '../../aws';
import { billOf, drawnTraffic, type Traffic } from '../../core/compare/bill';
import type { MonthlyCost } from '../../core/cost/monthlyCost';
import { hoursPerMonth } from '../../core/cost/priceList';
import { egressAssumption } from '../../core/cost/transfers';
import { roundedUsd } from '../../core/cost/usdText';
import { queryOf } from '../../core/network/network';
import type { Query } from '../../core/network/trace';
import { contextOf } from '../../core/rules/context';
import type { RuleContext } from '../../core/rules/rule';
import type { Language, Words } from '../../lib/words';
import { lineJson } from '../compareJson';
import { drawnFlowOf } from '../drawnFlow';
import { openInput, printRemarks, type Input } from '../openInput';
import { pricesGiven, pricesOption, trafficNamed } from '../priceOptions';
import { paint } from '../print/colour';
import { printCost, type ToldCost } from '../print/cost';
import { flowText, type FlowWords } from '../question';
import type { VerbModule } from '../verb';

const module: VerbModule = {
  options: [
    {
      name: 'gb',
      value: 'FROM:TO=N',
      many: true,
      about: {
        en: 'the traffic of one flow in gigabytes a month (tcp 443), drawn or not; may be repeated',
        ja: '1 つの通信 (tcp 443) の月間転送量 (GB)。図にない通信も指定できます。複数指定できます',
      },
    },
    pricesOption,
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      about: { en: 'default: text', ja: '既定は text' },
    },
  ],
  notes: {
    en: `The traffic is what the diagram says of its flows, and --gb. Prices are known for us-east-1 and ap-northeast-1; elsewhere
they are not known, unless --prices says them. What nobody knows is listed, and is no part of the total.

Exit status: 0; 2 the question has no meaning.
Example: vpcanvas cost net.yaml --gb Web:service:s3=1000`,
    ja: `転送量は、ダイアグラムの通信に設定された値と --gb で決まります。料金がわかるのは us-east-1 と ap-northeast-1 です。
ほかのリージョンは --prices で指定しない限り不明になります。不明なものは一覧に表示され、合計には含まれません。

終了コード: 0。質問が成り立たない場合は 2。
例: vpcanvas cost net.yaml --gb Web:service:s3=1000`,
  },
  async run(given, { io, language }) {
    const prices = await pricesGiven(given, io);
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const context = contextOf(catalog, input.document);
    const flows = trafficOf(input, context, given.values('gb'));
    const cost = billOf(context, flows, { prices, nameOf: input.nameOf });
    const told: ToldCost = {
      input,
      region: input.document.settings.region,
      cost,
      remarks: flows.flatMap(({ words, query, gb }) =>
        gb > 0 && context.network.trace(query).verdict === 'blocked' ? [blocked(words)] : [],
      ),
      assumes: cost.lines.some(({ item }) => item === 'internet-egress') ? [egressAssumption] : [],
    };
    if (given.value('format') === 'json') io.out(`${JSON.stringify(costJson(told, language), null, 2)}\n`);
    else io.out(printCost(told, language, paint(io.colours)));
    return 0;
  },
};

interface NamedTraffic extends Traffic {
  readonly words: FlowWords;
}

/** That of the drawn flows, and what was given for some of them or for others. */
function trafficOf(input: Input, context: RuleContext, given: readonly string[]): readonly NamedTraffic[] {
  const named = given.map((text) => trafficNamed(input, text));
  const isGiven = (query: Query): boolean =>
    named.some(({ question }) => {
      const drawn = drawnFlowOf(input, question.query);
      return (
        drawn !== undefined &&
        JSON.stringify(queryOf(input.document, catalog, drawn)) === JSON.stringify(query)
      );
    });
  const drawn = drawnTraffic(context).flatMap((traffic): NamedTraffic[] =>
    isGiven(traffic.query) ? [] : [{ ...traffic, words: wordsOf(input, traffic.query) }],
  );
  return [
    ...drawn,
    ...named.map(({ question, gb }) => ({ query: question.query, gb, words: question.flow })),
  ];
}

function wordsOf({ nameOf }: Input, { from, to, protocol, port }: Query): FlowWords {
  const name = (end: Query['to']): string => ('resource' in end ? nameOf(end.resource) : 'internet');
  return { from: name(from), to: name(to), protocol, port };
}

function blocked(flow: FlowWords): Words {
  const text = flowText(flow);
  return {
    en: `${text} is blocked, so that its traffic costs nothing`,
    ja: `${text} はブロックされるため、転送料金はかかりません`,
  };
}

function costJson({ input, region, cost, remarks, assumes }: ToldCost, language: Language): object {
  const { lines, monthlyUsd, notKnown }: MonthlyCost = cost;
  const say = (words: Words): string => words[language];
  return {
    region,
    currency: 'USD',
    hoursPerMonth,
    monthlyUsd: roundedUsd(monthlyUsd),
    ...(notKnown.length === 0 ? {} : { complete: false }),
    lines: lines.map((line) => lineJson(line, input.nameOf, language)),
    notKnown: [...new Set(notKnown.map(({ resource, says }) => `${input.nameOf(resource)}: ${say(says)}`))],
    assumes: assumes.map(say),
    notCharged: remarks.map(say),
  };
}

export const { options, notes, run } = module;
