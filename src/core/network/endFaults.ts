/** Why there is nothing to follow: an end that is no end. */
import type { ResourceId } from '../model/document';
import type { NoEnd } from './ends';
import type { World } from './world';

export function notAnAddress(text: string): NoEnd {
  return {
    what: 'deliver',
    fault: {
      resource: null,
      row: null,
      at: null,
      code: 'no-such-host',
      analyzerCode: 'NO_SOURCE_OR_DESTINATION',
      says: { en: `“${text}” is not an address`, ja: `「${text}」はアドレスではありません` },
    },
  };
}

export function notItsAddress(world: World, id: ResourceId, text: string): NoEnd {
  const name = world.name(id);
  return {
    what: 'deliver',
    fault: {
      resource: id,
      row: null,
      at: id,
      code: 'no-such-host',
      analyzerCode: 'ENI_ADDRESS_RESTRICTION',
      says: { en: `${text} is not an address of ${name}`, ja: `${text} は ${name} のアドレスではありません` },
    },
  };
}

/** In a network of AWS's own, and called through its service. */
export function hasNoAddress(world: World, id: ResourceId): NoEnd {
  const name = world.name(id);
  return {
    what: 'deliver',
    fault: {
      resource: id,
      row: null,
      at: id,
      code: 'not-attached',
      analyzerCode: 'UNASSOCIATED_COMPONENT',
      says: {
        en: `${name} is in no VPC and has no address to send to; it is called through the API of its service`,
        ja: `${name} は VPC に接続されていないため、宛先となるアドレスがありません。呼び出しにはサービスの API を使います`,
      },
    },
  };
}

export function noPublicAddress(world: World, id: ResourceId): NoEnd {
  const name = world.name(id);
  return {
    what: 'translate',
    fault: {
      resource: id,
      row: null,
      at: id,
      code: 'no-public-address',
      analyzerCode: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      says: {
        en: `${name} has no public IPv4 address, so nothing on the internet can send to it`,
        ja: `${name} にパブリック IPv4 アドレスがないため、インターネットからは送信できません`,
      },
    },
  };
}

export function nobodyHas(text: string): NoEnd {
  return {
    what: 'deliver',
    fault: {
      resource: null,
      row: null,
      at: null,
      code: 'no-such-host',
      analyzerCode: 'NO_SOURCE_OR_DESTINATION',
      says: {
        en: `nobody in the design has the address ${text}`,
        ja: `アドレス ${text} を持つものは設計にありません`,
      },
    },
  };
}

/** A network outside AWS to which the design shows no way. */
export function notConnected(world: World, id: ResourceId | null): NoEnd {
  const name = id === null ? '' : world.name(id);
  return {
    what: 'deliver',
    fault: {
      resource: id,
      row: null,
      at: id,
      code: 'no-route',
      analyzerCode: 'NO_PATH',
      says: {
        en: `nothing in the design connects ${name} with AWS (a VPN connection, for example)`,
        ja: `${name} と AWS をつなぐもの (VPN 接続など) が設計にありません`,
      },
    },
  };
}
