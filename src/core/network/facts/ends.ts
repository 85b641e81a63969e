/** Ends of flows that are in no VPC. */
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

/** A Regional AWS service as an end of flows. */
export interface ServiceFact extends FactBase {
  readonly fact: 'service';
  /** The short name, as in `com.amazonaws.<region>.<name>`: `s3`, `ssmmessages`, `ecr.api`. */
  readonly service: Value<string>;
  readonly region: string;
}

/** The internet as an end of flows: any public address that is not an AWS service. */
export interface InternetFact extends FactBase {
  readonly fact: 'internet';
  /** One address of it, when only that is meant. */
  readonly address: Value<string | null>;
}

export interface OnPremisesFact extends FactBase {
  readonly fact: 'on-premises';
  readonly blocks: readonly Value<string>[];
  /** The customer gateways that it stands behind. Absent or empty: none, so that only public addresses lead there. */
  readonly customerGateways?: readonly ResourceId[];
  /** The DNS servers that its hosts ask, or that its own servers forward to. Absent or empty: nobody said. */
  readonly dnsServers?: readonly Value<string>[];
}

/**
 * A workload in a network that AWS runs, such as a Lambda function without a VPC: it reaches public IPv4 addresses and
 * has none that anybody could send to.
 */
export interface HostedByAwsFact extends FactBase {
  readonly fact: 'hosted-by-aws';
}
