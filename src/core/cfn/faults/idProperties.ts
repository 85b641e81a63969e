/**
 * The properties of network resources whose value names another resource, with what may stand there. Source: the
 * resource reference of CloudFormation, https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
 */
import { isTypeOfAws, likelyType } from '../schema/schema';

export interface IdProperty {
  /** The CFN types that may be referred to. */
  readonly types: readonly string[];
  /** What an id given as text looks like; undefined where any text may be a name. */
  readonly id?: RegExp;
  readonly list?: true;
  /** Where `Ref` of the type gives something else: the attribute to use. */
  readonly attribute?: string;
  /** The resource types that have the property with this meaning, by how they begin; else all of AWS's. */
  readonly of?: readonly string[];
}

const vpc: IdProperty = { types: ['AWS::EC2::VPC'], id: /^vpc-[0-9a-f]+$/ };
const subnet: IdProperty = { types: ['AWS::EC2::Subnet'], id: /^subnet-[0-9a-f]+$/ };
const subnets: IdProperty = { ...subnet, list: true };
const routeTable: IdProperty = {
  types: ['AWS::EC2::RouteTable', 'AWS::EC2::LocalGatewayRouteTable'],
  id: /^(?:lgw-)?rtb-[0-9a-f]+$/,
};
const group: IdProperty = { types: ['AWS::EC2::SecurityGroup'], id: /^sg-[0-9a-f]+$/ };
const groups: IdProperty = { ...group, list: true };
const prefixList: IdProperty = { types: ['AWS::EC2::PrefixList'], id: /^pl-[0-9a-f]+$/ };
const transitGateway: IdProperty = { types: ['AWS::EC2::TransitGateway'], id: /^tgw-[0-9a-f]+$/ };
const ec2 = ['AWS::EC2::'];
const balancing = ['AWS::ElasticLoadBalancingV2::'];

