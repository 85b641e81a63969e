/** Putting another kind in a resource's place: a NAT gateway becomes an endpoint, an instance a function. */
import type { AnyKind } from '../core/catalog/catalog';
import type { Field } from '../core/catalog/field';
import type { PaletteGroup } from '../core/catalog/kind';
import { newResource, sizeOf } from '../core/catalog/newResource';
import { referencesOf } from '../core/catalog/references';
import { regionOf, surroundingsOf } from '../core/catalog/surroundings';
import { call } from '../core/commands';
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { pulledIn } from '../core/layout/fit';
import type { Document, Resource, ResourceId } from '../core/model/document';
import { ancestors, valuesOf } from '../core/model/queries';
import { isUnknown } from '../core/model/value';
import { japanese } from '../lib/japanese';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { isLocked, tellLocked } from './locking';
import { freeName, takenNames } from './naming';
import { freeSpot } from './place';
import { notify } from './session';
import { viewOf } from './view';

export interface Replacement {
  readonly kind: AnyKind;
  /** Where one of it may stand: as before, or in the nearest container around that. */
  readonly parentId: ResourceId | null;
}

/** Groups whose kinds do one another's work. Of other groups each kind is replaced by its own group's alone. */
const families: readonly (readonly PaletteGroup[])[] = [
  ['gateways', 'endpoints'],
  ['compute', 'data'],
];

/** What a resource can become, in the order of the catalog; icons only, since a box holds others. */
export function replacementsFor({ catalog, store }: Editor, id: ResourceId): readonly Replacement[] {
  const { document } = store;
  const resource = document.resources.get(id);
  if (resource === undefined) return [];
  const own = catalog.kind(resource.kind);
  if (own.shape.as !== 'icon') return [];
  const family = families.find((groups) => groups.includes(own.group)) ?? [own.group];
  const homes = [...ancestors(document, id).map((box) => ({ id: box.id, kind: box.kind })), undefined];
  return [...catalog.kinds.values()].flatMap((kind) => {
    if (kind.kind === own.kind || kind.shape.as !== 'icon' || !family.includes(kind.group)) return [];
    const home = homes.findIndex((each) => kind.parents.includes(each?.kind ?? 'canvas'));
    return home < 0 ? [] : [{ kind, parentId: homes[home]?.id ?? null }];
  });
}

/** One step. Name and place are kept, and of the values, references and arrows what fits; what does not is said. */
export function replaceWith(editor: Editor, id: ResourceId, { kind, parentId }: Replacement): void {
  const { catalog, store, session } = editor;
  const { document } = store;
  const before = document.resources.get(id);
  if (before === undefined) return;
  if (isLocked(document, id)) {
    tellLocked(editor, [id]);
    return;
  }
  const own = catalog.kind(before.kind);
  const fresh = newResource(catalog, {
    kind: kind.kind,
    id: editor.newId(kind.kind),
    name: nameFor(editor, before, own, kind),
    parentId,
    order: before.order,
  });
  const placed: Resource = { ...fresh, ...placeFor(editor, before, fresh) };
  const kept = keptValues(editor, before, placed);
  const inPlace = (resource: Resource): Document => {
    const resources = new Map(document.resources);
    resources.delete(id);
    return { ...document, resources: resources.set(resource.id, resource) };
  };
  const offer = kind.propose?.(placed, surroundingsOf(inPlace(placed), placed.id)) ?? {};
  const by = { ...placed, props: { ...placed.props, ...offer, ...kept } } as Resource; // values of the kind's own fields
  const lost = lostBy(editor, id, kind);
  store.apply({
    title: { en: 'Replace', ja: '置き換え' },
    commands: [call('replaceResource', { id, by })],
  });
  if (!store.document.resources.has(by.id)) return;
  session.setState({ selection: new Set([by.id]), flowInFocus: null });
  notify(session, doneWords(before, by, kind, lost));
}

/** A name that only says the kind would be wrong: it becomes that of the new kind. One that somebody chose is kept. */
function nameFor({ store }: Editor, before: Resource, own: AnyKind, kind: AnyKind): string {
  const isDefault = before.name.replace(/\d+$/, '') === own.defaultName;
  return isDefault ? freeName(takenNames(store.document), kind.defaultName) : before.name;
}

