/** What changed between two versions of a design, for people and as JSON. */
import { catalog } from '../../aws';
import { changeWords, type Sides } from '../../core/diff/changeWords';
import { isSameNetwork, type Diff } from '../../core/diff/diff';
import { flowChangeWords } from '../../core/diff/flowChangeWords';
import type { ResourceChange } from '../../core/diff/resourceChanges';
import type { Flow, ResourceId } from '../../core/model/document';
import type { PairChange } from '../../core/network/matrix/pairChanges';
import { portsWords } from '../../core/network/matrix/reachWords';
import type { Language, Words } from '../../lib/words';
import type { Input } from '../openInput';
import { flowText, type FlowWords } from '../question';
import type { Paint } from './colour';
import { aligned, plain } from './columns';

/** So many ends are named of a group before the others are only counted. */
const mostNamed = 6;

export function printDiff(before: Input, after: Input, diff: Diff, language: Language, paint: Paint): string {
  if (isSameNetwork(diff))
    return `${{ en: 'The same network.', ja: 'ネットワークは同じです。' }[language]}\n`;
  const sides = sidesOf(before, after, diff);
  const parts: string[] = [];
  const section = (title: Words, lines: readonly (readonly string[])[]): void => {
    if (lines.length > 0) parts.push(`${paint.strong(title[language])}\n${aligned(lines, '  ')}`);
  };
  const { resources, reach, region } = diff;
  section(
    { en: 'Region', ja: 'リージョン' },
    region === null ? [] : [[`${region.before} → ${region.after}`]],
  );
  section(
    { en: `Resources: ${resources.length}`, ja: `リソース: ${resources.length}` },
    resources.map((change) => [
      signOf(change, paint),
      plain(resourceName(sides, change)),
      kindLabel(sides, change)[language],
      plain(changeWords(catalog, change, sides)[language]),
    ]),
  );
  const rows = (what: 'won' | 'lost' | 'doubtful', mark: string): string[][] =>
    reach.pairs
      .filter((pair) => pair[what].length > 0)
      .map((pair) => [
        mark,
        `${shortened(endNames(sides, diff, pair.from), language)} → ${shortened(endNames(sides, diff, pair.to), language)}`,
        portsWords(pair[what])[language],
      ]);
  section(
    { en: `Connections opened: ${reach.won}`, ja: `開いた通信: ${reach.won}` },
    rows('won', paint.good('+')),
  );
  section(
    { en: `Connections closed: ${reach.lost}`, ja: `閉じた通信: ${reach.lost}` },
    rows('lost', paint.bad('-')),
  );
  section(
    {
      en: `Connections that may be closed: ${reach.doubtful}`,
      ja: `閉じた可能性がある通信: ${reach.doubtful}`,
    },
    rows('doubtful', paint.doubtful('?')),
  );
  section(
    { en: 'Drawn flows', ja: '図のフロー' },
    reach.flows.map(({ flow, before: was, after: is }) => [
      plain(flowText(flowWords(sides, flow))),
      flowChangeWords(was, is)[language],
    ]),
  );
  return `${parts.join('\n\n')}\n`;
}

/** The shape is told with the verb. */
export function diffJson(before: Input, after: Input, diff: Diff, language: Language): object {
  const sides = sidesOf(before, after, diff);
  const pairs = (what: 'won' | 'lost' | 'doubtful'): object[] =>
    diff.reach.pairs
      .filter((pair) => pair[what].length > 0)
      .map((pair: PairChange) => ({
        from: endNames(sides, diff, pair.from),
        to: endNames(sides, diff, pair.to),
        ports: pair[what],
      }));
  return {
    same: isSameNetwork(diff),
    resources: diff.resources.map((change) => ({
      change: change.is,
      resource: resourceName(sides, change),
      kind: kindOf(sides, change.id),
      ...('field' in change ? { field: change.field } : {}),
      says: changeWords(catalog, change, sides)[language],
    })),
    opened: pairs('won'),
    closed: pairs('lost'),
    doubtful: pairs('doubtful'),
    flows: diff.reach.flows.map(({ flow, before: was, after: is }) => ({
      flow: flowWords(sides, flow),
      before: was,
      after: is,
    })),
    region: diff.region,
  };
}

function sidesOf(before: Input, after: Input, diff: Diff): Sides {
  return {
    before: { document: before.document, nameOf: before.nameOf },
    after: { document: diff.after, nameOf: (id) => after.nameOf(diff.ownId(id)) },
  };
}

function signOf({ is }: ResourceChange, paint: Paint): string {
  return is === 'added' ? paint.good('+') : is === 'removed' ? paint.bad('-') : paint.doubtful('~');
}

/** As the later design calls it, or the earlier one what is gone. */
function nameIn({ before, after }: Sides, id: ResourceId): string {
  return after.document.resources.has(id) ? after.nameOf(id) : before.nameOf(id);
}

function resourceName(sides: Sides, { id }: ResourceChange): string {
  return nameIn(sides, id);
}

function kindOf({ before, after }: Sides, id: ResourceId): string {
  return (after.document.resources.get(id) ?? before.document.resources.get(id))?.kind ?? '';
}

function kindLabel(sides: Sides, { id }: ResourceChange): Words {
  return catalog.kind(kindOf(sides, id)).label;
}

function endNames(sides: Sides, { reach }: Diff, ends: readonly number[]): string[] {
  return ends.flatMap((index) => {
    const end = reach.ends[index];
    if (end === undefined) return [];
    return [end.resource === null ? end.id : nameIn(sides, end.resource)];
  });
}

/** `Web1, Web2 and 48 others` */
function shortened(names: readonly string[], language: Language): string {
  const shown = names.slice(0, names.length > mostNamed + 1 ? mostNamed : names.length);
  const rest = names.length - shown.length;
  const joined = shown.map(plain).join(', ');
  return rest === 0 ? joined : `${joined}${language === 'ja' ? ` ほか ${rest} 個` : ` and ${rest} others`}`;
}

function flowWords(sides: Sides, { from, to, protocol, port }: Flow): FlowWords {
  return { from: nameIn(sides, from), to: nameIn(sides, to), protocol, port };
}
