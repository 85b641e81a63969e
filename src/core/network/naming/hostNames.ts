/**
 * Host names as such: their form, how one lies within another, and those that the public DNS never has.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
import type { Words } from '../../../lib/words';

/** In lower case, without the dot at its end. */
export function normalHost(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '');
}

/** Whether it has the form of a host name. A last label of digits alone would be an address. */
export function isHostName(host: string): boolean {
  const labels = host.split('.');
  return (
    host.length <= 253 &&
    labels.every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** Whether a host is a domain or lies below it; everything lies below the root, which is empty or a dot. */
export function isWithin(host: string, domain: string): boolean {
  return domain === '' || domain === '.' || host === domain || host.endsWith(`.${domain}`);
}

/** How specific a domain is: the number of its labels. */
export function depthOf(domain: string): number {
  return domain === '' || domain === '.' ? 0 : domain.split('.').length;
}

/** Why the public DNS has no addresses for a name; undefined where it may have some. */
export function neverPublic(host: string): Words | undefined {
  if (!isHostName(host))
    return { en: `“${host}” is no host name`, ja: `「${host}」はホスト名ではありません` };
  if (isWithin(host, 'localhost'))
    return {
      en: `${host} means the sender itself, and no packet leaves it`,
      ja: `${host} は送信元自身を指すため、パケットは外に出ません`,
    };
  if (!host.includes('.'))
    return {
      en: `${host} has no domain, and the public DNS has no such name`,
      ja: `${host} にはドメインがなく、パブリック DNS には存在しません`,
    };
  const top = host.slice(host.lastIndexOf('.') + 1);
  const apart = topLevelsApart.has(top)
    ? top
    : ['home.arpa', 'in-addr.arpa', 'ip6.arpa'].find((each) => isWithin(host, each));
  return apart === undefined
    ? undefined
    : {
        en: `${host} is not resolved: the public DNS has no addresses below .${apart}`,
        ja: `${host} の名前解決ができません。パブリック DNS には .${apart} のアドレスが存在しません`,
      };
}

/**
 * Set apart by RFC 6761, RFC 6762, RFC 7686, RFC 9476 and ICANN (internal, and those it has put off for good), or in use
 * in private networks and not delegated.
 * https://www.iana.org/assignments/special-use-domain-names/special-use-domain-names.xhtml
 */
const topLevelsApart: ReadonlySet<string> = new Set([
  'internal',
  'local',
  'localhost',
  'localdomain',
  'test',
  'invalid',
  'example',
  'onion',
  'alt',
  'home',
  'corp',
  'mail',
  'lan',
  'intranet',
  'private',
]);
