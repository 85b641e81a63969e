/** Which CFN resources are drawn, as what, and which belong to a drawn one. */
import type { Catalog } from '../catalog/catalog';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Guess } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import { impliedResources, type ImpliedResources } from './implied';
import type { AnyCfnMapping, CfnReader, Satellite } from './mapping';
import { itemsOf, referencesIn } from './namers';
import { rawValue } from './rawValue';
import { valueOf } from './source/syntax';
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
  /** Where it has no entry of its own: whom AWS makes it along with, and the attribute of that one that names it. */
  readonly impliedBy?: {
    readonly owner: ResourceId;
    readonly logicalId: string;
    readonly attribute: string;
  };
}

export interface Absorbed {
  readonly stack: Stack;
  readonly resource: StackResource;
  /** It is its owner's only if a faulty reference means it. */
  readonly guess?: Guess;
}

export interface DrawnResources {
  readonly all: readonly Drawn[];
  /** The drawn resource that a CFN resource is, or belongs to; or that its attribute names. */
  ownerOf(stack: Stack, logicalId: string, attribute?: string): Drawn | undefined;
  /** Why a CFN resource may not belong to it at all. */
  doubtOf(stack: Stack, logicalId: string): Guess | undefined;
}

type Other = Absorbed & { readonly evaluator: Evaluator };

export type Growing = Omit<Drawn, 'satellites'> & { readonly satellites: Map<string, Absorbed[]> };

/** `isMade`: whether the condition of a resource lets it be made. */
export function drawnResources(
  catalog: Catalog,
  evaluators: readonly Evaluator[],
  idOf: (stack: Stack, logicalId: string) => ResourceId,
  isMade: (evaluator: Evaluator, resource: StackResource) => boolean,
  readerOf: (evaluator: Evaluator, resource: StackResource) => CfnReader,
): DrawnResources {
  const byType = kindsByType(catalog);
  const elseDrawn = new Set(
    [...catalog.kinds.values()].flatMap(({ cfn }) =>
      (cfn?.satellites ?? []).flatMap((each) => (each.elseDrawn === true ? [each.type] : [])),
    ),
  );
  const found: Growing[] = [];
  const others: Other[] = [];
  for (const evaluator of evaluators)
    for (const resource of evaluator.stack.resources.values()) {
      const { stack } = evaluator;
      if (!isMade(evaluator, resource)) continue;
      const reader = readerOf(evaluator, resource);
      const kind = (byType.get(resource.type) ?? []).find(
        ({ mapping }) => mapping.recognises?.(reader) ?? true,
      );
      if (kind === undefined) others.push({ stack, resource, evaluator });
      else
        found.push({
          id: idOf(stack, resource.logicalId),
          ...kind,
          stack,
          resource,
          satellites: new Map(),
        });
    }
  const evaluatorOf = new Map(evaluators.map((evaluator) => [evaluator.stack, evaluator]));
  const claimed = new Set<StackResource>();
  for (const owner of found)
    if (!elseDrawn.has(owner.resource.type))
      for (const satellite of owner.mapping.satellites ?? [])
        if (satellite.elseDrawn === true)
          for (const { resource } of namedByHolder(owner, satellite, evaluatorOf)) claimed.add(resource);
  const all: Growing[] = [];
  const owners = new Map<StackResource, Growing>();
  const doubts = new Map<StackResource, Guess>();
  for (const drawn of found) {
    const { stack, resource } = drawn;
    const evaluator = evaluatorOf.get(stack);
    if (claimed.has(resource) && elseDrawn.has(resource.type) && evaluator !== undefined) {
      others.push({ stack, resource, evaluator });
      continue;
    }
    all.push(drawn);
    owners.set(resource, drawn);
  }
  const implied = impliedResources(catalog, evaluators, owners, isMade);
  all.push(...implied.all);
  absorb(all, others, evaluatorOf, owners, doubts, implied);
  return {
    all,
    ownerOf(stack, logicalId, attribute) {
      const named = attribute === undefined ? undefined : implied.of({ stack, logicalId, attribute });
      if (named !== undefined) return named;
      const resource = stack.resources.get(logicalId);
      return resource === undefined ? undefined : owners.get(resource);
    },
    doubtOf(stack, logicalId) {
      const resource = stack.resources.get(logicalId);
      return resource === undefined ? undefined : doubts.get(resource);
    },
  };
}

