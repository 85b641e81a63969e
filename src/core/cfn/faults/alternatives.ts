/**
 * Properties of which a resource needs one, for the types that are drawn and those absorbed into them. AWS's specification
 * knows only those that are required alone.
 */
export const alternatives: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'AWS::EC2::VPC': [['CidrBlock', 'Ipv4IpamPoolId']],
  'AWS::EC2::Subnet': [['CidrBlock', 'Ipv4IpamPoolId', 'Ipv6CidrBlock', 'Ipv6IpamPoolId']],
  'AWS::EC2::Route': [['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId']],
  'AWS::EC2::VPCGatewayAttachment': [['InternetGatewayId', 'VpnGatewayId']],
  'AWS::EC2::VPNConnection': [['TransitGatewayId', 'VpnGatewayId', 'VpnConcentratorId']],
  'AWS::EC2::NatGateway': [['SubnetId', 'VpcId']],
  'AWS::EC2::SecurityGroupIngress': [['GroupId', 'GroupName']],
  'AWS::EC2::VPCEndpoint': [['ServiceName', 'ResourceConfigurationArn', 'ServiceNetworkArn']],
};
