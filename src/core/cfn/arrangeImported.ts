/** Puts what was read into boxes: each resource in its parent, with the boxes that templates do not have. */
import type { Words } from '../../lib/words';
import { ordersAfter } from '../../lib/order';
import type { AnyKind, Catalog } from '../catalog/catalog';
import { newResource } from '../catalog/newResource';
import { referencesOf } from '../catalog/references';
import { unknownProps } from '../catalog/unknownProps';
import { tidy } from '../layout/tidy';
import {
  emptyDocument,
  type Provenance,
  type Resource,
  type ResourceId,
  type Template,
} from '../model/document';
import type { KindName } from '../model/kinds';
import type { Drawn } from './drawn';
import type { Path } from './source/syntax';
import type { StandIn, StandIns } from './standIns';
import type { Stack } from './stack';

/** What a kind read. */
export interface ReadRecord {
  readonly drawn: Drawn;
  readonly name: string;
  readonly parentId: ResourceId | null;
  readonly props: Resource['props'];
  readonly guesses: Provenance['guesses'];
  readonly places: Readonly<Record<string, Path>>;
  readonly expressions: Readonly<Record<string, string>>;
}

interface Placed {
  readonly id: ResourceId;
  readonly kind: KindName;
  readonly name: string;
  parentId: ResourceId | null;
  readonly props: unknown;
  readonly provenance: Provenance;
  readonly stack: Stack;
}

export function arrangeImported(
  catalog: Catalog,
  records: readonly ReadRecord[],
  standIns: StandIns,
  region: string,
  isTaken: (id: ResourceId) => boolean,
  templates: ReadonlyMap<Stack, Template>,
): ReadonlyMap<ResourceId, Resource> {
  const placed = new Map<ResourceId, Placed>();
  const templateOf = (stack: Stack): string => templates.get(stack)?.id ?? stack.file;
  for (const { drawn, name, parentId, props, guesses, places, expressions } of records) {
    const { id, kind, stack, resource } = drawn;
    const { impliedBy } = drawn;
    if (impliedBy !== undefined) {
      // A template cannot make it, only name it.
      const outside = JSON.stringify({ 'Fn::GetAtt': [impliedBy.logicalId, impliedBy.attribute] });
      const provenance = { template: templateOf(stack), logicalId: '', outside };
      placed.set(id, { id, kind, name, parentId, props, stack, provenance });
      continue;
    }
    const satellites = satelliteIds(drawn);
    placed.set(id, {
      id,
      kind,
      name,
      parentId,
      props,
      stack,
      provenance: {
        template: templateOf(stack),
        logicalId: resource.logicalId,
        ...(Object.keys(satellites).length === 0 ? {} : { satellites }),
        places,
        ...(Object.keys(expressions).length === 0 ? {} : { expressions }),
        ...(guesses === undefined ? {} : { guesses }),
      },
    });
  }
  placeStandIns(catalog, standIns, placed, templateOf);
  dropImpossibleParents(catalog, placed);
  addBoxes(catalog, placed, region, isTaken, templateOf);
  return toResources(catalog, placed);
}

/** `role:logical ID` for each satellite of the same template. */
function satelliteIds({ satellites, stack }: Drawn): Record<string, string> {
  const ids: Record<string, string> = {};
  for (const [role, absorbed] of satellites)
    for (const { stack: of, resource } of absorbed)
      if (of === stack) {
        if (absorbed.length === 1) ids[role] = resource.logicalId;
        else ids[`${role}:${resource.logicalId}`] = resource.logicalId;
      }
  return ids;
}

/**
 * Finds a parent for each stand-in: the nearest fitting box around who refers to it, else one that is around what else
 * that one refers to, else the only one there is, else a stand-in too.
 */
