/** What `--from` and `--to` mean: a resource by its name, the internet, an address, a service, or a host name. */
import { catalog } from '../aws';
import { shortId } from '../core/describe/shortIds';
import type { ResourceId } from '../core/model/document';
import { isUnknown } from '../core/model/value';
import { documentedServices, isDocumentedService } from '../core/network/naming/documentedServices';
import { isHostName, normalHost } from '../core/network/naming/hostNames';
import { factsOf } from '../core/network/network';
import { serviceNamed } from '../core/network/serviceNames';
import type { Fact } from '../core/network/facts';
import type { End } from '../core/network/trace';
import { addressOf, parseAddress } from '../lib/cidr';
import { nearest } from '../lib/nearest';
import type { Input } from './openInput';
import { Refusal } from './refusal';

/** Facts that make a resource one that sends or receives traffic of its own. */
const talking: ReadonlySet<Fact['fact']> = new Set([
  'interface',
  'nat-gateway',
  'interface-endpoint',
  'resolver-endpoint',
  'load-balancer',
  'service',
  'internet',
  'on-premises',
  'customer-gateway',
  'vpn-connection',
  'client-vpn',
  'hosted-by-aws',
]);

export function readEnd(input: Input, text: string): End {
  const named = resourceEnd(input, text);
  if (named !== undefined) return named;
  const at = text.lastIndexOf('@');
  if (text === 'internet') return { internet: true };
  if (text.startsWith('internet@')) return { internet: true, address: address(text.slice(9), text) };
  if (text.startsWith('service:')) return { service: serviceName(input, text.slice(8), text) };
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

/** Any resource by its name; undefined where there is none. */
export function resourceCalled(input: Input, text: string): ResourceId | undefined {
  const found = resourcesNamed(input, text);
  if (found.length > 1)
    throw new Refusal({
      en: `Several resources are called “${text}”; say which by its id: ${found.join(', ')}`,
      ja: `「${text}」という名前のリソースが複数あります。ID で指定してください: ${found.join(', ')}`,
    });
  return found[0];
}

function resourceEnd(input: Input, text: string): { readonly resource: ResourceId } | undefined {
  const first = resourceCalled(input, text);
  if (first === undefined) return undefined;
  if (!talks(input, first))
    throw new Refusal({
      en: `“${text}” neither sends nor receives traffic of its own. Name a workload, a load balancer, an endpoint, a gateway that translates, a customer gateway, a service or an address.`,
      ja: `「${text}」は通信の始点や終点になりません。ワークロード、ロードバランサー、エンドポイント、NAT ゲートウェイ、カスタマーゲートウェイ、サービス、またはアドレスを指定してください。`,
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
    // What AWS names by an ARN is known by the end of it in a diagram.
    all.filter(({ id }) => text.startsWith('arn:') && id === shortId(text)),
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

/**
 * `s3`; in full, `com.amazonaws.us-east-1.s3`, it is that of the Region in the name. A service that AWS does not document is
 * one all the same where the design has it: somebody knew more than we do.
 */
function serviceName(input: Input, text: string, whole: string): string {
  const name = text.toLowerCase();
  if (/^(?:cn\.)?com\.amazonaws\.vpce\./.test(name))
    throw new Refusal({
      en: `“${whole}” is an endpoint service, which has no name of its own; name the endpoint that leads to it.`,
      ja: `「${whole}」はエンドポイントサービスで、それ自体の DNS 名はありません。そこに接続するエンドポイントを指定してください。`,
    });
  const { short } = serviceNamed(name) ?? { short: name.replace(/^com\.amazonaws\./, '') };
  if (isDocumentedService(short) || /^aws\.[a-z]+\.[a-z0-9-]+\.[a-z0-9.-]+$/.test(name)) return name;
  const drawn = servicesIn(input);
  if (drawn.has(name) || drawn.has(short)) return name;
  const likely = likelyOnes(short, [...documentedServices(), ...drawn]);
  const { en, ja } =
    likely.length === 0
      ? { en: '', ja: '' }
      : { en: `; did you mean ${likely.join(', ')}?`, ja: `。${likely.join('、')} の誤りではありませんか` };
  throw new Refusal({
    en: `“${whole}” names no AWS service${en === '' ? '.' : en} Name one as its VPC endpoints do (service:s3, service:ecr.api), or a host name as dns:HOST.`,
    ja: `「${whole}」という AWS サービスはありません${ja}。VPC エンドポイントでの名前 (service:s3、service:ecr.api など) か、dns:ホスト名 で指定してください。`,
  });
}

/** The name that was most likely meant, and those of which the text is a part: ecr of ecr.api. */
function likelyOnes(text: string, names: readonly string[]): readonly string[] {
  const near = nearest(text, names);
  const whole = names.filter((name) => name.split('.').includes(text));
  const parts = text.length < 4 ? [] : names.filter((name) => name.includes(text));
  return [...new Set([...whole, ...(near === undefined ? [] : [near]), ...parts])].slice(0, 4);
}

/** The services of the design's endpoints and of those drawn, by their short and their full names. */
function servicesIn(input: Input): ReadonlySet<string> {
  const names = new Set<string>();
  for (const fact of factsOf(catalog, input.document)) {
    const service = 'service' in fact && !isUnknown(fact.service) ? fact.service.toLowerCase() : undefined;
    if (service === undefined || service === '') continue;
    names.add(service);
    const short = serviceNamed(service)?.short;
    if (short !== undefined) names.add(short);
  }
  return names;
}

function hostName(text: string, whole: string): string {
  const name = normalHost(text);
  if (isHostName(name)) return name;
  if (addressOf(name) !== undefined)
    throw new Refusal({
      en: `“${text}” is an address, not a name; write it without “dns:”.`,
      ja: `「${text}」は名前ではなくアドレスです。「dns:」を付けずに指定してください。`,
    });
  throw new Refusal({
    en: `“${whole}” names no host; write it as dns:db.example.com.`,
    ja: `「${whole}」はホスト名ではありません。dns:db.example.com のように指定してください。`,
  });
}
