/** Which resource types the provider hashicorp/awscc has, of those whose schema is known here. */

/**
 * What only CloudFormation itself can make.
 * https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/supported-resources.html
 */
const ofCloudFormation: readonly string[] = [
  'AWS::CloudFormation::CustomResource',
  'AWS::CloudFormation::Macro',
  'AWS::CloudFormation::WaitCondition',
  'AWS::CloudFormation::WaitConditionHandle',
];

/**
 * What Cloud Control does not handle, or the provider does not make, since two of its names would be the same there.
 * https://github.com/hashicorp/terraform-provider-awscc/blob/main/internal/provider/all_schemas.hcl
 */
const notProvided: readonly string[] = [
  'AWS::EC2::ClientVpnAuthorizationRule',
  'AWS::EC2::ClientVpnEndpoint',
  'AWS::EC2::ClientVpnRoute',
  'AWS::EC2::ClientVpnTargetNetworkAssociation',
  'AWS::EC2::IPv4Pool',
  'AWS::EC2::InstanceEventWindow',
  'AWS::EC2::IpamExternalResourceVerificationToken',
  'AWS::EC2::NetworkAclEntry',
  'AWS::EC2::NetworkInterfacePermission',
  'AWS::EC2::SubnetCidrReservation',
  'AWS::EC2::VPNGatewayRoutePropagation',
  'AWS::EKS::Nodegroup',
  'AWS::ElasticLoadBalancingV2::ListenerCertificate',
  'AWS::IAM::AccessKey',
  'AWS::IAM::Policy',
  'AWS::NetworkFirewall::ContainerAssociation',
  'AWS::RDS::ClusterSnapshot',
  'AWS::RDS::DBSecurityGroup',
  'AWS::RDS::DBSecurityGroupIngress',
  'AWS::RDS::DBSnapshot',
  'AWS::Route53::DelegationSet',
  'AWS::Route53::QueryLoggingConfig',
  'AWS::Route53::RecordSetGroup',
  'AWS::Route53::TrafficPolicy',
  'AWS::Route53::TrafficPolicyInstance',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::ServiceDiscovery::HttpNamespace',
  'AWS::ServiceDiscovery::Instance',
  'AWS::ServiceDiscovery::PrivateDnsNamespace',
  'AWS::ServiceDiscovery::PublicDnsNamespace',
  'AWS::VpcLattice::DomainVerification',
  'AWS::VpcLattice::TargetGroup',
];

const missing: ReadonlySet<string> = new Set([...ofCloudFormation, ...notProvided]);

export function isOfCloudControl(type: string): boolean {
  return !missing.has(type);
}
