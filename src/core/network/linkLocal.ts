/**
 * What answers an interface of a VPC before its packets are routed, and what neither security groups nor network ACLs are
 * asked about: Amazon's resolver (DN1), instance metadata (OT2) and the clock.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-ec2-ntp.html
 */
import { addressOf, addressText, type Address } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { Protocol } from '../model/document';
import { isUnknown } from '../model/value';
import type { Outcome, Packet, Walk } from './walk';
import type { Interface, Network } from './world';

interface LinkLocalService {
  readonly name: Words;
  readonly protocols: readonly Protocol[];
  readonly port: number;
  readonly isResolver: boolean;
}

const resolver: LinkLocalService = {
  name: { en: 'Amazon’s DNS server', ja: 'Amazon の DNS サーバー' },
  protocols: ['udp', 'tcp'],
  port: 53,
  isResolver: true,
};
const metadata: LinkLocalService = {
  name: { en: 'the instance metadata service', ja: 'インスタンスメタデータサービス' },
  protocols: ['tcp'],
  port: 80,
  isResolver: false,
};
const clock: LinkLocalService = {
  name: { en: 'the Amazon Time Sync Service', ja: 'Amazon Time Sync Service' },
  protocols: ['udp'],
  port: 123,
  isResolver: false,
};

const everywhere: ReadonlyMap<string, LinkLocalService> = new Map(
  (
    [
      ['169.254.169.253', resolver],
      ['fd00:ec2::253', resolver],
      ['169.254.169.254', metadata],
      ['fd00:ec2::254', metadata],
      ['169.254.169.123', clock],
      ['fd00:ec2::123', clock],
    ] as const
  ).flatMap(([text, service]) => {
    const address = addressOf(text);
    return address === undefined ? [] : [[addressText(address), service] as const];
  }),
);

/** Undefined: the packet goes to the router like any other. */
export function answeredAtLink(walk: Walk, from: Interface, packet: Packet): Outcome | undefined {
  const { network } = from;
  const { destination } = packet;
  if (network === null || destination.is.as !== 'exact') return undefined;
  const service = isResolverOf(network, destination) ? resolver : everywhere.get(addressText(destination));
  const isMeant =
    service?.protocols.includes(packet.protocol) === true &&
    packet.destinationPorts?.[0] === service.port &&
    packet.destinationPorts[1] === service.port;
  if (service === undefined || !isMeant) return undefined;
  const made = { at: from.id, what: 'deliver', direction: 'in', resource: null } as const;
  const { dnsSupport } = network;
  if (service.isResolver && dnsSupport === false) {
    const name = walk.world.name(network.id);
    const stop = walk.drop(
      {
        ...made,
        resource: network.id,
        field: 'dnsSupport',
        code: 'no-such-host',
        analyzerCode: null,
        says: {
          en: `DNS resolution of ${name} is off, so that nobody answers at ${addressText(destination)}`,
          ja: `${name} の DNS 解決が無効のため、${addressText(destination)} は応答しません`,
        },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  } else if (service.isResolver && isUnknown(dnsSupport))
    walk.unsure({ ...made, resource: network.id, says: dnsSupport.unknown }, dnsSupport.unknown, packet);
  walk.pass(
    {
      ...made,
      says: {
        en: `${service.name.en} answers; neither security groups nor network ACLs are asked`,
        ja: `${service.name.ja}が応答します。セキュリティグループやネットワーク ACL は適用されません`,
      },
    },
    packet,
  );
  return {
    arrived: true,
    disposition: 'delivered',
    packet,
    reply: (back, answer) => back.enter(from, answer, from.subnet),
  };
}

/** The address two above the first of the primary block. */
function isResolverOf({ blocks: [primary] }: Network, { family, value }: Address): boolean {
  return primary !== undefined && family === 4 && value === primary.first + 2n;
}
