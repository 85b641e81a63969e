/** What a VPN connection itself lets through, whichever way it goes: nothing where AWS does not create it. */
import { addressOf, blockOf } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, blockCovers, isPublic, isRfc1918, isRfc6598 } from '../address';
import type { CustomerGatewayFact, VpnConnectionFact } from '../facts';
import type { NotCreated } from '../hops/behaviour';
import type { Outcome, Packet, StepMade, Walk } from '../walk';
import type { World } from '../world';
import { customerGatewayOf, vpnGatewayOf } from './connections';

/**
 * Why AWS would refuse a connection: it needs a gateway of each side, and the device an address that its tunnels reach. At
 * a virtual private gateway tunnels carry no IPv6 (VG1) and run over the internet only.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/private-ip-dx.html
 */
export function whyNoConnection(world: World, fact: VpnConnectionFact): NotCreated | undefined {
  const name = world.name(fact.by);
  const refused = (field: string, en: string, ja: string): NotCreated => ({
    resource: fact.by,
    field,
    says: { en: `${name} cannot be created: ${en}`, ja: `${name} は作成できません。${ja}` },
  });
  if (fact.gateway === null)
    return refused(
      'gateway',
      'it ends at no virtual private gateway or transit gateway',
      '仮想プライベートゲートウェイまたは Transit Gateway の指定が必要です',
    );
  if (fact.customerGateway === null)
    return refused(
      'customerGateway',
      'it names no customer gateway',
      'カスタマーゲートウェイの指定が必要です',
    );
  const atVpc = vpnGatewayOf(world, fact);
  if (atVpc !== undefined && fact.family === 6)
    return refused(
      'ipVersion',
      `at the virtual private gateway ${world.name(atVpc.by)} a VPN connection carries IPv4 only`,
      `仮想プライベートゲートウェイ ${world.name(atVpc.by)} の VPN 接続で使えるのは IPv4 だけです`,
    );
  if (atVpc !== undefined && fact.isPrivate === true)
    return refused(
      'outsideAddress',
      'tunnels between private addresses need a transit gateway',
      'プライベート IP VPN には Transit Gateway が必要です',
    );
  return whyNoPeer(world, fact, refused);
}

function whyNoPeer(
  world: World,
  fact: VpnConnectionFact,
  refused: (field: string, en: string, ja: string) => NotCreated,
): NotCreated | undefined {
  const device = customerGatewayOf(world, fact);
  if (device === undefined || isUnknown(device.address)) return undefined;
  const address = addressOf(device.address);
  const unmade = whyNoDevice(device, world);
  if (unmade !== undefined) return unmade;
  // An empty one is told by the certificate that the device has.
  if (address === undefined || isPublic(address)) return undefined;
  const isPrivate = isRfc1918(address) || isRfc6598(address);
  if (isPrivate && fact.isPrivate !== false) return undefined;
  const name = world.name(device.by);
  return {
    ...refused(
      'customerGateway',
      `its tunnels do not reach ${device.address}, the address of ${name}, over the internet`,
      `${name} の IP アドレス ${device.address} には、インターネット経由でトンネルを確立できません`,
    ),
    resource: device.by,
    field: 'ip',
  };
}

/** A customer gateway is told by its address, or by a certificate. */
export function whyNoDevice({ by, address }: CustomerGatewayFact, world: World): NotCreated | undefined {
  if (isUnknown(address) || address === '' || addressOf(address) !== undefined) return undefined;
  const name = world.name(by);
  return {
    resource: by,
    field: 'ip',
    says: {
      en: `${name} cannot be created: “${address}” is not an IP address`,
      ja: `${name} は作成できません。「${address}」は IP アドレスではありません`,
    },
  };
}

/** Stops what a connection does not carry. `towards`: which side the packet is sent to. */
export function stopInTunnel(
  walk: Walk,
  fact: VpnConnectionFact,
  towards: 'customer' | 'aws',
  packet: Packet,
): Outcome | undefined {
  const { world } = walk;
  const name = world.name(fact.by);
  const direction = towards === 'customer' ? 'out' : 'in';
  const at = { at: fact.by, what: 'gateway', direction, resource: fact.by } as const;
  const refusal = whyNoConnection(world, fact);
  if (refusal !== undefined) {
    const analyzerCode = vpnGatewayOf(world, fact) === undefined ? 'TGW_BAD_STATE_VPN' : 'BAD_STATE_VPN';
    const stop = walk.drop({ ...at, ...refusal, code: 'cannot-be-created', analyzerCode }, packet);
    if (stop !== undefined) return stop;
  }
  const { family } = fact;
  if (isUnknown(family)) walk.unsure({ ...at, says: family.unknown }, family.unknown, packet);
  else if (family !== packet.destination.family) {
    const stop = walk.drop(
      {
        ...at,
        field: 'ipVersion',
        code: 'gateway-rejects',
        analyzerCode: 'PROTOCOL_RESTRICTION',
        says: { en: `${name} carries IPv${family} only`, ja: `${name} は IPv${family} だけを運びます` },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  }
  const [customer, aws] =
    towards === 'customer' ? [packet.destination, packet.source] : [packet.source, packet.destination];
  return (
    outsideBlock(walk, { ...at, field: 'customerBlock' }, name, fact.customerBlock, customer, packet) ??
    outsideBlock(walk, { ...at, field: 'awsBlock' }, name, fact.awsBlock, aws, packet)
  );
}

/** https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html */
function outsideBlock(
  walk: Walk,
  at: Omit<StepMade, 'says'>,
  name: string,
  text: VpnConnectionFact['awsBlock'],
  address: Packet['source'],
  packet: Packet,
): Outcome | undefined {
  if (isUnknown(text)) {
    walk.unsure({ ...at, says: text.unknown }, text.unknown, packet);
    return undefined;
  }
  const block = text === null ? undefined : blockOf(text);
  if (block === undefined || block.family !== address.family) return undefined;
  const covers = blockCovers(block, address);
  if (covers === 'yes') return undefined;
  const shown = addressWords(address);
  const shownJa = addressInJapanese(address);
  if (covers !== 'no') {
    const why: Words = {
      en: `whether ${shown} is in ${text} is not known`,
      ja: `${shownJa} が ${text} に含まれるかどうかはわかりません`,
    };
    walk.unsure({ ...at, says: why }, why, packet);
    return undefined;
  }
  return walk.drop(
    {
      ...at,
      code: 'gateway-rejects',
      analyzerCode: null,
      says: {
        en: `the tunnels of ${name} are negotiated for ${text}, and ${shown} is not in it`,
        ja: `${name} のトンネルの対象は ${text} で、${shownJa} はこれに含まれません`,
      },
    },
    packet,
  );
}
