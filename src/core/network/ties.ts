/**
 * What of a design is compiled together. What is made of a fact hangs on the facts that it names and on those that name it,
 * so these are tied: they belong to one part. Some names tie nothing: those by which whole networks are joined, of which the
 * compiler looks at the fact and no further (`beyond.ts`), so that a change in one network leaves the others as they are.
 */
import type { Fact } from './facts';

/** Whether a fact that names a resource is compiled without it. `stated`: all facts of the resource. */
export function isLoose(fact: Fact, stated: () => readonly Fact[]): boolean {
  const joined = joinedBy(fact);
  if (joined === undefined) return false;
  const facts = stated();
  return facts.length > 0 && facts.every(joined);
}

/** Whether the part of a resource that a fact names without being tied to it is compiled with the fact all the same. */
export function isGuest({ fact }: Fact): boolean {
  return fact === 'transit-gateway-attachment' || fact === 'peering' || fact === 'hosted-zone';
}

/** What a fact may name without being tied to it. */
function joinedBy(fact: Fact): ((named: Fact) => boolean) | undefined {
  switch (fact.fact) {
    case 'security-group':
      return (named) => named.fact === 'security-group' || named.fact === 'prefix-list';
    case 'route-table':
      return (named) =>
        named.fact === 'transit-gateway' || named.fact === 'peering' || named.fact === 'prefix-list';
    case 'transit-gateway-attachment':
      return fact.to.is === 'network' ? (named) => named.fact === 'transit-gateway' : undefined;
    case 'transit-gateway-route-table':
      return (named) => named.fact === 'transit-gateway-attachment' && named.to.is === 'network';
    case 'peering':
    case 'hosted-zone':
      return (named) => named.fact === 'network';
    default:
      return undefined;
  }
}
