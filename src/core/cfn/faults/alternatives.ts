/**
 * The properties without which CloudFormation refuses a resource, for the types that are drawn and those absorbed into
 * them. A list within: one of these.
 */
export const requiredProperties: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'AWS::EC2::VPC': [['CidrBlock', 'Ipv4IpamPoolId']],
  'AWS::EC2::VPCCidrBlock': ['VpcId'],
  'AWS::EC2::Subnet': ['VpcId', ['CidrBlock', 'Ipv4IpamPoolId', 'Ipv6CidrBlock', 'Ipv6IpamPoolId']],
  'AWS::EC2::RouteTable': ['VpcId'],
  'AWS::EC2::Route': [
    'RouteTableId',
    ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'],
  ],
  'AWS::EC2::SubnetRouteTableAssociation': ['RouteTableId', 'SubnetId'],
  'AWS::EC2::VPCGatewayAttachment': ['VpcId', ['InternetGatewayId', 'VpnGatewayId']],
  'AWS::EC2::EgressOnlyInternetGateway': ['VpcId'],
  'AWS::EC2::NatGateway': [['SubnetId', 'VpcId']],
  'AWS::EC2::NetworkAcl': ['VpcId'],
  'AWS::EC2::NetworkAclEntry': ['NetworkAclId', 'Protocol', 'RuleAction', 'RuleNumber'],
  'AWS::EC2::SubnetNetworkAclAssociation': ['NetworkAclId', 'SubnetId'],
  'AWS::EC2::SecurityGroup': ['GroupDescription'],
  'AWS::EC2::SecurityGroupIngress': ['IpProtocol', ['GroupId', 'GroupName']],
  'AWS::EC2::SecurityGroupEgress': ['IpProtocol', 'GroupId'],
  'AWS::EC2::VPCEndpoint': ['VpcId', ['ServiceName', 'ResourceConfigurationArn', 'ServiceNetworkArn']],
  'AWS::IAM::Role': ['AssumeRolePolicyDocument'],
  'AWS::IAM::InstanceProfile': ['Roles'],
  'AWS::Lambda::Function': ['Code', 'Role'],
  'AWS::RDS::DBSubnetGroup': ['DBSubnetGroupDescription', 'SubnetIds'],
};