function placeStandIns(
  catalog: Catalog,
  standIns: StandIns,
  placed: Map<ResourceId, Placed>,
  templateOf: (stack: Stack) => string,
): void {
  const add = ({ id, kind, name, stack, expression, why }: StandIn): void => {
    placed.set(id, {
      id,
      kind,
      name,
      parentId: null,
      props: unknownProps(catalog.fields(kind), why),
      stack,
      provenance: { template: templateOf(stack), logicalId: '', outside: expression },
    });
  };
  standIns.all.forEach(add);
  // The list grows while it is walked: a stand-in may need another one to stand in.
  for (let index = 0; index < standIns.all.length; index++) {
    const standIn = standIns.all[index];
    if (standIn === undefined) break;
    const { id, kind, stack, why, referrer } = standIn;
    if (!placed.has(id)) add(standIn);
    const own = catalog.kind(kind);
    const record = placed.get(id);
    if (record === undefined || standsFreely(catalog, own)) continue;
    const parents = own.parents.filter((parent) => catalog.kinds.get(parent)?.cfn !== undefined);
    const fits = (box: Placed): boolean => box.id !== id && parents.some((parent) => parent === box.kind);
    record.parentId =
      boxAround(placed, referrer, fits) ??
      boxAroundOthers(catalog, placed, referrer, id, fits) ??
      onlyBox(catalog, placed, stack, fits) ??
      unnamedParent(standIns, parents[0], stack, why) ??
      null;
  }
}

