/**
 * The protocols of load-balancer listeners and target groups, and which of them go together.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
interface ListenerProtocol {
  readonly of: 'network' | 'application';
  /** What of it a packet can see. */
  readonly carries: readonly ('tcp' | 'udp')[];
  /** The protocols of the target groups that it may forward to. */
  readonly forwardsTo: readonly string[];
}

const protocols: Readonly<Record<string, ListenerProtocol>> = {
  TCP: { of: 'network', carries: ['tcp'], forwardsTo: ['TCP', 'TCP_UDP'] },
  TLS: { of: 'network', carries: ['tcp'], forwardsTo: ['TCP', 'TLS'] },
  UDP: { of: 'network', carries: ['udp'], forwardsTo: ['UDP', 'TCP_UDP'] },
  TCP_UDP: { of: 'network', carries: ['tcp', 'udp'], forwardsTo: ['TCP_UDP'] },
  QUIC: { of: 'network', carries: ['udp'], forwardsTo: ['QUIC', 'TCP_QUIC'] },
  TCP_QUIC: { of: 'network', carries: ['tcp', 'udp'], forwardsTo: ['TCP_QUIC'] },
  HTTP: { of: 'application', carries: ['tcp'], forwardsTo: ['HTTP', 'HTTPS'] },
  HTTPS: { of: 'application', carries: ['tcp'], forwardsTo: ['HTTP', 'HTTPS'] },
};

export function listenerProtocols(of: 'network' | 'application'): readonly string[] {
  return Object.entries(protocols).flatMap(([name, protocol]) => (protocol.of === of ? [name] : []));
}

/** Whether a listener takes packets of a protocol; false for a name that is none. */
export function listenerCarries(listener: string, protocol: string): boolean {
  return protocolNamed(listener)?.carries.some((each) => each === protocol) === true;
}

/** Whether AWS lets a listener forward to a target group of that protocol. */
export function mayForward(listener: string, group: string): boolean {
  return protocolNamed(listener)?.forwardsTo.includes(group) === true;
}

/** Whether a Network Load Balancer gives targets of this protocol the client's address, and cannot be told not to. */
export function alwaysPreservesClientIp(group: string): boolean {
  return ['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'].includes(group);
}

function protocolNamed(name: string): ListenerProtocol | undefined {
  return Object.hasOwn(protocols, name) ? protocols[name] : undefined;
}
