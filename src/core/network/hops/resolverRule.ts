/**
 * A Resolver rule: questions for its domain, and all below it, go to DNS servers elsewhere by way of an outbound endpoint; or,
 * as a system rule, stay with the resolver that a wider rule would take them from (DN2).
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { ResolverRuleFact } from '../facts';
import { isWithin, normalHost } from '../naming/hostNames';
import type { Behaviour, NamedClaim } from './behaviour';

export const resolverRule: Behaviour<ResolverRuleFact> = {
  claim(fact, world, network, { host, service }) {
    const name = world.name(fact.by);
    const claim = (domain: string, doubt: Words | null, decides: NamedClaim['decides']): NamedClaim => ({
      by: fact.by,
      domain,
      strength: 'rule',
      doubt,
      decides,
    });
    if (isUnknown(fact.domain)) {
      const { unknown } = fact.domain;
      if (service === null) return claim(host, unknown, { is: 'undecided', why: unknown });
      return {
        is: 'remark',
        says: {
          en: `${name}, whose domain is not known, is assumed not to forward ${host}`,
          ja: `ドメイン名のわからない ${name} は、${host} を転送しないものとします`,
        },
      };
    }
    // "." is every name.
    const domain = normalHost(fact.domain);
    if (!isWithin(host, domain)) return undefined;
    if (isUnknown(fact.does)) return claim(domain, null, { is: 'undecided', why: fact.does.unknown });
    if (fact.does === 'system')
      return claim(domain, null, {
        is: 'itself',
        because: {
          en: `${name} leaves ${host} to the resolver of ${world.name(network.id)}`,
          ja: `${name} により、${host} は ${world.name(network.id)} のリゾルバー自身が解決します`,
        },
      });
    const targets = Object.entries(fact.targets).map(([rowKey, target]) => ({ rowKey, ...target }));
    return claim(domain, null, { is: 'forward', rule: { endpoint: fact.endpoint, targets } });
  },
};
