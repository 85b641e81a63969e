/**
 * The names at the top of the answers that the AWS CLI gives, by which such a file is known. They stand here, and not with
 * the kinds that read them, because a file must be told from a diagram and a template before anything of that is loaded;
 * a test holds the two together.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */

/** `items`: a list of records. `whole`: the answer is itself one record, and this name is one of its members. */
export const answerNames: Readonly<Record<string, 'items' | 'whole'>> = {
  Vpcs: 'items',
  EnableDnsSupport: 'whole',
  EnableDnsHostnames: 'whole',
  DhcpOptions: 'items',
  Subnets: 'items',
  RouteTables: 'items',
  NetworkAcls: 'items',
  SecurityGroups: 'items',
  SecurityGroupRules: 'items',
  InternetGateways: 'items',
  EgressOnlyInternetGateways: 'items',
  NatGateways: 'items',
  Addresses: 'items',
  Reservations: 'items',
  NetworkInterfaces: 'items',
  PrefixLists: 'items',
  Entries: 'items',
  VpcEndpoints: 'items',
  ServiceConfigurations: 'items',
  AllowedPrincipals: 'items',
  VpcEndpointConnections: 'items',
  VpcPeeringConnections: 'items',
  TransitGateways: 'items',
  TransitGatewayVpcAttachments: 'items',
  TransitGatewayPeeringAttachments: 'items',
  TransitGatewayAttachments: 'items',
  TransitGatewayRouteTables: 'items',
  TransitGatewayRouteTablePropagations: 'items',
  Associations: 'items',
  Routes: 'items',
  AdditionalRoutesAvailable: 'whole',
  VpnGateways: 'items',
  CustomerGateways: 'items',
  VpnConnections: 'items',
  ClientVpnEndpoints: 'items',
  ClientVpnTargetNetworks: 'items',
  AuthorizationRules: 'items',
  VpcBlockPublicAccessOptions: 'whole',
  VpcBlockPublicAccessExclusions: 'items',
  LoadBalancers: 'items',
  TargetGroups: 'items',
  Listeners: 'items',
  Rules: 'items',
  TargetHealthDescriptions: 'items',
  TagDescriptions: 'items',
  Attributes: 'items',
  Functions: 'items',
  services: 'items',
  taskDefinition: 'whole',
  DBInstances: 'items',
  DBSubnetGroups: 'items',
  HostedZones: 'items',
  HostedZone: 'whole',
  ResourceRecordSets: 'items',
  ResolverEndpoints: 'items',
  IpAddresses: 'items',
  ResolverRules: 'items',
  ResolverRuleAssociations: 'items',
  Buckets: 'items',
  TableNames: 'items',
  // Our own, beside those of AWS: what they cannot say.
  VpcanvasUnknown: 'items',
};

/** Whether a JSON object is an answer of the AWS CLI. */
export function isAnswer(value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).some(
    (name) =>
      Object.hasOwn(answerNames, name) && (answerNames[name] === 'whole' || Array.isArray(value[name])),
  );
}
