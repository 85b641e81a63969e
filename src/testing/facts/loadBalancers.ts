import type {
  Fact,
  GatewayLoadBalancerFact,
  LoadBalancerFact,
  TargetGroupFact,
} from '../../core/network/facts';
import { instance } from './interfaces';
import { keyed } from './keyed';

export function gatewayLoadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  targets: readonly GatewayLoadBalancerFact['targets'][string]['target'][],
  more: Partial<GatewayLoadBalancerFact> = {},
): GatewayLoadBalancerFact {
  return {
    fact: 'gateway-load-balancer',
    by,
    network,
    subnets,
    crossZone: false,
    targets: keyed(targets.map((target) => ({ target }))),
    ...more,
  };
}

type LoadBalancerOptions = Partial<LoadBalancerFact> & {
  readonly securityGroups?: readonly string[] | null;
  /** A fixed private address for each subnet that has one. */
  readonly fixed?: Readonly<Record<string, string>>;
};

/** A Network Load Balancer with a node in each of the subnets; listeners as `{ 'TCP 80': 'Group' }`. */
export function networkLoadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  listeners: Readonly<Record<string, string | null>>,
  more: LoadBalancerOptions = {},
): Fact[] {
  return loadBalancer(by, network, subnets, listeners, { securityGroups: null, ...more });
}

export function applicationLoadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  listeners: Readonly<Record<string, string | null>>,
  more: LoadBalancerOptions = {},
): Fact[] {
  return loadBalancer(by, network, subnets, listeners, { type: 'application', crossZone: true, ...more });
}

function loadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  listeners: Readonly<Record<string, string | null>>,
  { securityGroups = [], fixed = {}, ...more }: LoadBalancerOptions,
): Fact[] {
  const fact: LoadBalancerFact = {
    fact: 'load-balancer',
    by,
    network,
    type: 'network',
    scheme: 'internal',
    crossZone: false,
    filtersPrivateLink: true,
    listeners: Object.fromEntries(
      Object.entries(listeners).map(([text, group]) => {
        const [protocol = '', port = ''] = text.split(' ');
        return [text, { protocol, port: Number(port), targetGroup: group, others: [] }];
      }),
    ),
    ...more,
  };
  return [
    fact,
    ...subnets.map((inSubnet) =>
      instance(by, inSubnet, {
        securityGroups,
        privateIpv4: fixed[inSubnet] ?? null,
        publicIpv4: fact.scheme === 'internet-facing',
        clientPorts: [1024, 65535],
        workload: false,
      }),
    ),
  ];
}

/** Targets by the names of resources, or as addresses; of instances, unless another type is said. */
export function targetGroup(
  by: string,
  network: string | null,
  targets: readonly string[],
  more: Partial<TargetGroupFact> = {},
): TargetGroupFact {
  return {
    fact: 'target-group',
    by,
    network,
    type: 'instance',
    protocol: 'TCP',
    port: 80,
    family: 4,
    targets: Object.fromEntries(
      targets.map((target) => [
        target,
        { target: /^[\d.]+$/.test(target) ? target : { ref: target }, port: null, zone: '' },
      ]),
    ),
    preservesClientIp: null,
    crossZone: null,
    ...more,
  };
}
