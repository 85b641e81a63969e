/**
 * An interface endpoint: network interfaces in the VPC that stand for one service, guarded by security groups. With
 * private DNS the service's default name leads to them (IE1–IE5).
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
import type { Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown, type Value } from '../../model/value';
import type { HostedZoneFact, InterfaceEndpointFact } from '../facts';
import { ledBy } from '../ledAstray';
import { attachedTo, type Interface, type Network, type World } from '../world';
import type { Outcome } from '../walk';
import { notTheService } from '../arrival';
import { isWithin, normalHost } from '../naming/hostNames';
import { privateDomainsOf, serviceNamed } from '../serviceNames';
import type { Behaviour, NamedClaim, NotCreated } from './behaviour';
import { policyNotAnalysed } from './gatewayEndpoint';
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

/**
 * Records of a family of which its interfaces have no address.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html
 */
function whyOtherRecords(
  { by, dnsRecords = 'service-defined' }: InterfaceEndpointFact,
  world: World,
): NotCreated | undefined {
  const [first] = world.interfaces.get(by) ?? [];
  if (first === undefined || isUnknown(dnsRecords) || dnsRecords === 'service-defined') return undefined;
  const lacksFour = dnsRecords !== 'ipv6' && first.ipv4 === false;
  const lacksSix = dnsRecords !== 'ipv4' && first.ipv6 === false;
  if (!lacksFour && !lacksSix) return undefined;
  const [name, family] = [world.name(by), lacksFour ? 'IPv4' : 'IPv6'];
  return {
    resource: by,
    field: 'dnsRecords',
    says: {
      en: `${name} cannot be created: its DNS records are to hold ${family} addresses, and it has none`,
      ja: `${name} は作成できません。DNS レコードに ${family} アドレスが必要ですが、エンドポイントに ${family} アドレスがありません`,
    },
  };
}

/** IE6: a service of another Region is asked for by name and by Region. */
function otherRegion(fact: InterfaceEndpointFact, world: World): NotCreated[] {
  const network = fact.network === null ? undefined : world.networks.get(fact.network);
  if (network === undefined || isUnknown(fact.service)) return [];
  const region = serviceNamed(fact.service)?.region;
  const { serviceRegion = network.region } = fact;
  if (region === undefined || isUnknown(serviceRegion) || region === serviceRegion) return [];
  const name = world.name(fact.by);
  return [
    {
      resource: fact.by,
      field: 'serviceRegion',
      says: {
        en: `${name} cannot be created: ${fact.service} is a service of ${region}, and ${name} asks for it in ${serviceRegion}`,
        ja: `${name} は作成できません。${fact.service} は ${region} のサービスですが、${name} は ${serviceRegion} のサービスとして指定しています`,
      },
    },
  ];
}

/** IE3, IE5, IE6: what AWS refuses, private DNS being on above all. */
function whyNotCreated(fact: InterfaceEndpointFact, world: World): NotCreated[] {
  const elsewhere = otherRegion(fact, world);
  if (elsewhere.length > 0) return elsewhere;
  const records = whyOtherRecords(fact, world);
  if (records !== undefined) return [records];
  if (fact.privateDns === true && typeof fact.provider === 'string') {
    const [own, service] = [world.name(fact.by), world.name(fact.provider)];
    return [
      {
        resource: fact.by,
        field: 'privateDns',
        says: {
          en: `${own} cannot be created: its private DNS is on, and ${service} has no private DNS name`,
          ja: `${own} は作成できません。プライベート DNS が有効ですが、${service} にプライベート DNS 名がありません`,
        },
      },
    ];
  }
  const network = fact.network === null ? undefined : world.networks.get(fact.network);
  if (network === undefined || fact.privateDns !== true) return [];
  const name = world.name(fact.by);
  const vpc = world.name(network.id);
  const attributes = [
    ['dnsSupport', 'DNS resolution', 'DNS 解決'],
    ['dnsHostnames', 'DNS hostnames', 'DNS ホスト名'],
  ] as const;
  const off = attributes.flatMap(([field, en, ja]): NotCreated[] =>
    network[field] === false
      ? [
          {
            resource: network.id,
            field,
            says: {
              en: `${name} cannot be created: its private DNS needs ${en} of ${vpc} to be on`,
              ja: `${name} は作成できません。プライベート DNS には ${vpc} の${ja}の有効化が必要です`,
            },
          },
        ]
      : [],
  );
  if (off.length > 0)
    return [
      ...off,
      {
        resource: fact.by,
        field: 'privateDns',
        says: {
          en: `${name} cannot be created as long as its private DNS is on and ${vpc} does not have both DNS attributes`,
          ja: `${vpc} の DNS 属性が両方とも有効でない限り、プライベート DNS を有効にした ${name} は作成できません`,
        },
      },
    ];
  const rival = zoneInTheWay(fact, network);
  if (rival !== undefined)
    return [
      {
        resource: fact.by,
        field: 'privateDns',
        says: {
          en: `${name} cannot be created: its private DNS conflicts with the hosted zone ${world.name(rival.by)} of ${vpc}`,
          ja: `${name} は作成できません。プライベート DNS が、${vpc} に関連付けられたホストゾーン ${world.name(rival.by)} と競合します`,
        },
      },
    ];
  if (isForInboundOnly(fact) === true && !hasGatewayEndpointFor(fact, network))
    return [
      {
        resource: fact.by,
        field: 'privateDns',
        says: {
          en: `${name} cannot be created: private DNS for inbound Resolver endpoints only (the default of S3) needs a gateway endpoint for the same service in ${vpc}`,
          ja: `${name} は作成できません。インバウンド Resolver エンドポイントのみを対象とするプライベート DNS (S3 の既定) には、${vpc} に同じサービスのゲートウェイエンドポイントが必要です`,
        },
      },
    ];
  return [];
}

/** A hosted zone of the network that has the very domain for which AWS would make a hidden one. */
function zoneInTheWay(fact: InterfaceEndpointFact, network: Network): HostedZoneFact | undefined {
  if (isUnknown(fact.service)) return undefined;
  const domains = privateDomainsOf(fact.service);
  return attachedTo(network, 'hosted-zone').find(
    ({ domain }) => !isUnknown(domain) && domains.includes(normalHost(domain)),
  );
}

/** What would have to be known to say whether AWS creates it. */
function whyUnsureOfCreation(fact: InterfaceEndpointFact, world: World): Words | undefined {
  const network = fact.network === null ? undefined : world.networks.get(fact.network);
  if (network === undefined || fact.privateDns === false) return undefined;
  const inboundOnly = isForInboundOnly(fact);
  const hidden = [
    network.dnsSupport,
    network.dnsHostnames,
    ...(hasGatewayEndpointFor(fact, network) ? [] : [inboundOnly]),
  ].find(isUnknown);
  if (!isUnknown(fact.privateDns)) return hidden?.unknown;
  const isRefusedWithIt = whyNotCreated({ ...fact, privateDns: true }, world).length > 0;
  return isRefusedWithIt || hidden !== undefined ? fact.privateDns.unknown : undefined;
}

/** IE5: the default of S3, which nothing else has. */
function isForInboundOnly(fact: InterfaceEndpointFact): Value<boolean> {
  if (fact.privateDnsOnlyForInboundResolver !== undefined) return fact.privateDnsOnlyForInboundResolver;
  return typeof fact.service === 'string' && fact.service.endsWith('.s3');
}

function hasGatewayEndpointFor(fact: InterfaceEndpointFact, network: Network): boolean {
  return attachedTo(network, 'gateway-endpoint').some(({ service }) => service === fact.service);
}
