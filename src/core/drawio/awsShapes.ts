/**
 * draw.io's names for AWS's icons, by the name of the file in the icon pack. The names are those of its own palettes
 * (`js/diagramly/sidebar/Sidebar-AWS4.js` of github.com/jgraph/drawio), and the colours those that it gives them there.
 */

export interface AwsShape {
  /** Without `mxgraph.aws4.` before it. */
  readonly name: string;
  /** A filled square with the picture in white, as AWS draws services; else the picture is drawn in the colour. */
  readonly isService: boolean;
  readonly colour: string;
}

/** What stands for an icon that draw.io does not have: AWS's general one. */
export const generalShape: AwsShape = { name: 'general', isService: true, colour: '#232F3D' };

export function shapeOf(icon: string | null): AwsShape {
  return (icon === null ? undefined : shapes.get(icon)) ?? generalShape;
}

/** The picture in the corner of a group; undefined where draw.io has none. */
export function groupIconOf(icon: string | null): string | undefined {
  return icon === null ? undefined : groupIcons.get(icon);
}

const groupIcons: ReadonlyMap<string, string> = new Map([
  ['architecture-group/AWSCloudlogo', 'group_aws_cloud_alt'],
  ['architecture-group/AWSCloud', 'group_aws_cloud'],
  ['architecture-group/AWSAccount', 'group_account'],
  ['architecture-group/Region', 'group_region'],
  ['architecture-group/VirtualprivatecloudVPC', 'group_vpc2'],
  ['architecture-group/Publicsubnet', 'group_security_group'],
  ['architecture-group/Privatesubnet', 'group_security_group'],
  ['architecture-group/Corporatedatacenter', 'group_corporate_data_center'],
  ['architecture-group/AutoScalinggroup', 'group_auto_scaling_group'],
]);

/** By AWS's categories. */
const colours = {
  general: '#232F3D',
  networking: '#8C4FFF',
  analytics: '#8C4FFF',
  compute: '#ED7100',
  storage: '#7AA116',
  database: '#C925D1',
  tools: '#C925D1',
  integration: '#E7157B',
  management: '#E7157B',
  security: '#DD344C',
  learning: '#01A88D',
} as const;

function service(icon: string, name: string, category: keyof typeof colours): readonly [string, AwsShape] {
  return [`architecture-service/${icon}`, { name, isService: true, colour: colours[category] }];
}

function resource(icon: string, name: string, category: keyof typeof colours): readonly [string, AwsShape] {
  return [`resource/${icon}`, { name, isService: false, colour: colours[category] }];
}

const shapes: ReadonlyMap<string, AwsShape> = new Map([
  ['architecture-group/AWSCloudlogo', { name: 'aws_cloud', isService: false, colour: colours.general }],
  resource('Internet', 'internet_alt1', 'general'),
  resource('Officebuilding', 'office_building', 'general'),
  resource('Documents', 'documents', 'general'),
  resource('AmazonVPCInternetGateway', 'internet_gateway', 'networking'),
  resource('AmazonVPCNATGateway', 'nat_gateway', 'networking'),
  resource('AmazonVPCEndpoints', 'endpoints', 'networking'),
  resource('AmazonVPCElasticNetworkInterface', 'elastic_network_interface', 'networking'),
  resource('AmazonVPCNetworkAccessControlList', 'network_access_control_list', 'networking'),
  resource('AmazonVPCPeeringConnection', 'peering', 'networking'),
  resource('AmazonVPCVPNConnection', 'vpn_connection', 'networking'),
  resource('AmazonVPCVPNGateway', 'vpn_gateway', 'networking'),
  resource('AmazonVPCCustomerGateway', 'customer_gateway', 'networking'),
  resource('AmazonRoute53RouteTable', 'route_table', 'networking'),
  resource('AmazonRoute53HostedZone', 'hosted_zone', 'networking'),
  resource('AmazonRoute53Resolver', 'route_53_resolver', 'networking'),
  resource('AWSTransitGatewayAttachment', 'transit_gateway_attachment', 'networking'),
  resource('ElasticLoadBalancingApplicationLoadBalancer', 'application_load_balancer', 'networking'),
  resource('ElasticLoadBalancingNetworkLoadBalancer', 'network_load_balancer', 'networking'),
  resource('ElasticLoadBalancingGatewayLoadBalancer', 'gateway_load_balancer', 'networking'),
  service('ElasticLoadBalancing', 'elastic_load_balancing', 'networking'),
  service('AWSClientVPN', 'client_vpn', 'networking'),
  service('AWSPrivateLink', 'vpc_privatelink', 'networking'),
  service('AWSTransitGateway', 'transit_gateway', 'networking'),
  service('AmazonAPIGateway', 'api_gateway', 'networking'),
  resource('AmazonEC2Instance', 'instance2', 'compute'),
  resource('AWSLambdaLambdaFunction', 'lambda_function', 'compute'),
  resource('AmazonElasticContainerServiceService', 'ecs_service', 'compute'),
  service('AmazonEC2', 'ec2', 'compute'),
  ['category/Compute', { name: 'compute', isService: true, colour: colours.compute }],
  service('AWSLambda', 'lambda', 'compute'),
  service('AmazonElasticContainerService', 'ecs', 'compute'),
  service('AmazonElasticContainerRegistry', 'ecr', 'compute'),
  resource('AmazonAuroraAmazonRDSInstance', 'rds_instance', 'database'),
  service('AmazonDynamoDB', 'dynamodb', 'database'),
  service('AmazonSimpleStorageService', 's3', 'storage'),
  service('AmazonEFS', 'elastic_file_system', 'storage'),
  service('AmazonSimpleQueueService', 'sqs', 'integration'),
  service('AmazonSimpleNotificationService', 'sns', 'integration'),
  service('AmazonEventBridge', 'eventbridge', 'integration'),
  service('AWSStepFunctions', 'step_functions', 'integration'),
  service('AWSSystemsManager', 'systems_manager', 'management'),
  service('AmazonCloudWatch', 'cloudwatch', 'management'),
  service('AWSKeyManagementService', 'key_management_service', 'security'),
  service('AWSSecretsManager', 'secrets_manager', 'security'),
  service('AWSIdentityandAccessManagement', 'identity_and_access_management', 'security'),
  service('AmazonKinesisDataStreams', 'kinesis_data_streams', 'analytics'),
  service('AmazonAthena', 'athena', 'analytics'),
  service('AWSGlue', 'glue', 'analytics'),
  service('AmazonBedrock', 'bedrock', 'learning'),
  service('AmazonSageMakerAI', 'sagemaker', 'learning'),
  service('AWSXRay', 'xray', 'tools'),
  service('AWSCodeBuild', 'codebuild', 'tools'),
]);
