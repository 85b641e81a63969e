/** What `--from` and `--to` mean: a resource by its name, the internet, an address, a service, or a host name. */
import { catalog } from '../aws';
import type { ResourceId } from '../core/model/document';
import { factsOf } from '../core/network/network';
import type { Fact } from '../core/network/facts';
import type { End } from '../core/network/trace';
import { parseAddress } from '../lib/cidr';
import { nearest } from '../lib/nearest';
import type { Input } from './openInput';
import { Refusal } from './refusal';

/** Facts that make a resource one that sends or receives traffic of its own. */
const talking: ReadonlySet<Fact['fact']> = new Set([
  'interface',
  'nat-gateway',
  'interface-endpoint',
  'service',
  'internet',
  'on-premises',
  'hosted-by-aws',
]);

export function readEnd(input: Input, text: string): End {
  const named = resourceEnd(input, text);
  if (named !== undefined) return named;
  const at = text.lastIndexOf('@');
  if (text === 'internet') return { internet: true };
  if (text.startsWith('internet@')) return { internet: true, address: address(text.slice(9), text) };
  if (text.startsWith('service:')) return { service: serviceName(text.slice(8), text) };
  if (text.startsWith('dns:')) return { dns: hostName(text.slice(4), text) };
  if (at > 0) {
    const owner = resourceEnd(input, text.slice(0, at));
    if (owner !== undefined) return { ...owner, address: address(text.slice(at + 1), text) };
  }
  if (/^[\d.]+\/\d+$|^[0-9a-f:]*:[0-9a-f:]*\/\d+$/i.test(text))
    throw new Refusal({
      en: `“${text}” is a block of addresses; name one address of it.`,
      ja: `「${text}」はアドレスの範囲です。1 つのアドレスを指定してください。`,
    });
  if (/^\d+(?:\.\d+){3}$/.test(text) || /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(text))
    return { address: address(text, text) };
  throw unknownName(input, text);
}

function resourceEnd(input: Input, text: string): { readonly resource: ResourceId } | undefined {
  const found = resourcesNamed(input, text);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second !== undefined)
    throw new Refusal({
      en: `Several resources are called “${text}”; say which by its id: ${found.join(', ')}`,
      ja: `「${text}」という名前のリソースが複数あります。ID で指定してください: ${found.join(', ')}`,
    });
  if (!talks(input, first))
    throw new Refusal({
      en: `“${text}” neither sends nor receives traffic of its own. Name a workload, a load balancer, an endpoint, a gateway that translates, a service or an address.`,
      ja: `「${text}」は通信の始点や終点になりません。ワークロード、ロードバランサー、エンドポイント、NAT ゲートウェイ、サービス、またはアドレスを指定してください。`,
    });
  return { resource: first };
}

/** By what people see it called first (the logical ID, for a template), then by its name, then by its id. */
function resourcesNamed({ document, nameOf }: Input, text: string): readonly ResourceId[] {
  const all = [...document.resources.values()];
  const ways = [
    all.filter(({ id }) => nameOf(id) === text),
    all.filter(({ provenance }) => provenance?.logicalId === text),
    all.filter(({ provenance }) => Object.values(provenance?.satellites ?? {}).includes(text)),
    all.filter(({ name }) => name === text),
    all.filter(({ id }) => id === text),
  ];
  return (ways.find((found) => found.length > 0) ?? []).map(({ id }) => id);
}

const talkersOf = new WeakMap<Input, ReadonlySet<ResourceId>>();

function talks(input: Input, id: ResourceId): boolean {
  return talkers(input).has(id);
}

function talkers(input: Input): ReadonlySet<ResourceId> {
  let found = talkersOf.get(input);
  if (found === undefined) {
    found = new Set(
      [...factsOf(catalog, input.document)].filter(({ fact }) => talking.has(fact)).map(({ by }) => by),
    );
    talkersOf.set(input, found);
  }
  return found;
}

function unknownName(input: Input, text: string): Refusal {
  const names = [...talkers(input)].map((id) => input.nameOf(id));
  const meant = nearest(text, [...names, 'internet']);
  if (meant !== undefined)
    return new Refusal({
      en: `There is no “${text}”; did you mean ${meant}?`,
      ja: `「${text}」がありません。${meant} の誤りではありませんか。`,
    });
  const some = names.sort().slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '');
  return new Refusal({
    en: `There is no “${text}”. Name one of ${some === '' ? 'the resources' : some}; or internet, an address, service:NAME, dns:HOST.`,
    ja: `「${text}」がありません。次のいずれかを指定してください: ${some === '' ? 'リソース' : some}。または internet、アドレス、service:名前、dns:ホスト名。`,
  });
}

function address(text: string, whole: string): string {
  const parsed = parseAddress(text);
  if (parsed.ok) return text;
  const meant = parsed.meant === undefined ? '' : parsed.meant;
  throw new Refusal({
    en: `“${text}” in “${whole}” is no IP address${meant === '' ? '' : `; did you mean ${meant}?`}`,
    ja: `「${whole}」の「${text}」は IP アドレスではありません${meant === '' ? '' : `。${meant} の誤りではありませんか`}。`,
  });
}

/** `s3`, also when given in full as `com.amazonaws.ap-northeast-1.s3`. */
function serviceName(text: string, whole: string): string {
  const name = text.toLowerCase().replace(/^com\.amazonaws\.[a-z0-9-]+\./, '');
  if (/^[a-z0-9][a-z0-9.-]*$/.test(name)) return name;
  throw new Refusal({
    en: `“${whole}” names no service; write it as service:s3.`,
    ja: `「${whole}」はサービス名ではありません。service:s3 のように指定してください。`,
  });
}

function hostName(text: string, whole: string): string {
  const name = text.toLowerCase().replace(/\.$/, '');
  if (name.length <= 253 && /^[a-z0-9_*-]+(?:\.[a-z0-9_-]+)*$/.test(name)) return name;
  throw new Refusal({
    en: `“${whole}” names no host; write it as dns:db.example.com.`,
    ja: `「${whole}」はホスト名ではありません。dns:db.example.com のように指定してください。`,
  });
}
