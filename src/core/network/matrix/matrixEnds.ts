/** Who is in the matrix: workloads, load balancers, services, the internet and what is on premises. */
import { compareOrder } from '../../../lib/order';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import type { Fact } from '../facts';
import { behaviourOf } from '../hops';
import { fullServiceName, serviceNamed } from '../serviceNames';
import type { End } from '../trace';
import type { World } from '../world';

export interface MatrixEnd {
  /** What stands for it here: the id of a resource, `internet`, or `service:NAME`. */
  readonly id: string;
  readonly end: End;
  /** Null: it is not drawn. */
  readonly resource: ResourceId | null;
  readonly sort: EndSort;
  /** Of an AWS service, its full name. */
  readonly service: string | null;
  /** Whether connections may start there, and whether they may lead there. */
  readonly asks: boolean;
  readonly answers: boolean;
}

/** In the order in which they are listed. */
export const endSorts = [
  'internet',
  'on-premises',
  'load-balancer',
  'workload',
  'endpoint',
  'service',
] as const;
export type EndSort = (typeof endSorts)[number];

/**
 * The internet is among them whether it is drawn or not, and so is every AWS service that has an endpoint. An endpoint is one
 * itself only where it leads to no service of AWS: else the service is, by its name.
 */
export function endsIn(world: World): readonly MatrixEnd[] {
  const found: { readonly end: MatrixEnd; readonly place: readonly Ordered[] }[] = [];
  const add = (end: MatrixEnd, place: readonly Ordered[] = []): void => void found.push({ end, place });
  const services = new Set<string>();
  for (const [id, facts] of world.facts) {
    const end = endOf(world, id, facts);
    if (end !== undefined) add(end, placeOf(world, id));
    if (end?.service != null) services.add(end.service);
  }
  for (const fact of [...world.facts.values()].flat()) {
    if (fact.fact !== 'gateway-endpoint' && fact.fact !== 'interface-endpoint') continue;
    const name = awsServiceOf(fact);
    if (name === undefined || services.has(name.full)) continue;
    services.add(name.full);
    // By the short name each network asks for the service of its own Region.
    const { said, full } = name;
    add({ ...named(`service:${said}`, { service: said }, 'service'), service: full });
  }
  if (!found.some(({ end: { end } }) => 'internet' in end && end.address === undefined))
    add({ ...named('internet', { internet: true }, 'internet'), asks: true });
  return found
    .sort((a, b) => endSorts.indexOf(a.end.sort) - endSorts.indexOf(b.end.sort) || byPlace(a, b))
    .map(({ end }) => end);
}

interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** In the order of their networks, and there of their subnets; what is in none comes last. */
function byPlace(a: { end: MatrixEnd; place: readonly Ordered[] }, b: typeof a): number {
  for (let depth = 0; ; depth++) {
    const [one, other] = [a.place[depth], b.place[depth]];
    if (one === undefined || other === undefined)
      return one !== undefined ? -1 : other !== undefined ? 1 : a.end.id < b.end.id ? -1 : 1;
    if (one.id !== other.id) return compareOrder(one, other);
  }
}

function placeOf(world: World, id: ResourceId): readonly Ordered[] {
  const [own] = world.interfaces.get(id) ?? [];
  const places = [own?.network?.id, own?.subnet?.id, id];
  return places.flatMap((each) =>
    each === undefined
      ? []
      : [{ id: each, order: world.facts.get(each)?.find(({ order }) => order !== undefined)?.order ?? '' }],
  );
}

function named(id: string, end: End, sort: EndSort): MatrixEnd {
  return { id, end, resource: null, sort, service: null, asks: false, answers: true };
}

function endOf(world: World, id: ResourceId, facts: readonly Fact[]): MatrixEnd | undefined {
  const drawn = {
    id,
    end: { resource: id },
    resource: id,
    service: null,
    asks: true,
    answers: true,
  } as const;
  for (const fact of facts) {
    const meaning = behaviourOf(fact).asEnd?.(fact, world);
    if (meaning === undefined) continue;
    switch (meaning.is) {
      case 'service':
        return {
          ...drawn,
          sort: 'service',
          service: fullServiceName(meaning.service, meaning.region),
          asks: false,
        };
      case 'internet': {
        const { address } = meaning;
        const end = address === null ? { internet: true as const } : { internet: true as const, address };
        return { ...drawn, end, sort: 'internet' };
      }
      case 'hosted-by-aws':
        return { ...drawn, sort: 'workload', answers: false };
      case 'outside':
        return { ...drawn, sort: 'on-premises' };
      case 'unknown':
        return fact.fact === 'service'
          ? { ...drawn, sort: 'service', asks: false }
          : { ...drawn, sort: fact.fact === 'internet' ? 'internet' : 'on-premises' };
    }
  }
  if (facts.some((fact) => fact.fact === 'interface' && fact.workload)) return { ...drawn, sort: 'workload' };
  // Whoever is found by a name of its own takes connections for others, and opens none that anybody asked for.
  if (facts.some((fact) => behaviourOf(fact).foundBy !== undefined))
    return { ...drawn, sort: 'load-balancer', asks: false };
  if (facts.some((fact) => fact.fact === 'interface-endpoint' && awsServiceOf(fact) === undefined))
    return { ...drawn, sort: 'endpoint', asks: false };
  return undefined;
}

type EndpointFact = Extract<Fact, { readonly fact: 'gateway-endpoint' | 'interface-endpoint' }>;

function awsServiceOf(fact: EndpointFact): { readonly full: string; readonly said: string } | undefined {
  const { service } = fact;
  if (isUnknown(service) || service === '') return undefined;
  if (fact.fact === 'interface-endpoint' && fact.provider != null) return undefined;
  const full = service.toLowerCase();
  if (/^(?:cn\.)?com\.amazonaws\.vpce\./.test(full) || !full.includes('.')) return undefined;
  return { full, said: serviceNamed(full)?.short ?? full };
}
