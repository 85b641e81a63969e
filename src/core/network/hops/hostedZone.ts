/**
 * A private hosted zone: it answers for its domain, and all below it, in the networks it is associated with, as long as
 * both of their DNS attributes are on (DN2).
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { HostedZoneFact } from '../facts';
import { isWithin, normalHost } from '../naming/hostNames';
import { entryFor, holdsName } from '../naming/zoneEntry';
import { isAwsHost } from '../serviceNames';
import type { AskedName, Behaviour, Entry, NamedClaim } from './behaviour';

export const hostedZone: Behaviour<HostedZoneFact> = {
  claim(fact, world, network, asked) {
    const { host } = asked;
    const name = world.name(fact.by);
    const claim = (domain: string, doubt: Words | null, decides: NamedClaim['decides']): NamedClaim => ({
      by: fact.by,
      domain,
      strength: 'zone',
      doubt,
      decides,
    });
    if (isUnknown(fact.domain)) {
      const { unknown } = fact.domain;
      return asked.service === null
        ? claim(host, unknown, { is: 'undecided', why: unknown })
        : notFor(name, asked);
    }
    const domain = normalHost(fact.domain);
    if (domain === '' || !isWithin(host, domain)) return undefined;
    const { dnsHostnames, dnsSupport } = network;
    if (dnsHostnames === false)
      return {
        is: 'remark',
        says: {
          en: `${name} (${domain}) is not asked, because DNS hostnames of ${world.name(network.id)} are off`,
          ja: `${world.name(network.id)} の DNS ホスト名が無効なため、${name} (${domain}) は使われません`,
        },
        // What other names come to without it is told where they are not resolved.
        ...(asked.service === null ? {} : { change: { resource: network.id, field: 'dnsHostnames' } }),
      };
    const entry = entryFor(fact, domain, host);
    const doubt = [dnsSupport, dnsHostnames].find(isUnknown)?.unknown ?? null;
    return claim(domain, doubt, { is: 'records', entry, because: said(name, domain, host, entry) });
  },

  holds(fact, host) {
    if (isUnknown(fact.domain)) return undefined;
    const domain = normalHost(fact.domain);
    if (domain === '' || !isWithin(host, domain) || isAwsHost(host)) return undefined;
    return holdsName(fact, domain, host) ? { field: 'vpcs' } : undefined;
  },
};

function said(zone: string, domain: string, host: string, entry: Entry): Words {
  if (entry.is === 'nothing')
    return {
      en: `${zone} is responsible for ${domain} and has no record for ${host}; the public DNS is not asked`,
      ja: `${domain} は ${zone} が応答しますが、${host} のレコードがありません。パブリック DNS には問い合わせません`,
    };
  const row = entry.row?.row ?? host;
  if (entry.is === 'names')
    return {
      en: `${zone} answers with its record ${row}: ${entry.hosts.join(', ')}`,
      ja: `${zone} がレコード ${row} を返します: ${entry.hosts.join(', ')}`,
    };
  return {
    en: `${zone} answers with its record ${row}`,
    ja: `${zone} がレコード ${row} を返します`,
  };
}

function notFor(zone: string, { host }: AskedName): ReturnType<NonNullable<Behaviour['claim']>> {
  return {
    is: 'remark',
    says: {
      en: `${zone}, whose domain is not known, is assumed not to be responsible for ${host}`,
      ja: `ドメイン名のわからない ${zone} は、${host} には応答しないものとします`,
    },
  };
}
