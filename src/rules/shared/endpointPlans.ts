/** Endpoints that fixes add, complete with what they need to work. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { addition } from './additions';
import { admits, allowIn, peersFor, peerText } from './groups';
import { inVpc, tableOf, vpcOf } from './networks';
import { endpointsInVpc, serviceOf, titleOf } from './services';
import { called, listed } from './words';
import type { Workload } from './workloads';
import { oneForEachZone } from './zones';

/** A gateway endpoint for a service on the table of a subnet; an endpoint that exists gets the table. */
export function gatewayEndpointFor(
  context: RuleContext,
  service: string,
  subnets: readonly Resource<'subnet'>[],
): Plan | undefined {
  const first = subnets[0];
  const vpc = first === undefined ? undefined : vpcOf(context, first.id);
  const region = vpc === undefined ? '' : context.around(vpc.id).region;
  if (vpc === undefined || region === '') return undefined;
  const commands: CommandCall[] = [];
  const tables = new Map<string, string>();
  for (const subnet of subnets) {
    const table = tableOf(context, subnet);
    if (table === undefined) return undefined;
    if (table !== null) {
      tables.set(table.id, called(context, table.id));
      continue;
    }
    // The implicit main table cannot be named; the subnet gets a table of its own, with the local route only as before.
    const fresh = addition(context, 'route-table', vpc, `${called(context, subnet.id)}RouteTable`, {});
    commands.push(fresh.call, call('setProps', { id: subnet.id, props: { routeTable: fresh.id } }));
    tables.set(fresh.id, fresh.name);
  }
  const named = listed([...tables.values()]);
  const routeTables = Object.fromEntries([...tables.keys()].map((id) => [id, true as const]));
  const existing = endpointsInVpc(context, vpc.id).find(
    (each) => each.kind === 'gateway-endpoint' && serviceOf(context, each) === service,
  );
  if (existing !== undefined && isKind(existing, 'gateway-endpoint')) {
    const name = called(context, existing.id);
    return {
      title: { en: `Add ${name} to ${named.en}`, ja: `${name} を ${named.ja} に関連付け` },
      commands: [
        ...commands,
        call('setProps', {
          id: existing.id,
          props: { routeTables: { ...existing.props.routeTables, ...routeTables } },
        }),
      ],
    };
  }
  const fresh = addition(context, 'gateway-endpoint', vpc, `${nameFor(service)}Endpoint`, {
    service,
    routeTables,
  });
  return {
    title: {
      en: `Add a gateway endpoint for ${titleOf(service)} to ${named.en}`,
      ja: `${named.ja} に ${titleOf(service)} のゲートウェイエンドポイントを追加`,
    },
    commands: [...commands, fresh.call],
  };
}

/**
 * An interface endpoint for a service where the clients are: with private DNS, and a security group that lets the clients
 * in on 443 and nobody else, unless one of the VPC's endpoints has such a group already.
 */
