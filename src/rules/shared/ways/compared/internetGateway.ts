/** By the internet gateway, with a public address of the source's own (IG2). */
import { call } from '../../../../core/commands';
import type { Approach } from '../../../../core/compare/approach';
import type { Resource } from '../../../../core/model/document';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { addition } from '../../additions';
import { wayOut } from '../../networks';
import { publicAddressProps } from '../../publicAddress';
import { internetGatewayOf, internetRouteFor, publicSubnets, routeForSubnet } from '../../routing';
import { called, plan } from '../../words';
import { destinationOf, sourceOf, type Source } from '../ends';
import { mendingRoutes } from './mending';
import { hasOthers, isMovable, movedTo, newPublicSubnet } from './moved';
import { withoutGatewayEndpoint, withoutPrivateAnswer } from './otherWays';
import { isInternet, notOutward, withoutIpv4 } from './whyNot';

export const internetGateway: Approach = {
  id: 'internet-gateway',
  title: { en: 'Internet gateway, with a public address', ja: 'インターネットゲートウェイ (パブリック IP)' },
  whyNot(context, flow) {
    // What comes in from the internet comes in by one.
    if (isInternet(context, flow.from)) return undefined;
    const refused = notOutward(context, flow);
    const source = sourceOf(context, flow);
    if (refused !== undefined || source === undefined) return refused;
    const { resource } = source.workload;
    if (isPublic(source) || withoutIpv4(source) || publicAddressProps(context, resource) !== undefined)
      return undefined;
    const name = called(context, resource.id);
    return {
      en: `${name} cannot have a public address: AWS gives none to a ${context.catalog.kind(resource.kind).label.en} in a VPC`,
      ja: `${name} にはパブリックアドレスを割り当てられません (VPC 内の ${context.catalog.kind(resource.kind).label.ja})`,
    };
  },
  *lead(context, flow, trace) {
    const source = sourceOf(context, flow);
    if (source === undefined) return;
    const destination = destinationOf(context, flow);
    yield* inPublicSubnet(context, source);
    if (!isPublic(source) && !withoutIpv4(source)) {
      const props = publicAddressProps(context, source.workload.resource);
      const name = called(context, source.workload.resource.id);
      if (props !== undefined)
        yield plan(
          `Give ${name} a public IPv4 address`,
          `${name} にパブリック IPv4 アドレスを割り当てる`,
          call('setProps', { id: source.workload.resource.id, props }),
        );
    }
    if (destination.is !== 'service') return;
    yield* withoutGatewayEndpoint(context, source, destination.service);
    yield* withoutPrivateAnswer(context, source, trace);
  },
  mend: mendingRoutes,
};

function isPublic({ workload }: Source): boolean {
  return workload.interfaces.every(({ publicIpv4 }) => publicIpv4 === true);
}

/** An instance that others share their subnet with is moved, so that these stay as private as they are. */
function* inPublicSubnet(context: RuleContext, source: Source): Generator<Plan> {
  const { workload, vpc } = source;
  const outside = workload.subnets.filter((subnet) => !leadsOut(context, subnet));
  const [first, ...more] = outside;
  if (first === undefined) return;
  if (more.length === 0 && isMovable(workload.resource) && hasOthers(context, first, workload.resource)) {
    const moved = movedTo(context, workload.resource, first, {
      standing: publicSubnets(context, vpc.id),
      made: () => newPublicSubnet(context, vpc, first),
    });
    if (moved !== undefined) yield moved;
  }
  const routed = outward(context, first);
  if (routed !== undefined) yield routed;
}

function leadsOut(context: RuleContext, subnet: Resource<'subnet'>): boolean {
  if (subnet.props.ipv6Native !== true) return wayOut(context, subnet) === 'internet';
  return outward(context, subnet) === undefined;
}

/** ::/0 for a subnet with IPv6 only, where it does not lead to the gateway already. */
function outward(context: RuleContext, subnet: Resource<'subnet'>): Plan | undefined {
  if (subnet.props.ipv6Native !== true) return internetRouteFor(context, subnet);
  const vpc = context.around(subnet.id).ancestor('vpc');
  if (vpc === undefined) return undefined;
  const gateway = internetGatewayOf(context, vpc.id);
  if (gateway === undefined) {
    const fresh = addition(context, 'internet-gateway', vpc, 'InternetGateway', {});
    return routeForSubnet(context, subnet, '::/0', fresh, [fresh.call]);
  }
  const there = context.network
    .routesOf(context.network.routeTableOf(subnet.id) ?? '')
    .some(({ destination, target }) => destination === '::/0' && target === gateway.id);
  return there
    ? undefined
    : routeForSubnet(context, subnet, '::/0', { id: gateway.id, name: called(context, gateway.id) });
}
