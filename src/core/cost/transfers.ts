/**
 * What a flow pays for being carried, beside what it passes through: data between Availability Zones, and out to the internet.
 * https://aws.amazon.com/ec2/pricing/on-demand/ (Data Transfer)
 */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { Fact } from '../network/facts';
import type { FactsBy } from '../network/factsBy';
import { serviceNamed } from '../network/serviceNames';
import type { Query, Trace } from '../network/trace';
import { zoneOfSubnet, subnetsOfResource } from '../network/zonal';
import type { PriceItem } from './priceList';

export interface Transfer {
  /** The end of the flow that pays. */
  readonly resource: ResourceId;
  /** Null: data that is charged by a figure that the price table does not have. */
  readonly item: Extract<PriceItem, 'internet-egress' | 'cross-zone'> | null;
  readonly region: string;
  /** Gigabytes a month; null where the design does not say whether any are charged. */
  readonly gb: number | null;
  readonly says: Words;
}

/** A flow has one amount for both directions, and only what is sent to the internet is charged. */
export const egressAssumption: Words = {
  en: 'all of the traffic is counted as going out to the internet, which is charged; what comes in is free',
  ja: '転送量はすべてインターネットへの送信 (有料) として計算しています。受信は無料です',
};

export interface Carried {
  readonly query: Query;
  /** The flow as a whole; from each subnet of its source, where there are several. */
  readonly trace: Trace;
  readonly parts?: readonly { readonly subnet: ResourceId; readonly trace: Trace }[];
  readonly gb: number;
  readonly facts: FactsBy;
  readonly regionOf: (id: ResourceId) => string;
  readonly nameOf: (id: ResourceId) => string;
}

/** Nothing for a flow that is blocked: it carries no data. */
export function transfersOf(carried: Carried): readonly Transfer[] {
  const { query, trace, gb } = carried;
  const payer = payerOf(query);
  if (payer === undefined || trace.verdict === 'blocked' || gb <= 0) return [];
  const region = carried.regionOf(payer);
  return [...outside(carried, payer, region), ...betweenZones(carried, payer, region)];
}

/** Who is in the design: the source, or the destination of what comes in from the internet. */
function payerOf({ from, to }: Query): ResourceId | undefined {
  if ('resource' in from) return from.resource;
  return 'resource' in to ? to.resource : undefined;
}

function* outside(carried: Carried, payer: ResourceId, region: string): Generator<Transfer> {
  const { trace, facts, gb, query } = carried;
  // https://aws.amazon.com/vpn/pricing/: what a VPN connection carries out of AWS is paid as data to the internet.
  if (meets(trace, facts, connections)) {
    const overDirectConnect = [...facts.values()]
      .flat()
      .some(
        (fact) =>
          fact.fact === 'vpn-connection' &&
          fact.isPrivate !== false &&
          trace.forward.steps.some(({ at }) => at === fact.by),
      );
    yield overDirectConnect
      ? {
          resource: payer,
          item: null,
          region,
          gb: null,
          says: {
            en: 'no price is known of data that a VPN connection carries over Direct Connect',
            ja: 'Direct Connect 上の VPN 接続のデータ転送料金はわかりません',
          },
        }
      : { resource: payer, item: 'internet-egress', region, gb, says: { en: '', ja: '' } };
    return;
  }
  if (!meets(trace, facts, outsideGateways)) return;
  const service = serviceRegion(query, trace, facts, region);
  if (service === region) return;
  if (service === undefined)
    yield {
      resource: payer,
      item: 'internet-egress',
      region,
      gb,
      says: { en: '', ja: '' },
    };
  else
    yield {
      resource: payer,
      item: null,
      region,
      gb: null,
      says: {
        en: `no price is known of data transfer from ${region} to ${service}`,
        ja: `${region} から ${service} へのデータ転送料金はわかりません`,
      },
    };
}

const connections: ReadonlySet<Fact['fact']> = new Set(['vpn-connection', 'customer-gateway']);
const outsideGateways: ReadonlySet<Fact['fact']> = new Set(['internet-gateway', 'egress-only-gateway']);

/** The Region of the AWS service that a flow leads to; undefined where it leads to no service. */
export function serviceRegion({ to }: Query, trace: Trace, facts: FactsBy, own = ''): string | undefined {
  if ('service' in to) return serviceNamed(to.service)?.region ?? own;
  if ('resource' in to)
    for (const fact of facts.get(to.resource) ?? []) if (fact.fact === 'service') return fact.region;
  // The name of a prefix list: com.amazonaws.<region>.<service>.
  for (const answer of trace.resolution?.answers ?? []) {
    const region = /^pl:(?:cn\.)?com\.amazonaws\.([a-z0-9-]+)\./.exec(answer)?.[1];
    if (region !== undefined) return region;
  }
  return undefined;
}