export function interfaceEndpointFor(
  context: RuleContext,
  service: string,
  clients: readonly Workload[],
  before: readonly CommandCall[] = [],
): Plan | undefined {
  const subnets = oneForEachZone(
    context,
    clients.flatMap((client) => client.subnets),
  );
  const [first, ...others] = subnets;
  const vpc = first === undefined ? undefined : vpcOf(context, first.id);
  if (first === undefined || vpc === undefined) return undefined;
  const commands: CommandCall[] = [...before];
  const needed = ['dnsSupport', 'dnsHostnames'] as const;
  const off = needed.filter((prop) => vpc.props[prop] === false);
  if (off.length > 0)
    commands.push(
      call('setProps', { id: vpc.id, props: Object.fromEntries(off.map((prop) => [prop, true])) }),
    );
  let groups = openGroups(context, vpc, clients);
  if (groups === undefined) {
    const peers = peersFor(clients);
    const fresh = addition(context, 'security-group', vpc, 'EndpointSecurityGroup', {
      description: 'HTTPS to VPC endpoints',
      inbound: Object.fromEntries(
        peers.map((peer, index) => [
          index === 0 ? 'https' : `https${index + 1}`,
          { protocol: 'tcp' as const, fromPort: 443, toPort: 443, peer },
        ]),
      ),
    });
    commands.push(fresh.call);
    groups = { [fresh.id]: true };
  }
  const fresh = addition(context, 'interface-endpoint', first, `${nameFor(service)}Endpoint`, {
    service,
    privateDns: true,
    // By itself, private DNS of S3 answers inbound Resolver endpoints only, and wants a gateway endpoint in the VPC.
    ...(service === 's3' ? { privateDnsFor: 'all' as const } : {}),
    subnets: Object.fromEntries(others.map(({ id }) => [id, true as const])),
    securityGroups: groups,
  });
  commands.push(fresh.call);
  const where = listed(subnets.map(({ id }) => called(context, id)));
  return {
    title: {
      en: `Add an interface endpoint for ${titleOf(service)} to ${where.en}`,
      ja: `${where.ja} に ${titleOf(service)} のインターフェイスエンドポイントを追加`,
    },
    commands,
  };
}

/** Lets clients in on a port through the first group of an endpoint; with a new group where it has none. */
export function letIn(
  context: RuleContext,
  endpoints: readonly Resource<'interface-endpoint'>[],
  clients: readonly Workload[],
  port = 443,
): Plan | undefined {
  const peers = peersFor(clients);
  const endpoint = endpoints[0];
  const vpc = endpoint === undefined ? undefined : vpcOf(context, endpoint.id);
  if (endpoint === undefined || vpc === undefined || peers.length === 0) return undefined;
  const from = listed(peers.map((peer) => peerText(context, peer)));
  const group = Object.keys(endpoint.props.securityGroups)
    .map((id) => context.resource(id))
    .find((each) => each !== undefined && isKind(each, 'security-group'));
  if (group !== undefined && isKind(group, 'security-group')) {
    const name = called(context, group.id);
    return {
      title: {
        en: `Allow TCP ${port} from ${from.en} in ${name}`,
        ja: `${name} で ${from.ja} からの TCP ${port} を許可`,
      },
      commands: allowIn(group, port, peers),
    };
  }
  const row = port === 443 ? 'https' : `tcp${port}`;
  const fresh = addition(context, 'security-group', vpc, 'EndpointSecurityGroup', {
    description: port === 443 ? 'HTTPS to VPC endpoints' : `TCP ${port} to VPC endpoints`,
    inbound: Object.fromEntries(
      peers.map((peer, index) => [
        index === 0 ? row : `${row}${index + 1}`,
        { protocol: 'tcp' as const, fromPort: port, toPort: port, peer },
      ]),
    ),
  });
  const names = listed(endpoints.map(({ id }) => called(context, id)));
  return {
    title: {
      en: `Give ${names.en} a security group that allows TCP ${port} from ${from.en}`,
      ja: `${names.ja} に、${from.ja} からの TCP ${port} を許可するセキュリティグループを設定`,
    },
    commands: [
      fresh.call,
      ...endpoints.map(({ id }) => call('setProps', { id, props: { securityGroups: { [fresh.id]: true } } })),
    ],
  };
}

/** The groups of an endpoint of the VPC that lets all these clients in. */
function openGroups(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  clients: readonly Workload[],
): Readonly<Record<string, true>> | undefined {
  return inVpc(context, vpc.id, 'interface-endpoint').find(({ props }) => {
    const groups = Object.keys(props.securityGroups);
    return groups.length > 0 && clients.every((client) => admits(context, groups, client, 443) === true);
  })?.props.securityGroups;
}

/** `ecr.api` as part of a logical ID: `EcrApi`. */
function nameFor(service: string): string {
  const words = service.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
