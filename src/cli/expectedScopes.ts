/** What `--expect` may say of whole parts of a design: `{ nothing-in: PrivateSubnet, reaches: internet }`. */
import type { Protocol, ResourceId, Scope, ScopeEnd } from '../core/model/document';
import { addressOf } from '../lib/cidr';
import { readEnd, resourceCalled } from './ends';
import type { Input } from './openInput';
import { protocolNamed, portNamed } from './question';
import { Refusal } from './refusal';

export const scopeKeys = ['nothing-in', 'everything-in', 'reaches', 'reached-from'] as const;

export type ScopeTexts = Readonly<Record<string, string | undefined>>;

export function isAboutScope(given: ScopeTexts): boolean {
  return scopeKeys.some((key) => given[key] !== undefined);
}

/** `number`: to tell it from the others. */
export function scopeOf(input: Input, given: ScopeTexts, number: number): Scope {
  const [nothing, everything] = [given['nothing-in'], given['everything-in']];
  const [reaches, reachedFrom] = [given['reaches'], given['reached-from']];
  for (const key of ['from', 'to', 'source-port', 'expect', 'group'])
    if (given[key] !== undefined)
      throw new Refusal({
        en: `“${key}” is for a single flow and does not go with “nothing-in” or “everything-in”.`,
        ja: `${key} は 1 つの通信に使うもので、nothing-in や everything-in とは一緒に使えません。`,
      });
  const part = nothing ?? everything;
  const end = reaches ?? reachedFrom;
  if (part === undefined || (nothing !== undefined && everything !== undefined))
    throw new Refusal({
      en: 'such an expectation needs either “nothing-in” or “everything-in”.',
      ja: 'このような期待には nothing-in か everything-in のどちらか一方が必要です。',
    });
  if (end === undefined || (reaches !== undefined && reachedFrom !== undefined))
    throw new Refusal({
      en: `“${nothing === undefined ? 'everything-in' : 'nothing-in'}” needs either “reaches” or “reached-from”.`,
      ja: `${nothing === undefined ? 'everything-in' : 'nothing-in'} には reaches か reached-from のどちらか一方が必要です。`,
    });
  const { protocol, port } = trafficOf(given, nothing !== undefined);
  const direction = reaches === undefined ? 'in' : 'out';
  return {
    id: `expected ${number}`,
    name: given['label'] ?? '',
    members: Object.fromEntries(
      part.split(/\s*,\s*/).map((name) => [partCalled(input, name), true as const]),
    ),
    expectations: {
      only: {
        direction,
        other: endCalled(input, end, direction),
        protocol,
        port,
        expect: nothing === undefined ? 'reachable' : 'blocked',
      },
    },
    order: `z${number}`,
  };
}

/** Nothing on any port, unless one is named; everything on HTTPS, like a flow. */
function trafficOf(
  given: ScopeTexts,
  isNothing: boolean,
): { readonly protocol: Protocol; readonly port: number | null } {
  const protocol = protocolNamed(given['protocol'] ?? (isNothing ? 'any' : 'tcp'));
  if (given['port'] !== undefined) return { protocol, port: portNamed(given['port']) };
  return { protocol, port: isNothing || protocol === 'icmp' || protocol === 'any' ? null : 443 };
}

function partCalled(input: Input, text: string): ResourceId {
  return resourceCalled(input, text) ?? noSuch(input, text);
}

/** A box stands for everything in it; other ends are those of a flow. */
function endCalled(input: Input, text: string, direction: 'in' | 'out'): ScopeEnd {
  const resource = resourceCalled(input, text);
  if (resource !== undefined) return { resource };
  const end = readEnd(input, text);
  if (direction === 'in' && ('service' in end || 'dns' in end))
    throw new Refusal({
      en: `Traffic cannot start at “${text}”: a service or host name only answers.`,
      ja: `「${text}」は通信の始点になりません。サービスとホスト名は終点だけに指定できます。`,
    });
  if ('internet' in end) return end.address === undefined ? { internet: true } : { address: end.address };
  if (!('resource' in end)) return end;
  return end.address === undefined || addressOf(end.address) === undefined
    ? { resource: end.resource }
    : { address: end.address };
}

function noSuch(input: Input, text: string): never {
  const names = [...input.document.resources.keys()].map(input.nameOf).sort();
  const some = names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');
  throw new Refusal({
    en: `There is no “${text}”. Name one of ${some}.`,
    ja: `「${text}」がありません。次のいずれかを指定してください: ${some}。`,
  });
}