/** A fitting box around something else that the referrer refers to: the VPC of its security group, say. */
function boxAroundOthers(
  catalog: Catalog,
  placed: ReadonlyMap<ResourceId, Placed>,
  referrer: ResourceId | null,
  id: ResourceId,
  fits: (box: Placed) => boolean,
): ResourceId | undefined {
  const record = referrer === null ? undefined : placed.get(referrer);
  if (record === undefined) return undefined;
  for (const { to } of referencesOf(catalog, asResource(record))) {
    const found = to === id ? undefined : boxAround(placed, to, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

function onlyBox(
  catalog: Catalog,
  placed: ReadonlyMap<ResourceId, Placed>,
  stack: Stack,
  fits: (box: Placed) => boolean,
): ResourceId | undefined {
  const boxes = [...placed.values()].filter(
    (box) => box.stack === stack && fits(box) && standsFreely(catalog, catalog.kind(box.kind)),
  );
  return boxes.length === 1 ? boxes[0]?.id : undefined;
}

function unnamedParent(
  standIns: StandIns,
  kind: string | undefined,
  stack: Stack,
  why: Words,
): ResourceId | undefined {
  // The name was found among the catalog's own.
  return kind === undefined ? undefined : standIns.unnamed(kind as KindName, stack, why).id;
}

/** Whether a kind may stand on the canvas, or in a box that no template has. */
function standsFreely(catalog: Catalog, kind: AnyKind): boolean {
  return kind.parents.some((parent) => {
    if (parent === 'canvas') return true;
    const box = catalog.kinds.get(parent);
    return box !== undefined && box.cfn === undefined && standsOnCanvas(box);
  });
}

function standsOnCanvas({ parents }: AnyKind): boolean {
  return parents.includes('canvas');
}

function boxAround(
  placed: ReadonlyMap<ResourceId, Placed>,
  from: ResourceId | null,
  fits: (box: Placed) => boolean,
): ResourceId | undefined {
  const seen = new Set<ResourceId>();
  for (let id = from; id !== null && !seen.has(id); id = placed.get(id)?.parentId ?? null) {
    seen.add(id);
    const box = placed.get(id);
    if (box !== undefined && fits(box)) return id;
  }
  return undefined;
}

/** What stands in something it cannot stand in, or in itself, stands outside. */
function dropImpossibleParents(catalog: Catalog, placed: Map<ResourceId, Placed>): void {
  for (const record of placed.values()) {
    const parent = record.parentId === null ? undefined : placed.get(record.parentId);
    const fits =
      parent !== undefined && catalog.kind(record.kind).parents.some((kind) => kind === parent.kind);
    if (!fits) record.parentId = null;
  }
  for (const record of placed.values()) {
    const seen = new Set<ResourceId>();
    let id: ResourceId | null = record.id;
    while (id !== null && !seen.has(id)) {
      seen.add(id);
      id = placed.get(id)?.parentId ?? null;
    }
    if (id !== null) record.parentId = null;
  }
}

/** Adds the boxes that the kinds of such boxes ask for, outer ones first. */
function addBoxes(
  catalog: Catalog,
  placed: Map<ResourceId, Placed>,
  region: string,
  isTaken: (id: ResourceId) => boolean,
  templateOf: (stack: Stack) => string,
): void {
  const boxKinds = [...catalog.kinds.values()].filter(({ boxFor }) => boxFor !== undefined);
  boxKinds.sort((a, b) => Number(standsOnCanvas(b)) - Number(standsOnCanvas(a)));
  const boxes = new Map<string, ResourceId>();
  for (const box of boxKinds) {
    // Boxes are added on the way, and need none of their own kind.
    const records = [...placed.values()];
    for (const record of records) {
      const parent = record.parentId === null ? undefined : placed.get(record.parentId);
      const mayStandHere = box.parents.some((kind) => kind === (parent?.kind ?? 'canvas'));
      const mayHold = catalog.kind(record.kind).parents.some((kind) => kind === box.kind);
      // On the canvas belongs only what is made to stand there: all else goes into the Region at least.
      const isLost = parent === undefined && !catalog.kind(record.kind).parents.includes('canvas');
      if (!mayStandHere || !(mayHold || isLost)) continue;
      const asked = box.boxFor?.(asResource(record), region);
      if (asked === undefined) continue;
      const key = JSON.stringify([box.kind, record.parentId, asked.props]);
      let id = boxes.get(key);
      if (id === undefined) {
        const wanted = parent === undefined ? asked.name : `${parent.id}/${asked.name}`;
        id = wanted;
        for (let number = 2; isTaken(id) || placed.has(id); number++) id = `${wanted}-${number}`;
        boxes.set(key, id);
        placed.set(id, {
          id,
          kind: box.kind,
          name: asked.name,
          parentId: record.parentId,
          props: asked.props,
          stack: record.stack,
          provenance: { template: templateOf(record.stack), logicalId: '' },
        });
      }
      record.parentId = id;
    }
  }
}

/** What a box kind is shown of a resource that has no place yet. */
function asResource({ id, kind, name, parentId, props }: Placed): Resource {
  // The props were read by the kind itself, or are unknown through and through.
  return { id, kind, name, parentId, props, x: 0, y: 0, w: 0, h: 0, order: 'U' } as unknown as Resource;
}

function toResources(catalog: Catalog, placed: ReadonlyMap<ResourceId, Placed>): Map<ResourceId, Resource> {
  const siblings = new Map<ResourceId | null, Placed[]>();
  for (const record of placed.values()) {
    const inParent = siblings.get(record.parentId);
    if (inParent === undefined) siblings.set(record.parentId, [record]);
    else inParent.push(record);
  }
  const resources = new Map<ResourceId, Resource>();
  for (const [parentId, records] of siblings) {
    const orders = ordersAfter(null, records.length);
    records.forEach(({ id, kind, name, props, provenance }, index) => {
      const base = newResource(catalog, { kind, id, name, parentId, order: orders[index] ?? 'U' });
      const isBox = provenance.logicalId === '' && provenance.outside === undefined;
      // Props of the resource's own kind over that kind's defaults.
      const whole = { ...base, props: { ...base.props, ...(props as object) } } as unknown as Resource;
      resources.set(id, isBox ? whole : { ...whole, provenance });
    });
  }
  return resources;
}

/** The same at the places where they look tidy. */
export function laidOut(
  catalog: Catalog,
  resources: ReadonlyMap<ResourceId, Resource>,
  region: string,
): ReadonlyMap<ResourceId, Resource> {
  const places = tidy(catalog, { ...emptyDocument, resources, settings: { region } }, null);
  const positioned = new Map<ResourceId, Resource>();
  for (const [id, resource] of resources) positioned.set(id, { ...resource, ...places[id] });
  return positioned;
}
