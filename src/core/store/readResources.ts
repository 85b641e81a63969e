import type { Catalog } from '../catalog/catalog';
import { sizeOf } from '../catalog/newResource';
import type { Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { giveDistinctOrders, readOrder } from './distinctOrders';
import { isFiniteNumber, isRecord } from './plain';
import { readProps } from './readProps';
import { readProvenance } from './readProvenance';
import type { Report } from './report';
import type { Unread } from './unread';

/** A record while it is being mended. */
interface ResourceDraft {
  readonly id: ResourceId;
  readonly kind: KindName;
  readonly name: string;
  parentId: ResourceId | null;
  x: number;
  y: number;
  readonly w: number;
  readonly h: number;
  order: string | null;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly rest: Readonly<Record<string, unknown>>;
  readonly props: Readonly<Record<string, unknown>>;
  readonly lacking: readonly string[];
}

/** Farther from the middle of the canvas, and larger, than anybody draws. In px. */
const farthest = 1_000_000;
/** Deeper than AWS's own containment by far; everything that walks up or down relies on it being small. */
const deepest = 40;

export function readResources(
  catalog: Catalog,
  raw: readonly unknown[],
  report: Report,
  unread: Unread,
  /** Told which props, or cells of rows, a record did not have. */
  lacks?: (id: ResourceId, props: readonly string[]) => void,
): ReadonlyMap<ResourceId, Resource> {
  const drafts = new Map<ResourceId, ResourceDraft>();
  /** Where records of unknown kinds stand, for what stands in them. */
  const strangers = new Map<ResourceId, { parentId: ResourceId | null; x: number; y: number }>();
  raw.forEach((each, index) => {
    if (!isRecord(each)) {
      report.tell(
        'error',
        {
          en: `Entry ${index + 1} of “resources” is no record; it is not drawn.`,
          ja: `「resources」の ${index + 1} 番目がレコードではないため、描画しません。`,
        },
        `resources[${index}]`,
      );
      unread.record('resources', each);
      return;
    }
    const { kind } = each;
    if (typeof kind !== 'string' || !catalog.kinds.has(kind)) {
      const named = typeof kind === 'string' ? kind : '?';
      report.tellOnce(
        `kind ${named}`,
        (count) => ({
          en: `${count} of the resources ${count === 1 ? 'is' : 'are'} of the kind “${named}”, which this version of vpcanvas does not know: not drawn and not analysed, but kept when the diagram is saved.`,
          ja: `このバージョンが扱えない種類「${named}」のリソースが ${count} 個あります。描画と分析はできませんが、保存しても失われません。`,
        }),
        `resources[${index}].kind`,
        each,
      );
      unread.record('resources', each);
      if (typeof each['id'] === 'string') strangers.set(each['id'], standing(each));
      return;
    }
    const draft = draftOf(catalog, each, kind as KindName, index, drafts, report); // the catalog has it
    drafts.set(draft.id, draft);
    if (draft.lacking.length > 0) lacks?.(draft.id, draft.lacking);
  });

  for (const draft of drafts.values()) findParent(draft, drafts, strangers, report);
  breakCycles(drafts, report);
  for (const draft of drafts.values()) leaveWhatHoldsNothing(catalog, draft, drafts, report);

  const siblings = new Map<ResourceId | null, ResourceDraft[]>();
  for (const draft of drafts.values()) {
    const group = siblings.get(draft.parentId);
    if (group === undefined) siblings.set(draft.parentId, [draft]);
    else group.push(draft);
  }
  for (const group of siblings.values()) giveDistinctOrders(group);

  return new Map([...drafts].map(([id, draft]) => [id, finished(draft)]));
}

function draftOf(
  catalog: Catalog,
  raw: Readonly<Record<string, unknown>>,
  kind: KindName,
  index: number,
  others: ReadonlyMap<ResourceId, ResourceDraft>,
  report: Report,
): ResourceDraft {
  const id = freeId(raw, index, others, report);
  const name = typeof raw['name'] === 'string' ? raw['name'] : '';
  const called = callIt({ id, name });
  const replaced: string[] = [];
  if (raw['name'] !== undefined && typeof raw['name'] !== 'string') replaced.push('name');
  const number = (key: 'x' | 'y'): number => {
    const value = raw[key];
    if (isFiniteNumber(value) && Math.abs(value) <= farthest) return value;
    replaced.push(key);
    return 0;
  };
  const usual = sizeOf(catalog, kind);
  const { shape } = catalog.kind(kind);
  // A level line has no height, and an upright one no width.
  const least = 'minSize' in shape ? shape.minSize : usual;
  const size = (key: 'w' | 'h'): number => {
    const value = raw[key];
    const fits = isFiniteNumber(value) && value <= farthest && (least[key] === 0 ? value >= 0 : value > 0);
    if (fits) return value;
    if (value !== undefined) replaced.push(key);
    return usual[key];
  };
  const { props, unfamiliar, lacking } = readProps(catalog.fields(kind), raw['props'], (where) =>
    replaced.push(['props', ...where].join('.')),
  );
  for (const prop of unfamiliar)
    report.tellOnce(
      `prop ${kind}.${prop}`,
      (count) => ({
        en: `“${prop}” of ${count} ${kind} ${count === 1 ? 'resource' : 'resources'} is not known to this version of vpcanvas; it is kept as it is.`,
        ja: `種類「${kind}」のリソース ${count} 個の「${prop}」は、このバージョンでは扱えません。そのまま保持します。`,
      }),
      `resources.${id}.props.${prop}`,
      raw,
    );
  const { parentId } = raw;
  const draft: ResourceDraft = {
    id,
    kind,
    name,
    parentId: typeof parentId === 'string' ? parentId : null,
    x: number('x'),
    y: number('y'),
    w: size('w'),
    h: size('h'),
    order: readOrder(raw['order']),
    raw,
    rest: restOf(raw, replaced),
    props,
    lacking,
  };
  for (const key of replaced)
    report.tell(
      'error',
      {
        en: `“${key}” of ${called.en} has a value of the wrong sort; its usual value was taken.`,
        ja: `${called.ja}の「${key}」の値が正しくないため、既定値にしました。`,
      },
      `resources.${id}.${key}`,
      raw,
    );
  return draft;
}

function freeId(
  raw: Readonly<Record<string, unknown>>,
  index: number,
  taken: ReadonlyMap<ResourceId, unknown>,
  report: Report,
): ResourceId {
  const given = raw['id'];
  const wanted = typeof given === 'string' && given !== '' ? given : `resource-${index + 1}`;
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  if (id === given) return id;
  report.tell(
    'error',
    typeof given === 'string' && given !== ''
      ? {
          en: `Two resources have the id “${given}”; the second one is “${id}” now.`,
          ja: `ID「${given}」のリソースが 2 つあるため、2 つ目を「${id}」としました。`,
        }
      : {
          en: `Entry ${index + 1} of “resources” has no id; it is “${id}” now.`,
          ja: `「resources」の ${index + 1} 番目に ID がないため、「${id}」としました。`,
        },
    `resources.${id}.id`,
    raw,
  );
  return id;
}

/** Where a record says it stands, whatever it is. */
function standing(raw: Readonly<Record<string, unknown>>): {
  parentId: ResourceId | null;
  x: number;
  y: number;
} {
  const { parentId, x, y } = raw;
  return {
    parentId: typeof parentId === 'string' ? parentId : null,
    x: isFiniteNumber(x) && Math.abs(x) <= farthest ? x : 0,
    y: isFiniteNumber(y) && Math.abs(y) <= farthest ? y : 0,
  };
}

/** What stood in something that is not there, or not known, stands in what is around it. */
function findParent(
  draft: ResourceDraft,
  drafts: ReadonlyMap<ResourceId, ResourceDraft>,
  strangers: ReadonlyMap<ResourceId, { parentId: ResourceId | null; x: number; y: number }>,
  report: Report,
): void {
  const called = callIt(draft);
  const seen = new Set<ResourceId>();
  while (draft.parentId !== null && !drafts.has(draft.parentId)) {
    const stranger = seen.has(draft.parentId) ? undefined : strangers.get(draft.parentId);
    seen.add(draft.parentId);
    if (stranger !== undefined) {
      draft.x += stranger.x;
      draft.y += stranger.y;
      draft.parentId = stranger.parentId;
      continue;
    }
    report.tell(
      'error',
      {
        en: `${called.en} stands in “${draft.parentId}”, which the file does not have; it was put on the bare canvas.`,
        ja: `${called.ja}を収める「${draft.parentId}」がファイルにないため、キャンバスに直接置きました。`,
      },
      `resources.${draft.id}.parentId`,
      draft.raw,
    );
    draft.parentId = null;
  }
}

function breakCycles(drafts: ReadonlyMap<ResourceId, ResourceDraft>, report: Report): void {
  const depths = new Map<ResourceId, number>();
  for (const start of drafts.values()) {
    while (!depths.has(start.id)) {
      const path: ResourceDraft[] = [];
      const places = new Map<ResourceId, number>();
      let each: ResourceDraft | undefined = start;
      while (each !== undefined && !depths.has(each.id) && !places.has(each.id)) {
        places.set(each.id, path.length);
        path.push(each);
        each = each.parentId === null ? undefined : drafts.get(each.parentId);
      }
      const cycleFrom = each === undefined ? undefined : places.get(each.id);
      if (cycleFrom !== undefined) {
        const cycle = path.slice(cycleFrom).sort((a, b) => (a.id < b.id ? -1 : 1));
        const names = cycle.map(callIt);
        const first = cycle[0];
        if (first === undefined) break;
        report.tell(
          'error',
          {
            en: `${names.map(({ en }) => en).join(' and ')} ${cycle.length === 1 ? 'stands in itself' : 'stand in one another'}; ${callIt(first).en} was put on the bare canvas.`,
            ja: `${names.map(({ ja }) => ja).join('と')}が互いの中に置かれているため、${callIt(first).ja}をキャンバスに直接置きました。`,
          },
          `resources.${first.id}.parentId`,
          first.raw,
        );
        first.parentId = null;
        continue;
      }
      for (const draft of path.toReversed()) {
        let depth = draft.parentId === null ? 0 : (depths.get(draft.parentId) ?? 0) + 1;
        if (depth > deepest) {
          report.tell(
            'error',
            {
              en: `${callIt(draft).en} is nested more than ${deepest} deep; it was put on the bare canvas.`,
              ja: `${callIt(draft).ja}の入れ子が ${deepest} 段を超えているため、キャンバスに直接置きました。`,
            },
            `resources.${draft.id}.parentId`,
            draft.raw,
          );
          draft.parentId = null;
          depth = 0;
        }
        depths.set(draft.id, depth);
      }
    }
  }
}

/** An icon holds nothing: what a file puts into one stands beside it. */
function leaveWhatHoldsNothing(
  catalog: Catalog,
  draft: ResourceDraft,
  drafts: ReadonlyMap<ResourceId, ResourceDraft>,
  report: Report,
): void {
  const first = draft.parentId === null ? undefined : drafts.get(draft.parentId);
  let parent = first;
  while (parent !== undefined && catalog.kind(parent.kind).shape.as !== 'container') {
    draft.x += parent.x;
    draft.y += parent.y;
    draft.parentId = parent.parentId;
    parent = draft.parentId === null ? undefined : drafts.get(draft.parentId);
  }
  if (first === undefined || parent === first) return;
  const called = callIt(draft);
  report.tell(
    'error',
    {
      en: `${called.en} stands in ${callIt(first).en}, which can hold nothing; it was put beside it.`,
      ja: `${callIt(first).ja}の中には何も置けないため、${called.ja}をその隣に置きました。`,
    },
    `resources.${draft.id}.parentId`,
    draft.raw,
  );
}

const ownKeys: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'name',
  'parentId',
  'x',
  'y',
  'w',
  'h',
  'order',
  'props',
]);