/**
 * Each way: what goes from one zone to another is paid where it leaves and where it arrives. Free of it are PrivateLink,
 * transit gateways and Client VPN, and whatever is no place in a zone (gateways, gateway endpoints).
 */
function* betweenZones(carried: Carried, payer: ResourceId, region: string): Generator<Transfer> {
  const { trace, parts = [], gb } = carried;
  const whole = parts.length === 0 ? [{ subnet: undefined, trace }] : parts;
  let crossing = 0;
  const doubts: Words[] = [];
  for (const part of whole) {
    const { times, doubt } = crossingsOf(carried, part.trace, part.subnet);
    crossing += (times * gb) / whole.length;
    if (doubt !== undefined) doubts.push(doubt);
  }
  const says = { en: '', ja: '' };
  if (crossing > 0) yield { resource: payer, item: 'cross-zone', region, gb: 2 * crossing, says };
  const [doubt] = doubts;
  if (doubt !== undefined) yield { resource: payer, item: 'cross-zone', region, gb: null, says: doubt };
}

interface Crossings {
  /** How often a gigabyte of the flow goes from one zone to another, on average over the destination's subnets. */
  readonly times: number;
  readonly doubt?: Words;
}

function crossingsOf(carried: Carried, trace: Trace, from: ResourceId | undefined): Crossings {
  const { query, facts, nameOf } = carried;
  const source = 'resource' in query.from ? query.from.resource : undefined;
  const destination = 'resource' in query.to ? query.to.resource : undefined;
  let at: Place | undefined =
    source === undefined ? undefined : placeOf(facts, source, from === undefined ? undefined : [from]);
  let times = 0;
  let doubt: Words | undefined;
  const seen = new Set<ResourceId>(source === undefined ? [] : [source]);
  for (const step of trace.forward.steps) {
    if (step.at === null || step.what === 'name-resolution' || seen.has(step.at)) continue;
    seen.add(step.at);
    const stated = new Set((facts.get(step.at) ?? []).map(({ fact }) => fact));
    if ([...stated].some((fact) => free.has(fact))) {
      at = undefined;
      continue;
    }
    if (stated.has('load-balancer')) {
      const name = nameOf(step.at);
      doubt ??= {
        en: `what data between zones costs that ${name} hands on hangs on which targets it chooses`,
        ja: `${name} が転送するデータのゾーン間料金は、選ばれるターゲットによって異なります`,
      };
      at = undefined;
      continue;
    }
    if (!stated.has('nat-gateway') && !stated.has('interface') && step.at !== destination) continue;
    const next = placeOf(facts, step.at, undefined);
    if (next === undefined) continue;
    if (at !== undefined) {
      const share = shareBetween(at, next);
      if (share === undefined)
        doubt ??= {
          en: `the design does not say whether ${nameOf(step.at)} is in the same zone as what sends to it`,
          ja: `${nameOf(step.at)} が送信元と同じアベイラビリティーゾーンにあるか、設計に指定がありません`,
        };
      else times += share;
    }
    at = next;
  }
  return doubt === undefined ? { times } : { times, doubt };
}

const free: ReadonlySet<Fact['fact']> = new Set([
  'interface-endpoint',
  'gwlb-endpoint',
  'transit-gateway',
  'transit-gateway-attachment',
  'client-vpn',
  'vpn-connection',
  'vpn-gateway',
]);

interface Place {
  readonly subnets: readonly ResourceId[];
  readonly zones: readonly (string | null)[];
}

function placeOf(facts: FactsBy, id: ResourceId, only: readonly ResourceId[] | undefined): Place | undefined {
  const subnets = only ?? subnetsOfResource(id, facts);
  if (subnets.length === 0) return undefined;
  return { subnets, zones: subnets.map((subnet) => zoneOfSubnet(subnet, facts)) };
}

/** How much of what goes from one place to another changes zones, if all pairs are as likely; undefined where nobody can say. */
function shareBetween(from: Place, to: Place): number | undefined {
  let crossing = 0;
  for (const [i, zone] of from.zones.entries())
    for (const [j, other] of to.zones.entries()) {
      if (from.subnets[i] === to.subnets[j]) continue;
      if (zone === null || other === null) return undefined;
      if (zone !== other) crossing += 1;
    }
  return crossing / (from.zones.length * to.zones.length);
}

export function meets({ forward }: Trace, facts: FactsBy, names: ReadonlySet<Fact['fact']>): boolean {
  return forward.steps.some(
    ({ at, what }) =>
      at !== null && what !== 'name-resolution' && (facts.get(at) ?? []).some(({ fact }) => names.has(fact)),
  );
}
