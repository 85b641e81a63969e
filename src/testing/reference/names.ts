/** DN1 to DN4, IE3 to IE5: what a name means to whoever asks. */
import type {
  DnsRecord,
  HostedZoneFact,
  InterfaceEndpointFact,
  ResolverRuleFact,
} from '../../core/network/facts';
import { addressFrom, covers, isPublic, isRfc1918, type Address } from './addresses';
import { sure, type Inventory, type Net } from './inventory';
import { isGatewayService } from './rows';

export type Answer =
  | { readonly is: 'nothing'; readonly blame: readonly string[]; readonly isOpen?: true }
  /** The public DNS knows it: somebody on the internet, or a service at its public addresses. */
  | { readonly is: 'public'; readonly isOpen?: true }
  | { readonly is: 'addresses'; readonly addresses: readonly Address[]; readonly by: string }
  /** The network interfaces of a resource: an endpoint by its private DNS, what an alias leads to. */
  | { readonly is: 'resource'; readonly resource: string; readonly by: string; readonly family: 4 | 6 }
  | { readonly is: 'unknown'; readonly why?: string };

/** Asks a server whether the question gets there: the engine of names knows no routes. */
export type Asking = (endpoint: string, server: Address) => 'there' | 'stopped' | 'unknown';

const unusual: Readonly<Record<string, string>> = {
  'ecr.api': 'api.ecr',
  'ecr.dkr': 'dkr.ecr',
  'kinesis-streams': 'kinesis',
};

export function hostOf(service: string): string {
  const [, region = '', ...name] = service.replace(/^com\./, '').split('.');
  const short = name.join('.');
  return `${unusual[short] ?? short}.${region}.amazonaws.com`;
}

