/** What interface endpoints and those of Gateway Load Balancers have in common in the answers of AWS. */
import type { Resource, ResourceId } from '../model/document';
import type { AnswerRecord, AnswerScope } from './answerWriting';

/** The record with an interface in each subnet; `accepted`: whether the provider lets it connect. */
export function endpointRecord(
  endpoint: Resource,
  type: 'Interface' | 'GatewayLoadBalancer',
  given: {
    readonly subnets: readonly ResourceId[];
    readonly network: ResourceId | undefined;
    readonly groups: readonly AnswerRecord[];
    readonly serviceName: string;
    readonly accepted: boolean;
    readonly more: AnswerRecord;
  },
  scope: AnswerScope,
): AnswerRecord {
  const VpcEndpointId = scope.id(endpoint.id);
  const interfaces = given.subnets.map((subnet) =>
    scope.interface(endpoint, {
      key: subnet,
      subnet,
      groups: given.groups,
      type: type === 'Interface' ? 'vpc_endpoint' : 'gateway_load_balancer_endpoint',
      description: `VPC Endpoint Interface ${VpcEndpointId}`,
      isManaged: true,
    }),
  );
  return {
    Groups: given.groups,
    NetworkInterfaceIds: interfaces.map((each) => each['NetworkInterfaceId']),
    OwnerId: scope.account,
    RequesterManaged: false,
    RouteTableIds: [],
    ServiceName: given.serviceName || undefined,
    State: given.accepted ? 'available' : 'pendingAcceptance',
    SubnetIds: given.subnets.map((id) => scope.id(id)),
    Tags: scope.tags(endpoint),
    VpcEndpointId,
    VpcEndpointType: type,
    VpcId: scope.id(given.network ?? null),
    ...given.more,
  };
}

/** The name by which endpoints ask for a service of one's own. */
export function serviceNameOf(service: ResourceId, scope: AnswerScope): string {
  return `com.amazonaws.vpce.${scope.region}.${scope.id(service)}`;
}
