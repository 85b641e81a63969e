import { isUnknown } from '../model/value';
import type { Fact } from './facts';

/**
 * Whether what a route names as its target carries packets to the internet, by its facts; `unknown` where that depends on a
 * value nobody knows. A private NAT gateway leads to other networks alone:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
export function leadsOut(facts: readonly Fact[]): 'internet' | 'unknown' | undefined {
  for (const fact of facts) {
    if (fact.fact === 'internet-gateway' || fact.fact === 'egress-only-gateway') return 'internet';
    if (fact.fact !== 'nat-gateway') continue;
    if (isUnknown(fact.connectivity)) return 'unknown';
    if (fact.connectivity === 'public') return 'internet';
  }
  return undefined;
}
