/** What is expected of a part of the design, and what is so instead, in words. */
import { verbatim, type Words } from '../../lib/words';
import type { Protocol, ResourceId, Scope, ScopeEnd, ScopeExpectation } from '../model/document';
import { rowWords } from '../network/rowWords';
import type { Step, Trace } from '../network/trace';
import type { Contact, ScopeResult } from './checkScopes';

type NameOf = (id: ResourceId) => string;

/** What the part is called. */
export function sayScope({ name, members }: Pick<Scope, 'name' | 'members'>, nameOf: NameOf): Words {
  return name === '' ? listed(Object.keys(members).map(nameOf)) : { en: name, ja: name };
}

export function sayEnd(end: ScopeEnd, nameOf: NameOf): Words {
  if ('internet' in end) return { en: 'the internet', ja: 'インターネット' };
  const text =
    'resource' in end
      ? nameOf(end.resource)
      : 'address' in end
        ? end.address
        : 'service' in end
          ? `service:${end.service}`
          : `dns:${end.dns}`;
  return { en: text, ja: text };
}

/** "Nothing in PrivateSubnet reaches the internet". */
export function sayExpectation(
  scope: Pick<Scope, 'members'>,
  expectation: ScopeExpectation,
  nameOf: NameOf,
): Words {
  const { direction, other, protocol, port, expect } = expectation;
  const where = listed(Object.keys(scope.members).map(nameOf));
  const end = sayEnd(other, nameOf);
  const traffic = trafficWords(protocol, port);
  const on: Words = traffic === '' ? { en: '', ja: '' } : { en: ` on ${traffic}`, ja: ` ${traffic} で` };
  const all = expect === 'reachable';
  if (direction === 'out')
    return {
      en: `${all ? 'everything' : 'nothing'} in ${where.en} reaches ${end.en}${on.en}`,
      ja: `${where.ja} から${all ? 'はすべて' : 'は'}${spaced(end.ja)}に${on.ja}到達${all ? 'できる' : 'できない'}`,
    };
  return {
    en: `${all ? 'everything' : 'nothing'} in ${where.en} is reached from ${end.en}${on.en}`,
    ja: `${spaced(end.ja)}から ${where.ja} ${all ? 'のすべてに' : 'には'}${on.ja}到達${all ? 'できる' : 'できない'}`.trimStart(),
  };
}

/** The result in one sentence: what was expected, and who breaks it by which way. */
export function sayResult(result: ScopeResult, nameOf: NameOf): Words {
  const { en, ja } = unlabelled(result, nameOf);
  const { name } = result.scope;
  // Names of people's own stand as they are written.
  const sentence = `${en.charAt(0).toUpperCase()}${en.slice(1)}`;
  return name === '' ? { en: sentence, ja } : { en: `${name}: ${en}`, ja: `${name}: ${ja}` };
}

function unlabelled(result: ScopeResult, nameOf: NameOf): Words {
  const { scope, expectation, contacts, members, isCut } = result;
  const expected = sayExpectation(scope, expectation, nameOf);
  const [first] = contacts;
  if (first === undefined && isCut)
    return {
      en: `whether ${expected.en} cannot be said: there is more to check than is checked`,
      ja: `${expected.ja}かどうかを判定できません。検査の対象が多すぎます`,
    };
  if (first === undefined)
    return {
      en: `${expected.en}, as expected${members === 0 ? '; no workload is there' : ''}`,
      ja: `期待どおり、${expected.ja}ようになっています${members === 0 ? '。ワークロードはありません' : ''}`,
    };
  const gravest = contacts.filter(({ trace }) => trace.verdict === first.trace.verdict);
  const who = listed(shortened(gravest.flatMap((each) => each.members).map(nameOf)));
  const isOne = gravest.flatMap((each) => each.members).length === 1;
  if (first.trace.verdict === 'unknown') {
    const why = first.trace.unknowns[0] ?? { en: '', ja: '' };
    return {
      en: `it was expected that ${expected.en}; whether this holds for ${who.en} cannot be said: ${why.en}`,
      ja: `${expected.ja}はずですが、${who.ja} については判定できません: ${why.ja}`,
    };
  }
  if (first.trace.verdict === 'blocked') {
    const why = first.trace.blockedBy[0]?.says ?? { en: '', ja: '' };
    return {
      en: `it was expected that ${expected.en}, but ${who.en} ${expectation.direction === 'out' ? (isOne ? 'does' : 'do') : isOne ? 'is' : 'are'} not: ${why.en}`,
      ja: `${expected.ja}はずですが、${who.ja} はブロックされます: ${why.ja}`,
    };
  }
  const way = wayWords(first, nameOf);
  const port = portText(first.trace);
  return {
    en: `it was expected that ${expected.en}, but ${who.en} ${expectation.direction === 'out' ? (isOne ? 'does' : 'do') : isOne ? 'is' : 'are'} (${port})${way.en === '' ? '' : `, by ${way.en}`}`,
    ja: `${expected.ja}はずですが、${who.ja} ${expectation.direction === 'out' ? 'から' : 'に'}到達できます (${port})${way.ja === '' ? '' : `。経路: ${way.ja}`}`,
  };
}