/** `locked`, `collapsed`, `zOrder`, the group, the provenance, and what another version may have written beside them. */
function restOf(
  raw: Readonly<Record<string, unknown>>,
  replaced: string[],
): Readonly<Record<string, unknown>> {
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (ownKeys.has(key)) continue;
    if (key === 'locked' || key === 'collapsed') {
      if (value === true) rest[key] = true;
      else if (value !== false) replaced.push(key);
    } else if (key === 'zOrder') {
      const zOrder = readOrder(value);
      if (zOrder === null) replaced.push(key);
      else rest[key] = zOrder;
    } else if (key === 'group') {
      if (typeof value === 'string') rest[key] = value;
      else replaced.push(key);
    } else if (key === 'provenance') {
      const provenance = readProvenance(value);
      if (provenance === undefined) replaced.push(key);
      else rest[key] = provenance;
    } else rest[key] = value;
  }
  return rest;
}

function finished({ id, kind, name, parentId, x, y, w, h, order, rest, props }: ResourceDraft): Resource {
  // Props were read through the fields of `kind`, one for each; `rest` holds checked optional fields.
  return {
    ...rest,
    id,
    kind,
    name,
    parentId,
    x,
    y,
    w,
    h,
    order: order ?? 'U',
    props,
  } as unknown as Resource;
}

function callIt({ id, name }: { readonly id: string; readonly name: string }): { en: string; ja: string } {
  const shown = name === '' ? id : name;
  return { en: `“${shown}”`, ja: `「${shown}」` };
}
