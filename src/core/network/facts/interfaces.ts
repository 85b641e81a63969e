import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

/** An elastic network interface of a workload. A workload in several subnets states one for each. */
export interface InterfaceFact extends FactBase {
  readonly fact: 'interface';
  readonly subnet: ResourceId | null;
  /** Beside no subnet: why it has one all the same that the design does not show, such as one of a default VPC. */
  readonly elsewhere?: Words;
  /** For one in no subnet: the network it belongs to. */
  readonly network?: ResourceId | null;
  /** A fixed private address; null: any free address of the subnet. */
  readonly privateIpv4: Value<string | null>;
  /** The field that holds it. Absent: `privateIp`. */
  readonly privateIpv4Field?: string;
  /** Fixed private addresses that it has besides, by the field that holds each. A public address belongs to the first one. */
  readonly otherPrivateIpv4?: Readonly<Record<string, Value<string>>>;
  /**
   * How many alike there may be of it, as of the tasks of a service: each takes an address, and what holds of one holds of
   * all. Absent: it is the only one.
   */
  readonly copies?: Value<number>;
  /** Whether it has an IPv4 address. Absent: where its subnet has any. */
  readonly ipv4?: Value<boolean>;
  /** Whether it has an IPv6 address of its subnet. */
  readonly ipv6: Value<boolean>;
  /** The field that says so. Absent: `ipv6`. */
  readonly ipv6Field?: string;
  readonly publicIpv4: Value<boolean>;
  /** Empty: the network's default group (from itself in, everything out). Null: no group filters it. */
  readonly securityGroups: readonly ResourceId[] | null;
  readonly sourceDestinationCheck: Value<boolean>;
  /** The source ports its clients use, all of which must pass: [32768, 65535] for instances. */
  readonly clientPorts: readonly [number, number];
  /** Whether it can be the start or the end of a flow by itself. */
  readonly workload: boolean;
  /** Whether a machine has it. Absent: it is part of whatever states it. */
  readonly attached?: Value<boolean>;
  /** Whether it sends for others as a NAT gateway does, which VPC Block Public Access lets do so. Absent: no. */
  readonly outboundOnly?: boolean;
}
