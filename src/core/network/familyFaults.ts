/**
 * Two ends without a common family of addresses. IPv4 is there by itself but in a subnet that is for IPv6 only, so what is
 * missing is IPv6 (of the interface, or of its subnet before that), or IPv4 in such a subnet.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
 */
import type { Family } from '../../lib/cidr';
import { verbatim, type Words } from '../../lib/words';
import type { Destination, NoEnd, Start } from './ends';
import { addressesOf } from './interfaces';
import type { Interface, Network, Subnet, World } from './world';

export function noCommonFamily(world: World, start: Start, destination: Destination): NoEnd {
  const answers = destination.options.flat();
  const asked = new Set(answers.map(({ family }) => family));
  const own = ([4, 6] as const).filter((family) => start.addresses[family].length > 0);
  if (asked.has(6) && start.from !== null && lacksIpv6(world, start.from))
    return noIpv6(world, start.from, start.from);
  const target = answers.map((answer) => answer.target).find((each) => each !== null);
  if (own.includes(6) && target != null && lacksIpv6(world, target)) return noIpv6(world, target, start.from);
  if (destination.name !== null && start.from?.subnet != null && start.from.subnet.dns64 !== false)
    return { what: 'name-resolution', fault: { unknown: byDns64 }, name: destination.name };
  const only = [start.from, target].find((each) => each != null && isIpv6Only(each));
  if (only?.subnet != null) return noIpv4(world, only, only.subnet, start.from);
  // Whoever asks has chosen addresses that do not go together: no component is at fault.
  const sender: Words =
    start.at === null ? { en: 'the source', ja: '送信元' } : verbatim(world.name(start.at));
  const [wanted] = asked;
  return {
    what: 'deliver',
    fault: {
      resource: null,
      row: null,
      at: start.at,
      code: 'no-such-host',
      analyzerCode: 'NO_SOURCE_OR_DESTINATION',
      says:
        wanted === undefined
          ? { en: 'the destination has no address', ja: '送信先にアドレスがありません' }
          : {
              en: `the destination has IPv${wanted} addresses only, and ${sender.en} sends from ${familiesText(own)}`,
              ja: `送信先には IPv${wanted} アドレスしかありませんが、${sender.ja} は ${familiesText(own)} アドレスから送信します`,
            },
    },
  };
}

export function lacksIpv6(world: World, at: Interface): boolean {
  return at.network !== null && addressesOf(world, at, 6).length === 0;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html */
const byDns64: Words = {
  en: 'which IPv6 addresses DNS64 answers for a name that has IPv4 addresses only is not modelled',
  ja: 'IPv4 アドレスしかない名前に対して DNS64 が返す IPv6 アドレスはモデル化していません',
};

function isIpv6Only({ subnet }: Interface): boolean {
  return subnet !== null && subnet.block === null && subnet.hidden === null;
}

/** OT7. An interface in a subnet for IPv6 only, and another end that has IPv4 only. */
function noIpv4(world: World, lacking: Interface, subnet: Subnet, from: Interface | null): NoEnd {
  const [name, own] = [world.name(subnet.id), world.name(lacking.id)];
  return {
    what: 'deliver',
    fault: {
      resource: subnet.id,
      row: null,
      field: 'ipv6Native',
      at: from?.id ?? lacking.id,
      code: 'no-public-address',
      analyzerCode: 'UNASSOCIATED_COMPONENT',
      says:
        lacking === from
          ? {
              en: `${name} is for IPv6 only, so ${own} cannot send over IPv4, which the destination needs`,
              ja: `${name} は IPv6 のみのサブネットのため、送信先に必要な IPv4 では ${own} から送信できません`,
            }
          : {
              en: `${name} is for IPv6 only, so nobody can send to ${own} over IPv4, which the source uses`,
              ja: `${name} は IPv6 のみのサブネットのため、送信元が使う IPv4 では ${own} に送信できません`,
            },
    },
  };
}

/** The one that has no IPv6 address, or the subnet that cannot give it one. `from`: the source, which the trace is at. */
export function noIpv6(world: World, lacking: Interface, from: Interface | null): NoEnd {
  const { subnet, network } = lacking;
  const name = world.name(lacking.id);
  const isSubnet = subnet !== null && subnet.ipv6 === null && subnet.hidden6 === null;
  const vpc = network !== null && network.ipv6 === null && network.isComplete[6] ? network : null;
  const need: Words =
    lacking === from
      ? {
          en: `${name} cannot send over IPv6, which the destination needs`,
          ja: `送信先に必要な IPv6 では ${name} から送信できません`,
        }
      : {
          en: `nobody can send to ${name} over IPv6, which the source uses`,
          ja: `送信元が使う IPv6 では ${name} に送信できません`,
        };
  const lack: Words = isSubnet ? noBlock(world, subnet, vpc) : noAddress(name);
  return {
    what: 'deliver',
    fault: {
      resource: isSubnet ? subnet.id : lacking.id,
      row: null,
      field: isSubnet ? 'ipv6' : lacking.ipv6Field,
      at: from?.id ?? lacking.id,
      code: 'no-public-address',
      analyzerCode: 'UNASSOCIATED_COMPONENT',
      says: {
        en: `${lack.en}, so ${need.en}`,
        ja: `${lack.ja}ため、${need.ja}`,
      },
    },
  };
}

function noAddress(name: string): Words {
  return { en: `${name} has no IPv6 address`, ja: `${name} に IPv6 アドレスがない` };
}

/** `vpc`: the VPC of the subnet, where it has no IPv6 either. */
function noBlock(world: World, { id }: Subnet, vpc: Network | null): Words {
  const name = world.name(id);
  if (vpc === null)
    return { en: `${name} has no IPv6 CIDR block`, ja: `${name} に IPv6 CIDR ブロックがない` };
  const outer = world.name(vpc.id);
  return {
    en: `neither ${name} nor ${outer} has an IPv6 CIDR block`,
    ja: `${name} にも ${outer} にも IPv6 CIDR ブロックがない`,
  };
}

function familiesText(families: readonly Family[]): string {
  return families.map((family) => `IPv${family}`).join(', ');
}