/** Gives every satellite to those it belongs to; a satellite of a satellite needs another round. */
function absorb(
  all: readonly Growing[],
  others: readonly Other[],
  evaluatorOf: ReadonlyMap<Stack, Evaluator>,
  owners: Map<StackResource, Growing>,
  doubts: Map<StackResource, Guess>,
  implied: ImpliedResources,
): void {
  const free = new Map(others.map((other) => [other.resource, other]));
  const namedBy = satellitesByTarget(all, others, implied);
  const calledBy = satellitesByName(all, others);

  const candidates = (holder: Absorbed, satellite: Satellite): readonly Absorbed[] => {
    if (satellite.from !== 'satellite') return namedByHolder(holder, satellite, evaluatorOf);
    const referring = namedBy.get(`${satellite.type} ${satellite.property}`)?.get(holder.resource) ?? [];
    const { byName } = satellite;
    const evaluator = evaluatorOf.get(holder.stack);
    const name = byName === undefined ? undefined : nameIn(evaluator, holder.resource, byName.owner);
    return byName === undefined || name === undefined
      ? referring
      : [...referring, ...(calledBy.get(`${satellite.type} ${byName.property} ${name}`) ?? [])];
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
            const whole = absorbed(found.stack, found.resource, found.guess ?? holder.guess);
            if (inRole === undefined) owner.satellites.set(satellite.role, [whole]);
            else inRole.push(whole);
            // A satellite that several share stands for the first of them where it is referred to.
            if (!owners.has(found.resource)) {
              owners.set(found.resource, owner);
              if (whole.guess !== undefined) doubts.set(found.resource, whole.guess);
            }
            grew = true;
          }
      }
  }
  for (const { satellites } of all)
    for (const inRole of satellites.values())
      inRole.sort(
        (a, b) =>
          Number(a.guess !== undefined) - Number(b.guess !== undefined) ||
          (place.get(a.resource) ?? 0) - (place.get(b.resource) ?? 0),
      );
}

function absorbed(stack: Stack, resource: StackResource, guess: Guess | undefined): Absorbed {
  return guess === undefined ? { stack, resource } : { stack, resource, guess };
}

/** The resources of a satellite's type that its holder names in the property of the satellite, in the items it picks. */
function namedByHolder(
  { stack, resource }: Absorbed,
  { type, property, pick }: Satellite,
  evaluatorOf: ReadonlyMap<Stack, Evaluator>,
): readonly Absorbed[] {
  const evaluator = evaluatorOf.get(stack);
  const whole = valueOf(resource.properties, property);
  if (evaluator === undefined || whole === undefined) return [];
  let nodes = [whole];
  if (pick !== undefined) {
    const items = itemsOf(evaluator, resource, property).map(({ node }) => node);
    nodes = pick(items.map((node) => rawValue(evaluator, node))).flatMap((index) => items[index] ?? []);
  }
  return nodes
    .flatMap((node) => [...referencesIn(node, evaluator)])
    .flatMap(({ stack: of, logicalId, guess }): readonly Absorbed[] => {
      const named = of.resources.get(logicalId);
      return named?.type === type ? [absorbed(of, named, guess)] : [];
    });
}

/** For each type and property of satellites that name their owner: the satellites by whom they name. */
function satellitesByTarget(
  all: readonly Growing[],
  others: readonly Other[],
  implied: ImpliedResources,
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
      const target = implied.of(value)?.resource ?? value.stack.resources.get(value.logicalId);
      if (target === undefined) continue;
      const key = `${resource.type} ${property}`;
      const byTarget = found.get(key) ?? new Map<StackResource, Absorbed[]>();
      found.set(key, byTarget);
      const named = byTarget.get(target);
      const satellite = absorbed(stack, resource, value.guess);
      if (named === undefined) byTarget.set(target, [satellite]);
      else named.push(satellite);
    }
  return found;
}

/** For each type and property with which satellites name their owner by its name: the satellites by that name. */
function satellitesByName(
  all: readonly Growing[],
  others: readonly (Absorbed & { readonly evaluator: Evaluator })[],
): ReadonlyMap<string, readonly Absorbed[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { mapping } of all)
    for (const { type, byName } of mapping.satellites ?? [])
      if (byName !== undefined) wanted.set(type, (wanted.get(type) ?? new Set()).add(byName.property));
  const found = new Map<string, Absorbed[]>();
  for (const { stack, resource, evaluator } of others)
    for (const property of wanted.get(resource.type) ?? []) {
      const name = nameIn(evaluator, resource, property);
      if (name === undefined) continue;
      const key = `${resource.type} ${property} ${name}`;
      found.set(key, [...(found.get(key) ?? []), { stack, resource }]);
    }
  return found;
}

/** A property that is a domain name. */
function nameIn(
  evaluator: Evaluator | undefined,
  resource: StackResource,
  property: string,
): string | undefined {
  const node = valueOf(resource.properties, property);
  const value = node === undefined ? undefined : evaluator?.evaluate(node);
  return value?.is === 'text' && value.assumed === undefined
    ? value.text.toLowerCase().replace(/\.$/, '')
    : undefined;
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
