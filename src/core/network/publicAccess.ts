/**
 * VPC Block Public Access (BP1): what may pass between a subnet and the internet by an internet gateway or an egress-only
 * one, whatever routes and groups say. An exclusion of the network or the subnet lets more pass.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { Value } from '../model/value';
import { isUnknown } from '../model/value';
import type { PublicAccessBlockFact, PublicAccessExclusion, PublicAccessMode } from './facts';
import { publicAccessExclusions, publicAccessModes } from './facts';
import type { Outcome, Packet, Walk } from './walk';
import type { Network, Subnet } from './world';

/**
 * Undefined: the packet passes. `direction`: out of the subnet, or into it. Replies pass where what they answer did.
 * `outboundOnly`: it comes from, or goes by, something that carries only what begins inside.
 */
export function byPublicAccess(
  walk: Walk,
  gateway: { readonly by: ResourceId },
  network: Network,
  subnet: Subnet | null,
  direction: 'in' | 'out',
  packet: Packet,
  outboundOnly = false,
): Outcome | undefined {
  const { world, session } = walk;
  const isReply = walk.direction === 'return' && (direction === 'in' || session.tookIn.has(gateway.by));
  if (direction === 'in' && walk.direction === 'forward') session.tookIn.add(gateway.by);
  const block = world.publicAccessBlocks.get(network.region);
  if (block === undefined || isReply) return undefined;
  const passage: Passage = direction === 'in' ? 'in' : outboundOnly ? 'out-only' : 'out';
  const allowed = [network.publicAccess, subnet?.publicAccess ?? 'none'];
  const answers = new Set<boolean>();
  for (const mode of valuesOf(block.mode, publicAccessModes))
    for (const one of valuesOf(allowed[0] ?? 'none', publicAccessExclusions))
      for (const other of valuesOf(allowed[1] ?? 'none', publicAccessExclusions))
        answers.add(passes(mode, moreGenerous(one, other), passage));
  const at = { at: gateway.by, what: 'gateway', direction, resource: block.by } as const;
  if (answers.size > 1) {
    const why = [block.mode, ...allowed].find(isUnknown)?.unknown;
    const says: Words = {
      en: `whether ${world.name(block.by)} blocks the packet is not known`,
      ja: `${world.name(block.by)} がパケットを遮断するかどうかはわかりません`,
    };
    walk.unsure({ ...at, says }, why ?? says, packet);
    return undefined;
  }
  if (answers.has(true)) return undefined;
  return walk.drop(
    {
      ...at,
      field: 'mode',
      code: 'public-access-blocked',
      analyzerCode: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
      says: whyBlocked(walk, block, network, subnet, passage),
    },
    packet,
  );
}

/** `out-only`: out by a NAT gateway or an egress-only internet gateway. */
type Passage = 'in' | 'out' | 'out-only';

function passes(mode: PublicAccessMode, exclusion: PublicAccessExclusion, passage: Passage): boolean {
  if (mode === 'off' || exclusion === 'allow-bidirectional') return true;
  // Where only what comes in is blocked, an exclusion for what goes out has no effect.
  if (mode === 'block-ingress') return passage === 'out-only';
  return exclusion === 'allow-egress' && passage !== 'in';
}

function moreGenerous(a: PublicAccessExclusion, b: PublicAccessExclusion): PublicAccessExclusion {
  return publicAccessExclusions.indexOf(a) > publicAccessExclusions.indexOf(b) ? a : b;
}

function valuesOf<T>(value: Value<T>, all: readonly T[]): readonly T[] {
  return isUnknown(value) ? all : [value];
}

function whyBlocked(
  { world }: Walk,
  block: PublicAccessBlockFact,
  network: Network,
  subnet: Subnet | null,
  passage: Passage,
): Words {
  const name = world.name(block.by);
  const where = world.name(subnet?.id ?? network.id);
  if (passage === 'in')
    return {
      en: `${name} lets nothing from the internet into ${where}`,
      ja: `${name} により、インターネットから ${where} へのトラフィックは遮断されます`,
    };
  if (block.mode === 'block-ingress')
    return {
      en: `${name} lets only NAT gateways and egress-only internet gateways send to the internet, not ${where} itself`,
      ja: `${name} により、インターネットに送信できるのは NAT ゲートウェイと Egress-Only インターネットゲートウェイだけで、${where} から直接は送信できません`,
    };
  return {
    en: `${name} lets nothing from ${where} out to the internet`,
    ja: `${name} により、${where} からインターネットへのトラフィックは遮断されます`,
  };
}
