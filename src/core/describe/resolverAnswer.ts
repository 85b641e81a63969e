/** Resolver endpoints of both directions as AWS answers for them. */
import type { ResolverEndpointProps } from '../catalog/resolverFields';
import type { Resource, ResourceId } from '../model/document';
import { isUnknown, known } from '../model/value';
import type { AnswerScope } from './answerWriting';

export function addResolverEndpoint(
  endpoint: Resource & { readonly props: ResolverEndpointProps },
  direction: 'INBOUND' | 'OUTBOUND',
  own: ResourceId | undefined,
  network: ResourceId | undefined,
  scope: AnswerScope,
): void {
  const { props } = endpoint;
  const id = scope.id(endpoint.id);
  const groups = scope.groups(Object.keys(props.securityGroups), network);
  const places = [
    ...(own === undefined ? [] : [{ subnet: own, ip: props.ip }]),
    ...Object.values(props.addresses),
  ];
  scope.add('ResolverEndpoints', {
    Arn: scope.arn('route53resolver', `resolver-endpoint/${id}`),
    Direction: direction,
    HostVPCId: scope.id(network ?? null),
    Id: id,
    Name: endpoint.name,
    ResolverEndpointType: (known(props.addressType) ?? 'ipv4').toUpperCase(),
    SecurityGroupIds: groups.map((group) => group['GroupId']),
    Status: 'OPERATIONAL',
  });
  scope.asked('IpAddresses', id);
  places.forEach(({ subnet, ip }, index) => {
    if (isUnknown(subnet) || subnet === null || scope.resource(subnet) === undefined) return;
    const made = scope.interface(endpoint, {
      key: String(index),
      subnet,
      groups,
      type: 'interface',
      description: `Route 53 Resolver: ${id}`,
      isManaged: true,
      address: known(ip) ?? '',
    });
    scope.add(
      'IpAddresses',
      {
        Ip: made['PrivateIpAddress'],
        IpId: scope.made('rni-', `${endpoint.id} ${index}`),
        Status: 'ATTACHED',
        SubnetId: scope.id(subnet),
      },
      id,
    );
  });
}
