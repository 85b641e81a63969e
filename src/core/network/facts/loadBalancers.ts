/** Load balancers, and what they send to. */
import type { Peer, Rows } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

export interface GatewayLoadBalancerFact extends FactBase {
  readonly fact: 'gateway-load-balancer';
  readonly network: ResourceId | null;
  /** It has a node in each. */
  readonly subnets: readonly ResourceId[];
  /** Whether a node sends to appliances of other zones as well. */
  readonly crossZone: Value<boolean>;
  /** The appliances: resources or addresses. */
  readonly targets: Rows<{ readonly target: Value<Peer> }>;
}

/** A load balancer. Its nodes are `InterfaceFact`s of the same resource, one for each subnet, with `workload: false`. */
export interface LoadBalancerFact extends FactBase {
  readonly fact: 'load-balancer';
  readonly network: ResourceId | null;
  readonly type: 'network' | 'application';
  readonly scheme: Value<'internal' | 'internet-facing'>;
  /** Whether a node sends to targets of other zones as well, where the target group does not say. */
  readonly crossZone: Value<boolean>;
  /** Whether its security groups are asked about what comes over PrivateLink. */
  readonly filtersPrivateLink: Value<boolean>;
  readonly listeners: Rows<ListenerRow>;
}

export interface ListenerRow {
  /** As AWS words it: `TCP`, `TCP_UDP`, `HTTPS`. */
  readonly protocol: Value<string>;
  readonly port: Value<number>;
  /** Where its default action sends requests; null: to no target group. */
  readonly targetGroup: Value<ResourceId | null>;
  /** Where its rules send some of the requests. */
  readonly others: readonly Value<ResourceId | null>[];
}

export interface TargetGroupFact extends FactBase {
  readonly fact: 'target-group';
  readonly network: ResourceId | null;
  readonly type: Value<'instance' | 'ip' | 'alb' | 'lambda'>;
  readonly protocol: Value<string>;
  readonly port: Value<number | null>;
  readonly family: Value<4 | 6>;
  readonly targets: Rows<TargetRow>;
  /** Null: the default of its type and protocol. */
  readonly preservesClientIp: Value<boolean | null>;
  /** Null: as the load balancer has it. */
  readonly crossZone: Value<boolean | null>;
}

export interface TargetRow {
  /** A resource, or an address. */
  readonly target: Value<Peer>;
  /** Null: the port of the group. */
  readonly port: Value<number | null>;
  /** For an address outside the network: its zone, or `all`. Empty: the zone of the subnet it is in. */
  readonly zone: Value<string>;
}

/** A workload that registers its own interfaces in a target group, as an ECS service does. */
export interface RegistrationFact extends FactBase {
  readonly fact: 'registration';
  readonly targetGroup: Value<ResourceId | null>;
  readonly port: Value<number | null>;
}