/** Its middle where that of the old one was, or the nearest free place in the container around. */
function placeFor(editor: Editor, before: Resource, fresh: Resource): Pick<Resource, 'x' | 'y' | 'w' | 'h'> {
  const { catalog } = editor;
  const boxes = viewOf(editor).standing();
  const size = sizeOf(catalog, fresh.kind);
  const old = boxes.get(before.id);
  const parent = boxes.get(fresh.parentId ?? '');
  if (old === undefined) return { x: before.x, y: before.y, ...size };
  const middle = { x: old.x + old.w / 2, y: old.y + iconMiddle };
  const origin = parent ?? { x: 0, y: 0 };
  const wanted = { x: Math.round(middle.x - size.w / 2), y: old.y, ...size };
  const local = (rect: { readonly x: number; readonly y: number }) => ({
    x: rect.x - origin.x,
    y: rect.y - origin.y,
    ...size,
  });
  if (parent !== undefined && standsOnBorder(catalog, fresh.kind, parent.resource.kind))
    return local(onBorder(parent, size, middle));
  if (fresh.parentId === before.parentId)
    return parent === undefined ? local(wanted) : pulledIn(parent, local(wanted));
  return local(freeSpot(editor, fresh.parentId, wanted));
}

/** Values of fields of the same name and sort that mean the same in the new kind, where they are not what it starts with anyway. */
function keptValues(editor: Editor, before: Resource, after: Resource): Record<string, unknown> {
  const { catalog, store } = editor;
  const region = regionOf(store.document, before.id);
  const values = valuesOf(before);
  const fields = catalog.fields(before.kind);
  const kept: Record<string, unknown> = {};
  for (const [name, field] of catalog.fields(after.kind)) {
    const own = fields.get(name);
    const value = values[name];
    if (own?.control !== field.control || value === own.default || isUnknown(value)) continue;
    if (means(store.document, field, value, region)) kept[name] = value;
  }
  return kept;
}

function means(document: Document, field: Field, value: unknown, region: string): boolean {
  const isNamed = (id: string): boolean => {
    const kind = document.resources.get(id)?.kind;
    return kind !== undefined && 'kinds' in field && field.kinds.includes(kind);
  };
  switch (field.control) {
    case 'choice':
      return field.options(region).some((option) => option.value === value);
    case 'ref':
      return typeof value === 'string' && isNamed(value);
    case 'refs':
      return typeof value === 'object' && value !== null && Object.keys(value).every(isNamed);
    case 'number':
      return typeof value === 'number' && value >= field.min && value <= field.max;
    // The rows of two tables of one name need not have the same columns.
    case 'rows':
    case 'peer':
      return false;
    case 'text':
    case 'cidr':
    case 'toggle':
    case 'art':
      return true;
  }
}

interface Lost {
  readonly arrows: number;
  readonly references: number;
}

function lostBy({ catalog, store }: Editor, id: ResourceId, kind: AnyKind): Lost {
  const { resources, flows } = store.document;
  const arrows =
    kind.isEnd === true ? 0 : [...flows.values()].filter(({ from, to }) => from === id || to === id).length;
  let references = 0;
  for (const resource of resources.values())
    for (const { to, field, column } of referencesOf(catalog, resource)) {
      if (to !== id || resource.id === id) continue;
      const described = catalog.fields(resource.kind).get(field);
      const own = described?.control === 'rows' ? described.columns[column ?? ''] : described;
      if (own === undefined || !('kinds' in own) || !own.kinds.includes(kind.kind)) references++;
    }
  return { arrows, references };
}

function doneWords(before: Resource, by: Resource, kind: AnyKind, { arrows, references }: Lost): Words {
  const lost = {
    en: [
      ...(arrows === 0 ? [] : [arrows === 1 ? '1 arrow' : `${arrows} arrows`]),
      ...(references === 0
        ? []
        : [references === 1 ? '1 reference to it' : `${references} references to it`]),
    ].join(' and '),
    ja: [
      ...(arrows === 0 ? [] : [`矢印 ${arrows} 本`]),
      ...(references === 0 ? [] : [`参照 ${references} 件`]),
    ].join('と'),
  };
  return {
    en: `${before.name} is now the ${kind.label.en} ${by.name}${lost.en === '' ? '' : `; ${lost.en} did not fit and went`}`,
    ja: japanese`${before.name}を${kind.label.ja}「${by.name}」に置き換えました${lost.ja === '' ? '' : `。${lost.ja}は引き継げないため削除しました`}`,
  };
}
