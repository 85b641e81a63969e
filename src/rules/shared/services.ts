/** AWS services as endpoints and arrows name them. */
import type { Flow, FlowId, Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import { asked, askedByMany } from '../../core/rules/asked';
import type { RuleContext } from '../../core/rules/rule';
import { shortServiceName } from '../../lib/serviceNames';
import { inVpc, vpcOf } from './networks';

/**
 * The services that have gateway endpoints.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export const gatewayServices: ReadonlySet<string> = new Set(['s3', 'dynamodb', 's3express']);

const titles = new Map([
  ['s3', 'S3'],
  ['s3express', 'S3 Express One Zone'],
  ['dynamodb', 'DynamoDB'],
  ['sqs', 'SQS'],
  ['sns', 'SNS'],
  ['kms', 'KMS'],
  ['sts', 'STS'],
]);

/** What people call a service: S3, SQS; the endpoint's own name where that is as good. */
export function titleOf(service: string): string {
  return titles.get(service) ?? service;
}

export type Endpoint = Resource<'gateway-endpoint'> | Resource<'interface-endpoint'>;

/** The short name of the service of AWS that an endpoint or a service's icon stands for; undefined when unknown or none. */
export function serviceOf(
  context: RuleContext,
  resource: Endpoint | Resource<'aws-service'>,
): string | undefined {
  if (isKind(resource, 'interface-endpoint') && resource.props.endpointService !== null) return undefined;
  const name = known(resource.props.service);
  if (name === undefined || name === '') return undefined;
  return shortServiceName(context.around(resource.id).region, name);
}

export function endpointsInVpc(context: RuleContext, vpc: ResourceId): readonly Endpoint[] {
  return [...inVpc(context, vpc, 'gateway-endpoint'), ...inVpc(context, vpc, 'interface-endpoint')];
}

export interface ServiceFlow {
  readonly flow: Flow;
  readonly service: string;
  readonly vpc: Resource<'vpc'>;
}

/** The drawn flows from something in a VPC to an AWS service of the same Region. */
export const flowsToServices = askedByMany((context): readonly ServiceFlow[] =>
  context.flows.flatMap(({ id }) => serviceFlow(context, id) ?? []),
);

const serviceFlow = asked((context, id: FlowId): ServiceFlow | undefined => {
  const flow = context.document.flows.get(id);
  const to = context.resource(flow?.to);
  const vpc = flow === undefined ? undefined : vpcOf(context, flow.from);
  if (flow === undefined || to === undefined || !isKind(to, 'aws-service') || vpc === undefined)
    return undefined;
  if (context.around(to.id).region !== context.around(vpc.id).region) return undefined;
  const service = serviceOf(context, to);
  return service === undefined ? undefined : { flow, service, vpc };
});

/** Those among them that ought to arrive and do not. */
export const blockedFlowsToServices = askedByMany((context): readonly ServiceFlow[] =>
  flowsToServices(context).filter(
    ({ flow }) => flow.expect === 'reachable' && context.traces.get(flow.id)?.verdict === 'blocked',
  ),
);

/** The subnets an interface endpoint has interfaces in. */
export function subnetsOfEndpoint(
  context: RuleContext,
  endpoint: Resource<'interface-endpoint'>,
): readonly Resource<'subnet'>[] {
  const own = context.around(endpoint.id).ancestor('subnet');
  const others = Object.keys(endpoint.props.subnets).flatMap((id) => {
    const subnet = context.resource(id);
    return subnet !== undefined && isKind(subnet, 'subnet') && id !== own?.id ? [subnet] : [];
  });
  return own === undefined ? others : [own, ...others];
}
