/** Which CFN resources are drawn, as what, and which belong to a drawn one. */
import type { Catalog } from '../catalog/catalog';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Evaluated, Reference } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import type { AnyCfnMapping, CfnReader, Satellite } from './mapping';
import { callOf, valueOf, type SyntaxNode } from './source/syntax';
import type { Stack, StackResource } from './stack';

/** A CFN resource that becomes a resource of the diagram. */
export interface Drawn {
  readonly id: ResourceId;
  readonly kind: KindName;
  readonly mapping: AnyCfnMapping;
  readonly stack: Stack;
  readonly resource: StackResource;
  /** The absorbed ones, by role, in the order of the template. */
  readonly satellites: ReadonlyMap<string, readonly Absorbed[]>;
}

export interface Absorbed {
  readonly stack: Stack;
  readonly resource: StackResource;
}

export interface DrawnResources {
  readonly all: readonly Drawn[];
  /** The drawn resource that a CFN resource is, or belongs to. */
  ownerOf(stack: Stack, logicalId: string): Drawn | undefined;
}

type Growing = Omit<Drawn, 'satellites'> & { readonly satellites: Map<string, Absorbed[]> };

/** `isMade`: whether the condition of a resource lets it be made. */
export function drawnResources(
  catalog: Catalog,
  evaluators: readonly Evaluator[],
  idOf: (stack: Stack, logicalId: string) => ResourceId,
  isMade: (evaluator: Evaluator, resource: StackResource) => boolean,
  readerOf: (evaluator: Evaluator, resource: StackResource) => CfnReader,
): DrawnResources {
  const byType = kindsByType(catalog);
  const owners = new Map<StackResource, Growing>();
  const all: Growing[] = [];
  const others: (Absorbed & { readonly evaluator: Evaluator })[] = [];
  for (const evaluator of evaluators)
    for (const resource of evaluator.stack.resources.values()) {
      const { stack } = evaluator;
      if (!isMade(evaluator, resource)) continue;
      const reader = readerOf(evaluator, resource);
      const found = (byType.get(resource.type) ?? []).find(
        ({ mapping }) => mapping.recognises?.(reader) ?? true,
      );
      if (found === undefined) others.push({ stack, resource, evaluator });
      else {
        const drawn: Growing = {
          id: idOf(stack, resource.logicalId),
          ...found,
          stack,
          resource,
          satellites: new Map(),
        };
        all.push(drawn);
        owners.set(resource, drawn);
      }
    }
  absorb(all, others, evaluators, owners);
  return {
    all,
    ownerOf(stack, logicalId) {
      const resource = stack.resources.get(logicalId);
      return resource === undefined ? undefined : owners.get(resource);
    },
  };
}

