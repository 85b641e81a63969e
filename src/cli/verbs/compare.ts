/**
 * `compare`: the ways that one flow can take, side by side. As JSON it is
 *
 *     { "flow": { "from", "to", "protocol", "port", "gbPerMonth" }, "region", "now": { "verdict", "way", "hops": [] },
 *       "alternatives": [{ "id", "title", "present", "applies", "verdict", "because", "hops": [], "leavesPrivateNetwork",
 *         "network", "needsPublicAddress", "guardedBy": [], "dnsAnswer", "survivesZoneLoss", "zoneLoss", "monthlyUsd",
 *         "usdPerGb", "changeUsd", "lines": [], "notKnown": [], "plan", "adds": [], "changes": [], "removes": [],
 *         "breaks": [], "unknowns": [] }] }
 *
 * An alternative that is none says why in `because` and has null for all that it has not. `monthlyUsd` is the sum of what is
 * known, with `"complete": false` where something is not; null where nothing is. `changeUsd` is by how much the bill of the whole
 * design changes when the plan is applied.
 */
import { catalog, rules } from '../../aws';
import { compareAsked, compareFlow } from '../../awsWays';
import { regionOf } from '../../core/catalog/surroundings';
import type { Comparison } from '../../core/compare/alternative';
import type { PriceTable } from '../../core/cost/prices';
import { runRules } from '../../core/rules/validate';
import { shown } from '../../core/rules/shown';
import { documentAfter } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { compareJson, type Told } from '../compareJson';
import { drawnFlowOf } from '../drawnFlow';
import { endsGiven, flowOptions, questionGiven } from '../flowOptions';
import { openInput, printRemarks, type Input } from '../openInput';
import { gbNamed, pricesGiven, pricesOption } from '../priceOptions';
import { paint } from '../print/colour';
import { printCompare } from '../print/compare';
import type { Question } from '../question';
import type { VerbModule } from '../verb';

const module: VerbModule = {
  options: [
    ...flowOptions,
    {
      name: 'gb',
      value: 'N',
      about: {
        en: 'traffic in gigabytes a month (default: what the diagram says of the flow)',
        ja: '月間の転送量 (GB)。既定はダイアグラムの通信に設定された値',
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
    en: `Each way is a plan on the present design, applied, traced and priced. What is no way says why. Prices are known for
us-east-1 and ap-northeast-1; elsewhere they are not known, unless --prices says them.

Exit status: 0; 2 the question has no meaning.
Example: vpcanvas compare net.yaml --from Web --to service:s3 --gb 1000`,
    ja: `各経路は現在の設計に対するプランで、適用した結果を追跡し、料金を計算します。使えない経路は理由を表示します。
料金がわかるのは us-east-1 と ap-northeast-1 です。ほかのリージョンは --prices で指定しない限り不明になります。

終了コード: 0。質問が成り立たない場合は 2。
例: vpcanvas compare net.yaml --from Web --to service:s3 --gb 1000`,
  },
  async run(given, { io, language }) {
    const ends = endsGiven(given, 'compare');
    const amount = given.value('gb');
    const gb = amount === undefined ? undefined : gbNamed(amount);
    const prices = await pricesGiven(given, io);
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const question = questionGiven(input, ends, given);
    const comparison = comparisonOf(input, question, { prices, gb });
    const added = addedNames(input, comparison);
    const told: Told = {
      flow: question.flow,
      region: regionAsked(input, question),
      comparison,
      nameOf: (id) => added.get(id) ?? input.nameOf(id),
      language,
    };
    if (given.value('format') === 'json') io.out(`${JSON.stringify(compareJson(told), null, 2)}\n`);
    else io.out(printCompare(told, paint(io.colours)));
    return 0;
  },
};

function comparisonOf(
  input: Input,
  { query }: Question,
  { prices, gb }: { readonly prices: PriceTable; readonly gb: number | undefined },
): Comparison {
  const options = { prices, nameOf: input.nameOf, faultsIn };
  const drawn = drawnFlowOf(input, query);
  const found =
    drawn === undefined
      ? undefined
      : compareFlow(catalog, input.document, drawn.id, { ...options, ...(gb === undefined ? {} : { gb }) });
  return found ?? compareAsked(catalog, input.document, { query, gbPerMonth: gb ?? null }, options);
}

/** What `check` would call an error. */
function faultsIn(context: RuleContext) {
  return shown(context.document, runRules(rules, context).findings).findings.filter(
    ({ severity }) => severity === 'error',
  );
}

/** The names of what the plans add: these are in the designs that they give, not in the one that was read. */
function addedNames({ document }: Input, { alternatives }: Comparison): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { plan } of alternatives)
    for (const { id, name } of documentAfter({ catalog }, document, plan).resources.values())
      if (!document.resources.has(id) && name !== '') names.set(id, name);
  return names;
}

function regionAsked({ document }: Input, { query }: Question): string {
  for (const end of [query.from, query.to])
    if ('resource' in end && document.resources.has(end.resource)) return regionOf(document, end.resource);
  return document.settings.region;
}

export const { options, notes, run } = module;
