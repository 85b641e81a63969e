/**
 * An interface endpoint: network interfaces in the VPC that stand for one service, guarded by security groups. With
 * private DNS the service's default name leads to them (IE1–IE5).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
import type { Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown, type Value } from '../../model/value';
import type { InterfaceEndpointFact } from '../facts';
import { ledBy } from '../ledAstray';
import type { Interface, World } from '../world';
import type { Outcome } from '../walk';
import { notTheService } from '../arrival';
import { isWithin } from '../naming/hostNames';
import { privateDomainsOf } from '../serviceNames';
import type { Behaviour, NamedClaim } from './behaviour';
import { policyNotAnalysed } from './gatewayEndpoint';
import { isForInboundOnly, whyNotCreated, whyUnsureOfCreation } from './interfaceEndpointCreation';
import { throughService } from './privateLink';
import { whyOtherType } from './serviceType';

export const interfaceEndpoint: Behaviour<InterfaceEndpointFact> = {
  endsIn: 'exits-to-service',

  refusal: ({ by, provider = null }, world) =>
    whyOtherType(world, by, provider, { field: 'endpointService', takes: 'network' }),

  // IE2: an endpoint answers, and never asks.
  cannotStart: (fact, world) => ({
    code: 'gateway-rejects',
    analyzerCode: 'VPCE_INTRA_VPC_TRAFFIC',
    says: {
      en: `${world.name(fact.by)} is an interface endpoint, which cannot begin a connection`,
      ja: `${world.name(fact.by)} はインターフェイスエンドポイントであり、自分から接続を開始できません`,
    },
  }),

  claim(fact, world, network, asked) {
    // An endpoint service has no name that AWS gives to an endpoint's network.
    if (fact.provider != null) return undefined;
    if (isUnknown(fact.service) && fact.privateDns === false) return undefined;
    const interfaces = world.interfaces.get(fact.by) ?? [];
    const name = world.name(fact.by);
    const claim = (domain: string, doubt: Words | null): NamedClaim => ({
      by: fact.by,
      domain,
      strength: 'hidden',
      doubt,
      decides: {
        is: 'interfaces',
        interfaces,
        families: familiesAnswered(fact, interfaces),
        because: {
          en: `private DNS of ${name} answers with its addresses`,
          ja: `${name} のプライベート DNS が、そのアドレスを返します`,
        },
      },
    });
    if (isUnknown(fact.service))
      return asked.service === null ? undefined : claim(asked.host, fact.service.unknown);
    const domain = privateDomainsOf(fact.service).find((each) => isWithin(asked.host, each));
    if (domain === undefined) return undefined;
    const unsure = (why: Words): NamedClaim => claim(domain, why);
    if (isUnknown(fact.privateDns)) return unsure(fact.privateDns.unknown);
    if (!fact.privateDns)
      return {
        is: 'remark',
        change: { resource: fact.by, field: 'privateDns' },
        says: {
          en: `private DNS of ${name} is off, so the name of the service does not lead to it`,
          ja: `${name} のプライベート DNS が無効なため、サービスの名前はこのエンドポイントに解決されません`,
        },
      };
    const blame = whyNotCreated(fact, world);
    if (blame.length > 0) return { is: 'not-created', blame };
    for (const value of [network.dnsSupport, network.dnsHostnames])
      if (isUnknown(value)) return unsure(value.unknown);
    const inboundOnly = isForInboundOnly(fact);
    if (isUnknown(inboundOnly) && !asked.inbound) return unsure(inboundOnly.unknown);
    if (inboundOnly && !asked.inbound)
      return {
        is: 'remark',
        says: {
          en: `private DNS of ${name} serves inbound Resolver endpoints only; inside the VPC the name leads to the gateway endpoint`,
          ja: `${name} のプライベート DNS はインバウンド Resolver エンドポイント専用です。VPC 内では、名前はゲートウェイエンドポイントへ向かいます`,
        },
      };
    if (interfaces.length === 0)
      return {
        is: 'not-created',
        blame: [
          {
            resource: fact.by,
            field: 'subnets',
            says: {
              en: `${name} is in no subnet, so it has no addresses`,
              ja: `${name} はどのサブネットにもないため、アドレスがありません`,
            },
          },
        ],
      };
    return claim(domain, null);
  },

  receive(fact, walk, packet, at): Outcome {
    const { world, goal, direction } = walk;
    const name = world.name(fact.by);
    const made = { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by } as const;
    for (const { resource, field, says } of direction === 'forward' ? whyNotCreated(fact, world) : []) {
      const stop = walk.drop(
        {
          ...made,
          resource,
          ...(field === undefined ? {} : { field }),
          says,
          code: 'cannot-be-created',
          analyzerCode: 'BAD_STATE',
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    const doubt = direction === 'forward' ? whyUnsureOfCreation(fact, world) : undefined;
    if (doubt !== undefined) walk.unsure({ ...made, says: doubt }, doubt, packet);
    if (goal.target !== null && goal.target !== at) {
      const stop = walk.drop(
        {
          ...made,
          code: 'wrong-owner',
          analyzerCode: 'NO_POSSIBLE_DESTINATION',
          ...ledBy(walk, 'NO_POSSIBLE_DESTINATION'),
          final: true,
          says: {
            en: `the address belongs to ${name} here, not to ${world.name(goal.target.id)}`,
            ja: `ここではこのアドレスは ${world.name(goal.target.id)} ではなく ${name} のものです`,
          },
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    const other = goal.service === null ? undefined : elseThan(fact, world, goal.service.name);
    if (goal.service !== null && other !== undefined) {
      const stop = notTheService(walk, goal.service, fact.by, `${name} (${other})`, packet);
      if (stop !== undefined) return stop;
    }
    const isOwnService = fact.provider != null;
    if (packet.protocol !== 'tcp' && !(isOwnService && packet.protocol === 'udp')) {
      // IE2. Endpoint services carry UDP as well.
      const stop = walk.drop(
        {
          ...made,
          code: 'gateway-rejects',
          analyzerCode: 'PROTOCOL_RESTRICTION',
          says: isOwnService
            ? { en: `${name} carries TCP and UDP only`, ja: `${name} が運ぶのは TCP と UDP だけです` }
            : { en: `${name} carries TCP only`, ja: `${name} が運ぶのは TCP だけです` },
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    const onward = direction === 'forward' ? throughService(fact, walk, packet, at) : undefined;
    if (onward !== undefined) return onward;
    const service = isUnknown(fact.service) ? '?' : fact.service;
    walk.pass(
      {
        ...made,
        says: {
          en: `${name} carries the packet to ${service} over PrivateLink`,
          ja: `${name} が PrivateLink 経由でパケットを ${service} に運びます`,
        },
      },
      packet,
    );
    if (direction === 'forward') walk.note(policyNotAnalysed);
    return {
      arrived: true,
      disposition: goal.disposition,
      packet,
      reply: (back, answer) => back.leave(at, { ...answer, sender: at }),
    };
  },
};

/**
 * The families of the records of its private DNS names.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html
 */
function familiesAnswered(
  { dnsRecords }: InterfaceEndpointFact,
  interfaces: readonly Interface[],
): Value<readonly Family[]> {
  if (dnsRecords === undefined || dnsRecords === 'dualstack') return [4, 6];
  const isOfBoth = interfaces.some(({ ipv4, ipv6 }) => ipv4 !== false && ipv6 !== false);
  // Of an endpoint with addresses of one family there are records of that family alone.
  if (isUnknown(dnsRecords)) return isOfBoth ? dnsRecords : [4, 6];
  if (dnsRecords === 'service-defined') return isOfBoth ? [4] : [4, 6];
  return dnsRecords === 'ipv6' ? [6] : [4];
}

/** What it stands for, where that is certainly another service than the one that was asked for. */
function elseThan({ provider = null, service }: InterfaceEndpointFact, world: World, wanted: string) {
  if (isUnknown(provider) || isUnknown(service)) return undefined;
  if (provider === null) return service === wanted ? undefined : service;
  // AWS makes up the name of an endpoint service, which may be this one.
  return wanted.includes('.vpce.') ? undefined : world.name(provider);
}