const byName: Readonly<Record<string, IdProperty>> = {
  VpcId: vpc,
  VPCId: vpc,
  PeerVpcId: vpc,
  SubnetId: subnet,
  TargetVpcSubnetId: { ...subnet, id: /^(?:subnet-[0-9a-f]+|local)$/ },
  SubnetIds: subnets,
  SubnetIDs: subnets,
  Subnets: {
    ...subnets,
    of: ['AWS::ElasticLoadBalancing', 'AWS::ECS::', 'AWS::Batch::', 'AWS::Events::', 'AWS::SageMaker::'],
  },
  VPCZoneIdentifier: subnets,
  RouteTableId: { ...routeTable, of: ec2 },
  RouteTableIds: { ...routeTable, list: true, of: ec2 },
  NetworkAclId: { types: ['AWS::EC2::NetworkAcl'], id: /^acl-[0-9a-f]+$/ },
  InternetGatewayId: { types: ['AWS::EC2::InternetGateway'], id: /^igw-[0-9a-f]+$/ },
  CustomerGatewayId: { types: ['AWS::EC2::CustomerGateway'], id: /^cgw-[0-9a-f]+$/, of: ec2 },
  VpnConnectionId: { types: ['AWS::EC2::VPNConnection'], id: /^vpn-[0-9a-f]+$/, of: ec2 },
  VpnGatewayId: { types: ['AWS::EC2::VPNGateway'], id: /^vgw-[0-9a-f]+$/ },
  GatewayId: {
    types: [
      'AWS::EC2::InternetGateway',
      'AWS::EC2::VPNGateway',
      'AWS::EC2::VPCGatewayAttachment',
      'AWS::EC2::VPCEndpoint',
    ],
    id: /^(?:igw-[0-9a-f]+|vgw-[0-9a-f]+|vpce-[0-9a-f]+|local)$/,
    of: ['AWS::EC2::Route', 'AWS::EC2::GatewayRouteTableAssociation'],
  },
  ClientVpnEndpointId: { types: ['AWS::EC2::ClientVpnEndpoint'], id: /^cvpn-endpoint-[0-9a-f]+$/ },
  EgressOnlyInternetGatewayId: {
    types: ['AWS::EC2::EgressOnlyInternetGateway'],
    id: /^eigw-[0-9a-f]+$/,
  },
  NatGatewayId: { types: ['AWS::EC2::NatGateway'], id: /^nat-[0-9a-f]+$/ },
  TransitGatewayId: transitGateway,
  PeerTransitGatewayId: transitGateway,
  TransitGatewayAttachmentId: {
    types: [
      'AWS::EC2::TransitGatewayAttachment',
      'AWS::EC2::TransitGatewayVpcAttachment',
      'AWS::EC2::TransitGatewayPeeringAttachment',
      'AWS::EC2::TransitGatewayConnect',
    ],
    id: /^tgw-attach-[0-9a-f]+$/,
  },
  TransitGatewayRouteTableId: {
    types: ['AWS::EC2::TransitGatewayRouteTable'],
    id: /^tgw-rtb-[0-9a-f]+$/,
    of: ec2,
  },
  VpcPeeringConnectionId: { types: ['AWS::EC2::VPCPeeringConnection'], id: /^pcx-[0-9a-f]+$/ },
  VpcEndpointId: { types: ['AWS::EC2::VPCEndpoint'], id: /^vpce-[0-9a-f]+$/ },
  NetworkInterfaceId: { types: ['AWS::EC2::NetworkInterface'], id: /^eni-[0-9a-f]+$/, of: ec2 },
  InstanceId: { types: ['AWS::EC2::Instance'], id: /^i-[0-9a-f]+$/, of: ec2 },
  AllocationId: {
    types: ['AWS::EC2::EIP'],
    id: /^eipalloc-[0-9a-f]+$/,
    attribute: 'AllocationId',
    of: [...ec2, 'AWS::ElasticLoadBalancingV2::'],
  },
  SecurityGroupIds: groups,
  SecurityGroupIDs: groups,
  VpcSecurityGroupIds: groups,
  VPCSecurityGroups: groups,
  GroupSet: { ...groups, of: ec2 },
  SecurityGroups: {
    ...groups,
    of: ['AWS::ElasticLoadBalancing', 'AWS::ECS::', 'AWS::EFS::', 'AWS::Batch::'],
  },
  GroupId: { ...group, of: ['AWS::EC2::SecurityGroup'] },
  SourceSecurityGroupId: group,
  DestinationSecurityGroupId: group,
  SourcePrefixListId: prefixList,
  DestinationPrefixListId: prefixList,
  IamInstanceProfile: { types: ['AWS::IAM::InstanceProfile'], of: ['AWS::EC2::Instance'] },
  DBSubnetGroupName: {
    types: ['AWS::RDS::DBSubnetGroup'],
    of: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  },
  LoadBalancerArn: { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], id: /^arn:/, of: balancing },
  ListenerArn: { types: ['AWS::ElasticLoadBalancingV2::Listener'], id: /^arn:/, of: balancing },
  NetworkLoadBalancerArns: {
    types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    id: /^arn:/,
    list: true,
    of: ec2,
  },
  ServiceId: {
    types: ['AWS::EC2::VPCEndpointService'],
    id: /^vpce-svc-[0-9a-f]+$/,
    of: ['AWS::EC2::VPCEndpointServicePermissions'],
  },
  TargetGroupArn: {
    types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    id: /^arn:/,
    of: [...balancing, 'AWS::ECS::'],
  },
  TargetGroupARNs: {
    types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    id: /^arn:/,
    list: true,
    of: ['AWS::AutoScaling::'],
  },
  Cluster: { types: ['AWS::ECS::Cluster'], of: ['AWS::ECS::Service'] },
  TaskDefinition: { types: ['AWS::ECS::TaskDefinition'], of: ['AWS::ECS::Service'] },
};

/** What the property of a resource of this type names, when it is one of these. */
export function idProperty(type: string, property: string): IdProperty | undefined {
  if (!type.startsWith('AWS::') || !Object.hasOwn(byName, property)) return undefined;
  const found = byName[property];
  return found?.of === undefined || found.of.some((prefix) => type.startsWith(prefix)) ? found : undefined;
}

/** Types whose resources may be anything: their values pass for every type. */
export function mayBeAnything(type: string): boolean {
  return (
    !type.startsWith('AWS::') ||
    /^AWS::(?:CloudFormation|Serverless)::/.test(type) ||
    type.endsWith('::MODULE') ||
    // A type that is misspelt is told of where it stands.
    (!isTypeOfAws(type) && likelyType(type) !== undefined)
  );
}
