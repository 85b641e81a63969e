/** The difference of two designs as lines that people read, each with what it is about, so that it can be shown on the canvas. */
import { compareOrder } from '../../lib/order';
import { verbatim, type Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, Flow, ResourceId } from '../model/document';
import type { PairChange } from '../network/matrix/pairChanges';
import { portsWords } from '../network/matrix/reachWords';
import { changeWords, type Sides } from './changeWords';
import { diffOf, isSameNetwork, resourceDiffOf, type Diff } from './diff';
import { drawnElsewhere } from './drawnElsewhere';
import { flowChangeWords } from './flowChangeWords';
import type { ResourceChange } from './resourceChanges';

/** In the order in which they are listed. */
export const changeSorts = [
  'region',
  'added',
  'removed',
  'moved',
  'changed',
  'opened',
  'closed',
  'doubtful',
  'flow',
  'drawn-elsewhere',
] as const;
export type ChangeSort = (typeof changeSorts)[number];

/** What has become of it: there now, gone, another, in another box, open perhaps, elsewhere on the canvas. */
export type ChangeSign = 'added' | 'removed' | 'changed' | 'moved' | 'doubtful' | 'elsewhere';

export interface ComparedLine {
  /** Unique among the lines of one comparison. */
  readonly id: string;
  readonly sort: ChangeSort;
  readonly sign: ChangeSign;
  /** What has changed, as the later design calls it, or the earlier one what is gone. */
  readonly name: Words;
  /** Its kind; empty where there is none to name. */
  readonly kind: Words;
  readonly says: Words;
  readonly resources: readonly ResourceId[];
  /** The ends that are drawn, of each connection it tells of, as far as they are counted out. */
  readonly connections: readonly (readonly [ResourceId, ResourceId])[];
}

/** `resources`: without who reaches whom, which of a large design takes by far the most time. */
export type ComparisonDepth = 'resources' | 'all';

export interface Comparison {
  readonly depth: ComparisonDepth;
  /** The same network, drawn in one way or another, as far as it was looked into. */
  readonly isSame: boolean;
  readonly lines: readonly ComparedLine[];
  /** The later design under the ids of the earlier one, which the lines speak in. */
  readonly after: Document;
}

/** So many ends are named of a group before the others are only counted. */
const mostNamed = 3;
/** Of a group of connections so many are counted out: more of them on the canvas say nothing. */
const mostConnections = 60;

export function comparisonOf(
  catalog: Catalog,
  before: Document,
  after: Document,
  depth: ComparisonDepth = 'all',
): Comparison {
  const diff = (depth === 'all' ? diffOf : resourceDiffOf)(catalog, before, after);
  const sides: Sides = {
    before: { document: before, nameOf: namesIn(catalog, before) },
    after: { document: diff.after, nameOf: namesIn(catalog, diff.after) },
  };
  const found: Omit<ComparedLine, 'id'>[] = [
    ...regionLine(diff),
    ...diff.resources.map((change) => resourceLine(catalog, sides, change)),
    ...connectionLines(sides, diff),
    ...flowLines(sides, diff),
    ...drawnElsewhere(before, diff.after).map((id) => ({
      ...aboutResource(catalog, sides, id),
      sort: 'drawn-elsewhere' as const,
      sign: 'elsewhere' as const,
      says: { en: 'drawn elsewhere', ja: '図上の位置のみ変更' },
    })),
  ];
  const lines = changeSorts.flatMap((sort) => found.filter((line) => line.sort === sort));
  return {
    depth,
    isSame: isSameNetwork(diff),
    lines: lines.map((line, index) => ({ ...line, id: `${line.sort}-${index}` })),
    after: diff.after,
  };
}

type Line = Omit<ComparedLine, 'id'>;

/** The name, else the logical ID, else what it is. */
function namesIn(catalog: Catalog, { resources }: Document): (id: ResourceId) => string {
  return (id) => {
    const resource = resources.get(id);
    if (resource === undefined) return id;
    if (resource.name !== '') return resource.name;
    const logicalId = resource.provenance?.logicalId ?? '';
    return logicalId === '' ? catalog.kind(resource.kind).label.en : logicalId;
  };
}

function nameIn({ before, after }: Sides, id: ResourceId): string {
  return after.document.resources.has(id) ? after.nameOf(id) : before.nameOf(id);
}

