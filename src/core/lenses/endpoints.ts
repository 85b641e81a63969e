/** VPC endpoints, the services that they lead to, and the subnets and route tables that they serve. */
import { shortServiceName } from '../../lib/serviceNames';
import { verbatim, type Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown, known, type Value } from '../model/value';
import type { Fact, InterfaceEndpointFact, ServiceFact } from '../network/facts';
import { mark, type LensGround, type LensLink, type LensMark, type LensView } from './lens';

export function endpointsLens(ground: LensGround): LensView {
  const { facts } = ground;
  const marks = new Map<ResourceId, LensMark>();
  const links: LensLink[] = [];
  const leadTo = (from: ResourceId, to: ResourceId | null | undefined, says: Words): void => {
    if (to == null) return;
    mark(marks, to);
    links.push({ from, to, says });
  };
  for (const fact of facts)
    switch (fact.fact) {
      case 'gateway-endpoint': {
        mark(marks, fact.by, { notes: [serviceText(ground, fact.network, fact.service)] });
        for (const table of fact.routeTables) mark(marks, table);
        for (const subnet of subnetsWith(facts, new Set(fact.routeTables))) mark(marks, subnet);
        leadTo(fact.by, serviceAt(ground, fact.network, fact.service), verbatim(''));
        break;
      }
      case 'interface-endpoint': {
        mark(marks, fact.by, {
          notes: [serviceText(ground, fact.network, fact.service), privateDnsText(fact.privateDns)],
        });
        for (const subnet of subnetsOf(facts, fact.by)) mark(marks, subnet);
        leadTo(fact.by, providerOf(ground, fact), verbatim('PrivateLink'));
        break;
      }
      case 'gwlb-endpoint':
        mark(marks, fact.by);
        mark(marks, fact.subnet);
        leadTo(fact.by, known(fact.provider), verbatim('GWLB'));
        break;
      case 'endpoint-service':
        mark(marks, fact.by);
        for (const balancer of fact.loadBalancers) leadTo(fact.by, balancer, verbatim(''));
        break;
      default:
    }
  return { lens: 'endpoints', marks, links, sets: [] };
}

/** The subnets that one of the tables decides for, the main table of a network among them. */
function subnetsWith(facts: readonly Fact[], tables: ReadonlySet<ResourceId>): readonly ResourceId[] {
  const main = new Set<ResourceId | null>();
  for (const fact of facts)
    if (fact.fact === 'route-table' && fact.main && tables.has(fact.by)) main.add(fact.network);
  return facts.flatMap((fact) => {
    if (fact.fact !== 'subnet' || isUnknown(fact.routeTable)) return [];
    const { routeTable, network, by } = fact;
    return (routeTable === null ? main.has(network) : tables.has(routeTable)) ? [by] : [];
  });
}

/** Where somebody has a network interface. */
function subnetsOf(facts: readonly Fact[], owner: ResourceId): readonly ResourceId[] {
  return facts.flatMap((fact) =>
    fact.fact === 'interface' && fact.by === owner && fact.subnet !== null ? [fact.subnet] : [],
  );
}

function providerOf(ground: LensGround, fact: InterfaceEndpointFact): ResourceId | null | undefined {
  const provider = fact.provider === undefined ? undefined : known(fact.provider);
  return provider ?? serviceAt(ground, fact.network, fact.service);
}

/** The service of that name in the Region of the network, where the design has it. */
function serviceAt(
  ground: LensGround,
  network: ResourceId | null,
  service: Value<string>,
): ResourceId | undefined {
  const region = regionOf(ground, network);
  const name = shortNameOf(ground, network, service);
  if (name === undefined || name === '') return undefined;
  return ground.facts.find(
    (fact): fact is ServiceFact =>
      fact.fact === 'service' && fact.region === region && known(fact.service) === name,
  )?.by;
}

function regionOf({ facts, document }: LensGround, network: ResourceId | null): string {
  for (const fact of facts) if (fact.fact === 'network' && fact.by === network) return fact.region;
  return document.settings.region;
}

function shortNameOf(
  ground: LensGround,
  network: ResourceId | null,
  service: Value<string>,
): string | undefined {
  return isUnknown(service) ? undefined : shortServiceName(regionOf(ground, network), service);
}

function serviceText(ground: LensGround, network: ResourceId | null, service: Value<string>): Words {
  const name = shortNameOf(ground, network, service);
  return name === '' ? { en: 'no service', ja: 'サービスなし' } : verbatim(name ?? '?');
}

function privateDnsText(privateDns: Value<boolean>): Words {
  if (isUnknown(privateDns)) return { en: 'private DNS ?', ja: 'プライベート DNS ?' };
  return privateDns
    ? { en: 'private DNS', ja: 'プライベート DNS' }
    : { en: 'no private DNS', ja: 'プライベート DNS なし' };
}
