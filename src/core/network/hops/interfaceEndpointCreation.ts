/**
 * What AWS asks of an interface endpoint before it creates one (IE3, IE5, IE6), and what would have to be known to say so.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown, type Value } from '../../model/value';
import type { HostedZoneFact, InterfaceEndpointFact } from '../facts';
import { normalHost } from '../naming/hostNames';
import { privateDomainsOf, serviceNamed } from '../serviceNames';
import { attachedTo, type Network, type World } from '../world';
import type { NotCreated } from './behaviour';

/** IE3, IE5, IE6: what AWS refuses, private DNS being on above all. */
export function whyNotCreated(fact: InterfaceEndpointFact, world: World): NotCreated[] {
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

/** A hosted zone of the network that has the very domain for which AWS would make a hidden one. */
function zoneInTheWay(fact: InterfaceEndpointFact, network: Network): HostedZoneFact | undefined {
  if (isUnknown(fact.service)) return undefined;
  const domains = privateDomainsOf(fact.service);
  return attachedTo(network, 'hosted-zone').find(
    ({ domain }) => !isUnknown(domain) && domains.includes(normalHost(domain)),
  );
}

/** What would have to be known to say whether AWS creates it. */
export function whyUnsureOfCreation(fact: InterfaceEndpointFact, world: World): Words | undefined {
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
export function isForInboundOnly(fact: InterfaceEndpointFact): Value<boolean> {
  if (fact.privateDnsOnlyForInboundResolver !== undefined) return fact.privateDnsOnlyForInboundResolver;
  return typeof fact.service === 'string' && fact.service.endsWith('.s3');
}

function hasGatewayEndpointFor(fact: InterfaceEndpointFact, network: Network): boolean {
  return attachedTo(network, 'gateway-endpoint').some(({ service }) => service === fact.service);
}
