/** Endpoint services as rules ask about them: who connects to them, and the load balancers behind them. */
import type { Resource } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { listenerCarries } from '../../lib/listenerProtocols';

export interface Connection {
  readonly endpoint: Resource<'interface-endpoint'>;
  readonly service: Resource<'endpoint-service'>;
}

/** The interface endpoints of drawn endpoint services. */
export function connections(context: RuleContext): readonly Connection[] {
  return context.all('interface-endpoint').flatMap((endpoint) => {
    const service = context.resource(known(endpoint.props.endpointService));
    return service !== undefined && isKind(service, 'endpoint-service') ? [{ endpoint, service }] : [];
  });
}

/** The same for endpoints of Gateway Load Balancers. */
export function gatewayConnections(context: RuleContext): readonly {
  readonly endpoint: Resource<'gwlb-endpoint'>;
  readonly service: Resource<'endpoint-service'>;
}[] {
  return context.all('gwlb-endpoint').flatMap((endpoint) => {
    const service = context.resource(known(endpoint.props.provider) ?? null);
    return service !== undefined && isKind(service, 'endpoint-service') ? [{ endpoint, service }] : [];
  });
}

export function balancersOf(
  context: RuleContext,
  service: Resource<'endpoint-service'>,
): readonly Resource<'network-load-balancer'>[] {
  return Object.keys(service.props.loadBalancers).flatMap((id) => {
    const balancer = context.resource(id);
    return balancer !== undefined && isKind(balancer, 'network-load-balancer') ? [balancer] : [];
  });
}

/** The TCP ports that a service is asked on; undefined when one of them is not known. */
export function portsOf(
  context: RuleContext,
  service: Resource<'endpoint-service'>,
): readonly number[] | undefined {
  const listeners = balancersOf(context, service).flatMap(({ props }) => Object.values(props.listeners));
  const ports = listeners
    .filter(({ protocol }) => listenerCarries(known(protocol) ?? 'TCP', 'tcp'))
    .map(({ port }) => known(port));
  return ports.every((port) => port !== undefined) ? [...new Set(ports)] : undefined;
}

/** The kind of its load balancers; undefined where none is drawn, or of both kinds, which AWS mixes in no service. */
export function standsOn(
  context: RuleContext,
  service: Resource<'endpoint-service'>,
): 'network-load-balancer' | 'gateway-load-balancer' | undefined {
  const kinds = new Set(
    Object.keys(service.props.loadBalancers).flatMap((id) => {
      const balancer = context.resource(id);
      if (balancer === undefined) return [];
      if (isKind(balancer, 'network-load-balancer')) return ['network-load-balancer' as const];
      return isKind(balancer, 'gateway-load-balancer') ? ['gateway-load-balancer' as const] : [];
    }),
  );
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}
