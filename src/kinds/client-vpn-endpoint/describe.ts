/** Client VPN endpoints in the answers of AWS: associations, routes and authorization rules have calls for each of them. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refsTo, refTo, type DescribeReadScope } from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, partIn, textIn, textsIn, type AwsRecord } from '../../core/describe/record';

const of = '--client-vpn-endpoint-id';
const parts = [
  { command: 'ec2 describe-client-vpn-target-networks', list: 'ClientVpnTargetNetworks', of },
  { command: 'ec2 describe-client-vpn-routes', list: 'Routes', of },
  { command: 'ec2 describe-client-vpn-authorization-rules', list: 'AuthorizationRules', of },
] as const;

export default describes({
  kind: 'client-vpn-endpoint',
  calls: [
    { command: 'ec2 describe-client-vpn-endpoints', list: 'ClientVpnEndpoints', ids: 'cvpn-endpoint-' },
    ...parts,
  ],
  reads: {
    *ClientVpnEndpoints(endpoint, scope) {
      if (isGone(endpoint)) return;
      const id = textIn(endpoint, 'ClientVpnEndpointId');
      const transit = textIn(partIn(endpoint, 'TransitGatewayConfiguration'), 'TransitGatewayId');
      yield {
        id,
        name: textIn(endpoint, 'Description') || id,
        type: 'AWS::EC2::ClientVpnEndpoint',
        properties: {
          ClientCidrBlock: textIn(endpoint, 'ClientCidrBlock') || undefined,
          AuthenticationOptions: listIn(endpoint, 'AuthenticationOptions').map((each): CfnValue => ({
            Type: textIn(each, 'Type'),
          })),
          DnsServers: textsIn(endpoint, 'DnsServers'),
          SplitTunnel: flagIn(endpoint, 'SplitTunnel'),
          VpcId: refTo(textIn(endpoint, 'VpcId')),
          SecurityGroupIds: refsTo(textsIn(endpoint, 'SecurityGroupIds')),
          TransitGatewayConfiguration: transit === '' ? undefined : { TransitGatewayId: { Ref: transit } },
          EndpointIpAddressType: textIn(endpoint, 'EndpointIpAddressType') || undefined,
          TrafficIpAddressType: textIn(endpoint, 'TrafficIpAddressType') || undefined,
          Tags: scope.tags(endpoint),
        },
        says: unknownRows(id, scope),
      };
      const owner = { ClientVpnEndpointId: refTo(id) };
      for (const each of own('ClientVpnTargetNetworks', id, scope))
        if (!isGone(each))
          yield {
            id: textIn(each, 'AssociationId') || `${id}-association-${textIn(each, 'TargetNetworkId')}`,
            type: 'AWS::EC2::ClientVpnTargetNetworkAssociation',
            properties: { ...owner, SubnetId: refTo(textIn(each, 'TargetNetworkId')) },
          };
      for (const [index, each] of own('Routes', id, scope).entries())
        // The routes to its own VPC come with an association.
        if (!isGone(each) && textIn(each, 'Origin') !== 'associate')
          yield {
            id: `${id}-route-${index + 1}`,
            type: 'AWS::EC2::ClientVpnRoute',
            properties: {
              ...owner,
              DestinationCidrBlock: textIn(each, 'DestinationCidr'),
              TargetVpcSubnetId: subnetOf(textIn(each, 'TargetSubnet')),
            },
          };
      for (const [index, each] of own('AuthorizationRules', id, scope).entries())
        if (!isGone(each))
          yield {
            id: `${id}-rule-${index + 1}`,
            type: 'AWS::EC2::ClientVpnAuthorizationRule',
            properties: {
              ...owner,
              TargetNetworkCidr: textIn(each, 'DestinationCidr'),
              ...(flagIn(each, 'AccessAll') === true
                ? { AuthorizeAllGroups: true }
                : { AccessGroupId: textIn(each, 'GroupId') }),
            },
          };
    },
  },
});

function own(list: string, id: string, scope: DescribeReadScope): readonly AwsRecord[] {
  return scope.where(list, 'ClientVpnEndpointId', id);
}

function subnetOf(target: string): CfnValue | undefined {
  return target === 'local' || target === '' ? 'local' : refTo(target);
}

/** An endpoint has a rule and an association in any use of it: where no record is of it, the call is missing. */
function unknownRows(id: string, scope: DescribeReadScope): Readonly<Record<string, unknown>> {
  const says: Record<string, unknown> = {};
  for (const { command, list } of parts) {
    if (scope.isGiven(list) && (list === 'Routes' || own(list, id, scope).length > 0)) continue;
    scope.lacks(command, id);
    const unknown = {
      en: `the answer of “aws ${command}” for ${id} is not among the files`,
      ja: `${id} の「aws ${command}」の結果がファイルにありません`,
    };
    if (list === 'ClientVpnTargetNetworks') says['associations'] = { unknown: { subnet: { unknown } } };
    else if (list === 'Routes')
      says['routes'] = { unknown: { destination: { unknown }, subnet: { unknown } } };
    else says['authorizations'] = { unknown: { destination: { unknown }, group: { unknown } } };
  }
  return says;
}
