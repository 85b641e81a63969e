import {
  block,
  flattened,
  isPlainObject,
  number,
  tags,
  text,
  texts,
  truth,
} from '../../core/terraform/properties';
import type { PropertyRule, Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_endpoint */
const tagSpecifications: PropertyRule = (value, to, name) => {
  for (const { value: each } of to.itemsOf(value))
    if (isPlainObject(each) && each['Tags'] !== undefined) tags(each['Tags'], to, name);
};

const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::ClientVpnEndpoint': {
    type: 'aws_ec2_client_vpn_endpoint',
    properties: {
      AuthenticationOptions: block('authentication_options', {
        ActiveDirectory: flattened({ DirectoryId: text('active_directory_id') }),
        FederatedAuthentication: flattened({
          SAMLProviderArn: text('saml_provider_arn'),
          SelfServiceSAMLProviderArn: text('self_service_saml_provider_arn'),
        }),
        MutualAuthentication: flattened({
          ClientRootCertificateChainArn: text('root_certificate_chain_arn'),
        }),
        Type: text('type'),
      }),
      ClientCidrBlock: text('client_cidr_block'),
      ClientConnectOptions: block('client_connect_options', {
        Enabled: truth('enabled'),
        LambdaFunctionArn: text('lambda_function_arn'),
      }),
      ClientLoginBannerOptions: block('client_login_banner_options', {
        BannerText: text('banner_text'),
        Enabled: truth('enabled'),
      }),
      ClientRouteEnforcementOptions: block('client_route_enforcement_options', {
        Enforced: truth('enforced'),
      }),
      ConnectionLogOptions: block('connection_log_options', {
        CloudwatchLogGroup: text('cloudwatch_log_group'),
        CloudwatchLogStream: text('cloudwatch_log_stream'),
        Enabled: truth('enabled'),
      }),
      Description: text('description'),
      DisconnectOnSessionTimeout: truth('disconnect_on_session_timeout'),
      DnsServers: texts('dns_servers'),
      EndpointIpAddressType: text('endpoint_ip_address_type'),
      SecurityGroupIds: texts('security_group_ids'),
      SelfServicePortal: text('self_service_portal'),
      ServerCertificateArn: text('server_certificate_arn'),
      SessionTimeoutHours: number('session_timeout_hours'),
      SplitTunnel: truth('split_tunnel'),
      TagSpecifications: tagSpecifications,
      TrafficIpAddressType: text('traffic_ip_address_type'),
      TransportProtocol: text('transport_protocol'),
      VpcId: text('vpc_id'),
      VpnPort: number('vpn_port'),
    },
    ref: 'id',
  },
  'AWS::EC2::ClientVpnTargetNetworkAssociation': {
    type: 'aws_ec2_client_vpn_network_association',
    properties: { ClientVpnEndpointId: text('client_vpn_endpoint_id'), SubnetId: text('subnet_id') },
    ref: 'association_id',
    attributes: { Id: 'association_id' },
  },
  'AWS::EC2::ClientVpnAuthorizationRule': {
    type: 'aws_ec2_client_vpn_authorization_rule',
    properties: {
      AccessGroupId: text('access_group_id'),
      AuthorizeAllGroups: truth('authorize_all_groups'),
      ClientVpnEndpointId: text('client_vpn_endpoint_id'),
      Description: text('description'),
      TargetNetworkCidr: text('target_network_cidr'),
    },
    ref: 'id',
  },
  'AWS::EC2::ClientVpnRoute': {
    type: 'aws_ec2_client_vpn_route',
    properties: {
      ClientVpnEndpointId: text('client_vpn_endpoint_id'),
      Description: text('description'),
      DestinationCidrBlock: text('destination_cidr_block'),
      TargetVpcSubnetId: text('target_vpc_subnet_id'),
    },
    // An endpoint of a transit gateway has routes that lead to no subnet; no provider takes those.
    needs: ['TargetVpcSubnetId'],
    ref: 'id',
  },
};

export default tables;