/** The tables, gateways and rules that let it through, in order: `PrivateTable (0.0.0.0/0 → Nat), Nat`. */
export function wayWords({ trace }: Contact, nameOf: NameOf): Words {
  const said = new Map<string, Words>();
  for (const { what, direction, because } of trace.forward.steps) {
    const { resource, row } = because;
    if (resource === null || !isTold(what, direction) || row?.includes('→ local') === true) continue;
    const name = nameOf(resource);
    const words = row === null ? undefined : rowWords(row);
    const text =
      words === undefined ? verbatim(name) : { en: `${name} (${words.en})`, ja: `${name} (${words.ja})` };
    if (!said.has(`${resource} ${row ?? ''}`)) said.set(`${resource} ${row ?? ''}`, text);
  }
  const ways = [...said.values()];
  return { en: ways.map(({ en }) => en).join(', '), ja: ways.map(({ ja }) => ja).join(', ') };
}

function isTold(what: Step['what'], direction: Step['direction']): boolean {
  if (what === 'security-group') return direction === 'in';
  return what !== 'network-acl' && what !== 'deliver' && what !== 'name-resolution';
}

/** What got through: `TCP 443`, or `TCP` for any port. */
function portText({ forward }: Trace): string {
  let best: { readonly protocol: string; readonly ports: readonly [number, number] } | undefined;
  for (const { packet, what } of forward.steps) {
    const ports = packet.destinationPorts ?? ([0, 65535] as const);
    if (best === undefined || ports[1] - ports[0] < best.ports[1] - best.ports[0])
      best = { protocol: packet.protocol, ports };
    // Behind a load balancer it is the port of the target.
    if (what === 'load-balancer') break;
  }
  if (best === undefined) return '';
  const { protocol, ports } = best;
  const name = protocol === 'icmpv6' ? 'ICMPv6' : protocol.toUpperCase();
  const [from, to] = ports;
  if ((protocol !== 'tcp' && protocol !== 'udp') || (from === 0 && to === 65535)) return name;
  return from === to ? `${name} ${from}` : `${name} ${from}–${to}`;
}

/** Names in Latin letters stand apart from Japanese text. */
function spaced(text: string): string {
  return /^[\x21-\x7e]/.test(text) ? ` ${text} ` : text;
}

function trafficWords(protocol: Protocol, port: number | null): string {
  if (protocol === 'any') return port === null ? '' : `TCP/UDP ${port}`;
  return port === null || protocol === 'icmp' ? protocol.toUpperCase() : `${protocol.toUpperCase()} ${port}`;
}

/** A few names, and how many more there are. */
function shortened(names: readonly string[]): readonly string[] {
  const most = 5;
  return names.length <= most + 1 ? names : [...names.slice(0, most), `+${names.length - most}`];
}

function listed(names: readonly string[]): Words {
  const last = names.at(-1) ?? '';
  return {
    en: names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`,
    ja: names.join('、'),
  };
}