/** `inbound`: the question has come in by an inbound endpoint of the VPC. */
export function resolve(
  inventory: Inventory,
  net: Net,
  name: string,
  asking: Asking,
  depth = 0,
  inbound = false,
): Answer {
  const host = name.toLowerCase().replace(/\.$/, '');
  if (depth > 8) return { is: 'nothing', blame: inventory.facts.map(({ by }) => by) };
  if (!sure(net.fact.dnsSupport)) return { is: 'nothing', blame: [net.by] };
  const zones = zonesFor(inventory, net, host);
  const rules = inventory
    .all('resolver-rule')
    .filter((rule) => rule.network === net.by && isWithin(host, sure(rule.domain)))
    .sort((one, other) => labels(sure(other.domain)) - labels(sure(one.domain)));
  const zoneLabels = zones[0] === undefined ? -1 : labels(sure(zones[0].domain));
  const hidden = endpointFor(inventory, net, host, inbound);
  const hiddenLabels = hidden === undefined ? -1 : labels(host);
  const [rule] = rules;
  const ruleLabels = rule === undefined ? -1 : labels(sure(rule.domain));
  if (
    rule !== undefined &&
    sure(rule.does) === 'forward' &&
    ruleLabels >= zoneLabels &&
    ruleLabels >= hiddenLabels
  )
    return forwarded(inventory, rule, host, asking, depth);
  const instance = instanceNamed(net, host);
  if (instance !== null && Math.max(zoneLabels, hiddenLabels) < labels(host) - 1)
    return instance.is === 'nothing' || sure(net.fact.dnsHostnames)
      ? instance
      : { is: 'nothing', blame: [net.by] };
  if (hidden !== undefined && hiddenLabels > zoneLabels)
    return { is: 'resource', resource: hidden.by, by: hidden.by, family: 4 };
  if (zones[0] !== undefined) return recordIn(inventory, net, zones[0], host, asking, depth, inbound);
  return fromThePublic(inventory, host);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html: the resolver answers with the address in the private name of
 * an instance of its Region. Null for a name of another form.
 */
function instanceNamed({ by, region, blocks }: Net, host: string): Answer | null {
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  const [label = '', ...rest] = host.split('.');
  if (rest.join('.') !== domain) return null;
  if (/^i-[0-9a-f]+$/.test(label)) return { is: 'unknown' };
  const address = /^ip(?:-\d+){4}$/.test(label) ? addressFrom(label.slice(3).replaceAll('-', '.')) : null;
  if (address === null || !(isRfc1918(address) || blocks.some((block) => covers(block, address))))
    return { is: 'nothing', blame: [] };
  return { is: 'addresses', addresses: [address], by };
}

export function fromThePublic(inventory: Inventory, host: string): Answer {
  if (/\.(?:internal|local|corp|home\.arpa)$/.test(host) || !host.includes('.'))
    return { is: 'nothing', blame: inventory.facts.map(({ by }) => by) };
  // A name that a private zone of the design holds is taken to be in no public one.
  const held = inventory
    .all('hosted-zone')
    .filter((zone) => !host.endsWith('amazonaws.com') && rowsOf(zone, host).length > 0);
  return held.length === 0 ? { is: 'public' } : { is: 'nothing', blame: inventory.facts.map(({ by }) => by) };
}

/** The records of a zone for a name; those for all names below a domain count where the name has none of its own. */
function rowsOf(zone: HostedZoneFact, host: string): readonly DnsRecord[] {
  const rows = Object.values(zone.records);
  const named = rows.filter(({ name }) => bare(sure(name)) === host);
  const wild = rows.filter(({ name }) => {
    const above = sure(name).startsWith('*.') ? bare(sure(name)).slice(2) : null;
    return above !== null && host !== above && isWithin(host, above);
  });
  const found = named.length > 0 ? named : wild;
  const first = found.filter(({ standby }) => !sure(standby));
  return first.length > 0 ? first : found;
}

function labels(domain: string): number {
  return domain.split('.').filter((label) => label !== '').length;
}

function isWithin(host: string, domain: string): boolean {
  const own = domain.toLowerCase().replace(/\.$/, '');
  return own === '' || host === own || host.endsWith(`.${own}`);
}

function zonesFor(inventory: Inventory, net: Net, host: string): readonly HostedZoneFact[] {
  if (!sure(net.fact.dnsHostnames)) return [];
  return inventory
    .all('hosted-zone')
    .filter((zone) => zone.network === net.by && isWithin(host, sure(zone.domain)))
    .sort((one, other) => labels(sure(other.domain)) - labels(sure(one.domain)));
}

/** The endpoint whose private DNS holds the default name of its service in this VPC. */
function endpointFor(
  inventory: Inventory,
  net: Net,
  host: string,
  inbound: boolean,
): InterfaceEndpointFact | undefined {
  return inventory
    .all('interface-endpoint')
    .find(
      (endpoint) =>
        endpoint.network === net.by &&
        !inventory.unmade.has(endpoint.by) &&
        sure(endpoint.privateDns) &&
        sure(endpoint.provider ?? null) === null &&
        hostOf(sure(endpoint.service)) === host &&
        (inbound || !isForInboundOnly(endpoint)),
    );
}

export function isForInboundOnly(endpoint: InterfaceEndpointFact): boolean {
  return sure(endpoint.privateDnsOnlyForInboundResolver ?? sure(endpoint.service).endsWith('.s3'));
}

function recordIn(
  inventory: Inventory,
  net: Net,
  zone: HostedZoneFact,
  host: string,
  asking: Asking,
  depth: number,
  inbound: boolean,
): Answer {
  const nothing: Answer = { is: 'nothing', blame: [zone.by, net.by, ...inventory.facts.map(({ by }) => by)] };
  const found = rowsOf(zone, host);
  const cname = found.find(({ type }) => sure(type) === 'CNAME');
  if (cname !== undefined && 'values' in cname.leads) {
    const [value] = cname.leads.values;
    return value === undefined ? nothing : resolve(inventory, net, sure(value), asking, depth + 1, inbound);
  }
  const addresses: Address[] = [];
  for (const { type, leads } of found) {
    if (sure(type) !== 'A' && sure(type) !== 'AAAA') continue;
    if ('alias' in leads)
      return {
        is: 'resource',
        resource: sure(leads.alias),
        by: zone.by,
        family: sure(type) === 'A' ? 4 : 6,
      };
    if ('aliasName' in leads)
      return resolve(inventory, net, sure(leads.aliasName), asking, depth + 1, inbound);
    for (const value of leads.values) {
      const address = addressFrom(sure(value));
      if (address !== null && address.family === (sure(type) === 'A' ? 4 : 6)) addresses.push(address);
    }
  }
  return addresses.length === 0 ? nothing : { is: 'addresses', addresses, by: zone.by };
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** DN3: by an outbound endpoint to servers, of which an inbound endpoint of the design answers as its own VPC does. */
function forwarded(
  inventory: Inventory,
  rule: ResolverRuleFact,
  host: string,
  asking: Asking,
  depth: number,
): Answer {
  const everybody = inventory.facts.map(({ by }) => by);
  const endpoint = inventory.one('resolver-endpoint', sure(rule.endpoint) ?? '');
  const own = endpoint === undefined ? [] : (inventory.byOwner.get(endpoint.by) ?? []);
  if (endpoint?.direction !== 'outbound' || own.length < 2 || own.some(({ by }) => inventory.refused.has(by)))
    return { is: 'nothing', blame: everybody };
  let answer: Answer = { is: 'nothing', blame: everybody };
  for (const { address } of Object.values(rule.targets)) {
    const server = addressFrom(sure(address));
    if (server === null) continue;
    const way = asking(endpoint.by, server);
    if (way === 'unknown') answer = { is: 'unknown' };
    if (way !== 'there') continue;
    const inbound = inventory.nics.find(
      (nic) =>
        nic.role === 'resolver' &&
        inventory.one('resolver-endpoint', nic.by)?.direction === 'inbound' &&
        nic.possible.some((each) => each.bits === server.bits && each.family === server.family),
    );
    if (inbound !== undefined) return resolve(inventory, inbound.sub.net, host, asking, depth + 1, true);
    if (isPublic(server)) return fromThePublic(inventory, host);
    answer = { is: 'unknown' };
  }
  return answer;
}

/** What AWS would not create of interface endpoints, by endpoint. */
export function endpointFaults(inventory: Inventory): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  const taken = new Set<string>();
  for (const endpoint of inventory.all('interface-endpoint')) {
    const net = inventory.nets.get(endpoint.network ?? '');
    const nics = inventory.byOwner.get(endpoint.by) ?? [];
    const service = sure(endpoint.service);
    if (new Set(nics.map(({ sub }) => sub.zone)).size < nics.length)
      faults.set(endpoint.by, 'two subnets in one zone');
    if (!sure(endpoint.privateDns) || net === undefined) continue;
    if (sure(endpoint.provider ?? null) !== null) {
      faults.set(endpoint.by, 'private DNS without a name of the service');
      continue;
    }
    if (!sure(net.fact.dnsSupport) || !sure(net.fact.dnsHostnames))
      faults.set(endpoint.by, 'private DNS without the DNS attributes');
    const host = hostOf(service);
    if (
      inventory.all('hosted-zone').some((zone) => zone.network === net.by && bare(sure(zone.domain)) === host)
    )
      faults.set(endpoint.by, 'private DNS beside a hosted zone of that name');
    if (
      isForInboundOnly(endpoint) &&
      !inventory
        .all('gateway-endpoint')
        .some(
          (each) =>
            each.network === net.by &&
            sure(each.service) === service &&
            isGatewayService(service, net.region),
        )
    )
      faults.set(endpoint.by, 'private DNS of S3 without a gateway endpoint');
    const key = `${net.by} ${host}`;
    if (taken.has(key)) faults.set(endpoint.by, 'private DNS twice');
    else if (!faults.has(endpoint.by)) taken.add(key);
  }
  return faults;
}