/** Gives every satellite to those it belongs to; a satellite of a satellite needs another round. */
function absorb(
  all: readonly Growing[],
  others: readonly (Absorbed & { readonly evaluator: Evaluator })[],
  evaluators: readonly Evaluator[],
  owners: Map<StackResource, Growing>,
): void {
  const free = new Map(others.map((other) => [other.resource, other]));
  const evaluatorOf = new Map(evaluators.map((evaluator) => [evaluator.stack, evaluator]));
  const namedBy = satellitesByTarget(all, others);

  const candidates = (holder: Absorbed, satellite: Satellite): readonly Absorbed[] => {
    if (satellite.from === 'satellite')
      return namedBy.get(`${satellite.type} ${satellite.property}`)?.get(holder.resource) ?? [];
    const evaluator = evaluatorOf.get(holder.stack);
    const property = valueOf(holder.resource.properties, satellite.property);
    if (evaluator === undefined || property === undefined) return [];
    return [...referencesIn(property, evaluator)].flatMap(({ stack, logicalId }) => {
      const resource = stack.resources.get(logicalId);
      return resource !== undefined && resource.type === satellite.type ? [{ stack, resource }] : [];
    });
  };

  const place = new Map(others.map(({ resource }, index) => [resource, index]));
  const absorbedBy = new Map<Growing, Set<string>>();

  // A chain of satellites is as long as a kind's list of them at most.
  for (let grew = true; grew;) {
    grew = false;
    for (const owner of all)
      for (const satellite of owner.mapping.satellites ?? []) {
        const holders: readonly Absorbed[] =
          satellite.of === undefined ? [owner] : (owner.satellites.get(satellite.of) ?? []);
        for (const holder of holders)
          for (const found of candidates(holder, satellite)) {
            if (!free.has(found.resource)) continue;
            const key = `${satellite.role} ${place.get(found.resource)}`;
            const own = absorbedBy.get(owner) ?? new Set();
            absorbedBy.set(owner, own);
            if (own.has(key)) continue;
            own.add(key);
            const inRole = owner.satellites.get(satellite.role);
            if (inRole === undefined) owner.satellites.set(satellite.role, [found]);
            else inRole.push(found);
            // A satellite that several share stands for the first of them where it is referred to.
            if (!owners.has(found.resource)) owners.set(found.resource, owner);
            grew = true;
          }
      }
  }
  for (const { satellites } of all)
    for (const inRole of satellites.values())
      inRole.sort((a, b) => (place.get(a.resource) ?? 0) - (place.get(b.resource) ?? 0));
}

/** For each type and property of satellites that name their owner: the satellites by whom they name. */
function satellitesByTarget(
  all: readonly Growing[],
  others: readonly (Absorbed & { readonly evaluator: Evaluator })[],
): ReadonlyMap<string, ReadonlyMap<StackResource, readonly Absorbed[]>> {
  const wanted = new Map<string, Set<string>>();
  for (const { mapping } of all)
    for (const { from, type, property } of mapping.satellites ?? [])
      if (from === 'satellite') wanted.set(type, (wanted.get(type) ?? new Set()).add(property));
  const found = new Map<string, Map<StackResource, Absorbed[]>>();
  for (const { stack, resource, evaluator } of others)
    for (const property of wanted.get(resource.type) ?? []) {
      const node = valueOf(resource.properties, property);
      const value = node === undefined ? undefined : evaluator.evaluate(node);
      if (value?.is !== 'reference') continue;
      const target = value.stack.resources.get(value.logicalId);
      if (target === undefined) continue;
      const key = `${resource.type} ${property}`;
      const byTarget = found.get(key) ?? new Map<StackResource, Absorbed[]>();
      found.set(key, byTarget);
      const named = byTarget.get(target);
      if (named === undefined) byTarget.set(target, [{ stack, resource }]);
      else named.push({ stack, resource });
    }
  return found;
}

/** Every reference anywhere in a value. */
function* referencesIn(node: SyntaxNode, evaluator: Evaluator): Generator<Reference> {
  if (node.is === 'list') for (const item of node.items) yield* referencesIn(item, evaluator);
  else if (node.is === 'map' && callOf(node) === undefined)
    for (const { value } of node.entries.values()) yield* referencesIn(value, evaluator);
  else yield* referencesInResult(evaluator.evaluate(node));
}

function* referencesInResult(value: Evaluated): Generator<Reference> {
  if (value.is === 'reference') yield value;
  else if (value.is === 'list') for (const item of value.items) yield* referencesInResult(item);
  else if (value.is === 'map') for (const each of value.entries.values()) yield* referencesInResult(each);
}

function kindsByType(
  catalog: Catalog,
): ReadonlyMap<string, readonly { readonly kind: KindName; readonly mapping: AnyCfnMapping }[]> {
  const byType = new Map<string, { kind: KindName; mapping: AnyCfnMapping }[]>();
  for (const { kind, cfn } of catalog.kinds.values())
    for (const type of cfn?.types ?? []) {
      const kinds = byType.get(type) ?? [];
      byType.set(type, kinds);
      if (cfn !== undefined) kinds.push({ kind, mapping: cfn });
    }
  return byType;
}