function regionLine({ region }: Diff): Line[] {
  if (region === null) return [];
  return [
    {
      sort: 'region',
      sign: 'changed',
      name: { en: 'Region', ja: 'リージョン' },
      kind: verbatim(''),
      says: verbatim(`${region.before} → ${region.after}`),
      resources: [],
      connections: [],
    },
  ];
}

function aboutResource(
  catalog: Catalog,
  sides: Sides,
  id: ResourceId,
): Pick<Line, 'name' | 'kind' | 'resources' | 'connections'> {
  const resource = sides.after.document.resources.get(id) ?? sides.before.document.resources.get(id);
  return {
    name: verbatim(nameIn(sides, id)),
    kind: resource === undefined ? verbatim('') : catalog.kind(resource.kind).label,
    resources: [id],
    connections: [],
  };
}

function resourceLine(catalog: Catalog, sides: Sides, change: ResourceChange): Line {
  const sign =
    change.is === 'added' || change.is === 'removed' || change.is === 'moved' ? change.is : 'changed';
  return {
    ...aboutResource(catalog, sides, change.id),
    sort: sign,
    sign,
    says: changeWords(catalog, change, sides),
  };
}

function connectionLines(sides: Sides, diff: Diff): Line[] {
  const sorts = [
    ['opened', 'won', 'added'],
    ['closed', 'lost', 'removed'],
    ['doubtful', 'doubtful', 'doubtful'],
  ] as const;
  return sorts.flatMap(([sort, what, sign]) =>
    diff.reach.pairs
      .filter((pair) => pair[what].length > 0)
      .map((pair): Line => {
        const [from, to] = [endsText(sides, diff, pair.from), endsText(sides, diff, pair.to)];
        const connections = connectionsOf(diff, pair);
        return {
          sort,
          sign,
          name: { en: `${from.en} → ${to.en}`, ja: `${from.ja} → ${to.ja}` },
          kind: verbatim(''),
          says: portsWords(pair[what]),
          resources: [...new Set([...drawnEnds(diff, pair.from), ...drawnEnds(diff, pair.to)])],
          connections,
        };
      }),
  );
}

function drawnEnds({ reach }: Diff, ends: readonly number[]): ResourceId[] {
  return ends.flatMap((index) => reach.ends[index]?.resource ?? []);
}

function connectionsOf(diff: Diff, pair: PairChange): (readonly [ResourceId, ResourceId])[] {
  const found: (readonly [ResourceId, ResourceId])[] = [];
  for (const from of drawnEnds(diff, pair.from))
    for (const to of drawnEnds(diff, pair.to)) {
      if (found.length >= mostConnections) return found;
      if (from !== to) found.push([from, to]);
    }
  return found;
}

/** `Web1, Web2 and 48 others` */
function endsText(sides: Sides, { reach }: Diff, ends: readonly number[]): Words {
  const names = ends.flatMap((index): Words[] => {
    const end = reach.ends[index];
    if (end === undefined) return [];
    if (end.resource !== null) return [verbatim(nameIn(sides, end.resource))];
    return end.id === 'internet'
      ? [{ en: 'the internet', ja: 'インターネット' }]
      : [verbatim(end.id.replace(/^service:/, ''))];
  });
  const shown = names.slice(0, names.length > mostNamed + 1 ? mostNamed : names.length);
  const rest = names.length - shown.length;
  const [en, ja] = [shown.map((each) => each.en).join(', '), shown.map((each) => each.ja).join('、')];
  return rest === 0 ? { en, ja } : { en: `${en} and ${rest} others`, ja: `${ja} ほか ${rest} 個` };
}

function flowLines(sides: Sides, diff: Diff): Line[] {
  return [...diff.reach.flows]
    .sort((a, b) => compareOrder(a.flow, b.flow))
    .map(({ flow, before, after }) => ({
      sort: 'flow',
      sign: before === null ? 'added' : after === null ? 'removed' : 'changed',
      name: verbatim(trafficText(flow, (id) => nameIn(sides, id))),
      kind: verbatim(''),
      says: flowChangeWords(before, after),
      resources: [flow.from, flow.to],
      connections: [[flow.from, flow.to]],
    }));
}

/** `Web → Db, TCP 5432` */
function trafficText({ from, to, protocol, port }: Flow, nameOf: (id: ResourceId) => string): string {
  const traffic = protocol === 'any' ? '' : `, ${protocol.toUpperCase()}${port === null ? '' : ` ${port}`}`;
  return `${nameOf(from)} → ${nameOf(to)}${traffic}`;
}
