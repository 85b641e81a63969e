/** Client VPN endpoints in CloudFormation: associations, routes and authorization rules stand beside them. */
import type { Rows } from '../../core/catalog/field';
import { listed } from '../../core/catalog/standing';
import { askedFor } from '../../core/cfn/askedFor';
import type { CfnEntry, CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import {
  authentications,
  serversIn,
  trafficTypes,
  type Association,
  type Authentication,
  type AuthorizationRule,
  type ClientRoute,
  type TrafficType,
} from './rows';

type Endpoint = Resource<'client-vpn-endpoint'>;

export const cfn: Omit<CfnMapping<'client-vpn-endpoint'>, 'types'> = {
  satellites: (
    [
      ['association', 'AWS::EC2::ClientVpnTargetNetworkAssociation'],
      ['route', 'AWS::EC2::ClientVpnRoute'],
      ['authorization', 'AWS::EC2::ClientVpnAuthorizationRule'],
    ] as const
  ).map(([role, type]) => ({ role, type, from: 'satellite', property: 'ClientVpnEndpointId' })),
  *write(endpoint, scope) {
    const { props } = endpoint;
    const isOnSubnets = props.transitGateway === null;
    const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
    const servers = isUnknown(props.dnsServers) ? [] : serversIn(props.dnsServers);
    const tags = scope.nameTags(endpoint);
    yield {
      role: '',
      type: 'AWS::EC2::ClientVpnEndpoint',
      properties: {
        ClientCidrBlock: props.traffic === 'ipv6' ? undefined : scope.plain(props.clientCidr),
        ServerCertificateArn: parameter(endpoint, scope, 'ServerCertificateArn', 'server certificate'),
        AuthenticationOptions: [authenticationOf(endpoint, scope)],
        ConnectionLogOptions: { Enabled: false },
        DnsServers: servers.length === 0 ? undefined : [...servers],
        SplitTunnel: props.splitTunnel === true ? true : undefined,
        VpcId: isOnSubnets ? scope.ref(scope.ancestor('vpc')?.id ?? null) : undefined,
        SecurityGroupIds: isOnSubnets && groups.length > 0 ? groups : undefined,
        TransitGatewayConfiguration: transitOf(props.transitGateway, scope),
        EndpointIpAddressType:
          props.endpointAddresses === 'ipv4' ? undefined : scope.plain(props.endpointAddresses),
        TrafficIpAddressType: props.traffic === 'ipv4' ? undefined : scope.plain(props.traffic),
        TagSpecifications:
          tags === undefined ? undefined : [{ ResourceType: 'client-vpn-endpoint', Tags: tags }],
      },
    };
    const ClientVpnEndpointId = scope.ref(endpoint.id);
    for (const [key, { subnet }] of Object.entries(props.associations)) {
      const SubnetId = scope.ref(known(subnet) ?? null);
      if (SubnetId === undefined) continue;
      yield {
        role: `association:${key}`,
        type: 'AWS::EC2::ClientVpnTargetNetworkAssociation',
        suffix: 'Association',
        properties: { ClientVpnEndpointId, SubnetId },
      };
    }
    for (const [key, { destination, group }] of Object.entries(props.authorizations)) {
      const TargetNetworkCidr = scope.plain(destination);
      if (TargetNetworkCidr === undefined || isUnknown(group)) continue;
      yield {
        role: `authorization:${key}`,
        type: 'AWS::EC2::ClientVpnAuthorizationRule',
        suffix: 'AuthorizationRule',
        properties: {
          ClientVpnEndpointId,
          TargetNetworkCidr,
          ...(group === '' ? { AuthorizeAllGroups: true } : { AccessGroupId: group }),
        },
      };
    }
    yield* routesOf(endpoint, scope, ClientVpnEndpointId);
  },
  read(reader) {
    const rows = <Row>(role: string, read: (satellite: CfnReader, row: string) => Row): Rows<Row> =>
      Object.fromEntries(
        reader.satellites(role).map((satellite) => [satellite.row, read(satellite, satellite.row)]),
      );
    return {
      parentId: reader.parent('VpcId', ['vpc']),
      props: {
        clientCidr: reader.text('clientCidr', 'ClientCidrBlock', ''),
        associations: rows('association', (each, row): Association => ({
          subnet: each.ref(`associations.${row}.subnet`, 'SubnetId', ['subnet']),
        })),
        authorizations: rows('authorization', readRule),
        routes: rows('route', readRoute),
        splitTunnel: reader.toggle('splitTunnel', 'SplitTunnel', false),
        dnsServers: dnsServersIn(reader),
        securityGroups: reader.refs('securityGroups', 'SecurityGroupIds', ['security-group']),
        authentication: authenticationIn(reader),
        endpointAddresses: addressTypeIn(reader, 'endpointAddresses', 'EndpointIpAddressType'),
        traffic: addressTypeIn(reader, 'traffic', 'TrafficIpAddressType'),
        transitGateway: transitIn(reader),
      },
    };
  },
};

/** What only the account knows is asked for. */
function parameter(endpoint: Endpoint, scope: CfnWriteScope, name: string, what: string): CfnValue {
  return askedFor(endpoint, name, `The ${what} of the Client VPN endpoint`, scope);
}

function authenticationOf(endpoint: Endpoint, scope: CfnWriteScope): CfnValue {
  const type = known(endpoint.props.authentication) ?? 'certificate';
  const Type = `${type}-authentication`;
  switch (type) {
    case 'certificate':
      return {
        Type,
        MutualAuthentication: {
          ClientRootCertificateChainArn: parameter(
            endpoint,
            scope,
            'ClientCertificateArn',
            'client root certificate',
          ),
        },
      };
    case 'directory-service':
      return {
        Type,
        ActiveDirectory: { DirectoryId: parameter(endpoint, scope, 'DirectoryId', 'directory') },
      };
    case 'federated':
      return {
        Type,
        FederatedAuthentication: {
          SAMLProviderArn: parameter(endpoint, scope, 'SamlProviderArn', 'SAML provider'),
        },
      };
  }
}

function transitOf(transitGateway: Value<ResourceId | null>, scope: CfnWriteScope): CfnValue | undefined {
  const TransitGatewayId = scope.ref(known(transitGateway) ?? null);
  return TransitGatewayId === undefined ? undefined : { TransitGatewayId };
}

/** A route needs the association of its subnet first. */
function* routesOf(endpoint: Endpoint, scope: CfnWriteScope, own: CfnValue | undefined): Generator<CfnEntry> {
  const { props } = endpoint;
  for (const [key, { destination, subnet }] of Object.entries(props.routes)) {
    const block = scope.plain(destination);
    if (block === undefined || isUnknown(subnet)) continue;
    const [association] =
      Object.entries(props.associations).find(([, each]) => subnet !== null && each.subnet === subnet) ?? [];
    const before = scope.logicalId(endpoint.id, `association:${association ?? ''}`);
    const target = subnet === null ? withoutSubnet(endpoint, block) : scope.ref(subnet);
    if (subnet !== null && target === undefined) continue;
    yield {
      role: `route:${key}`,
      type: 'AWS::EC2::ClientVpnRoute',
      suffix: block === '0.0.0.0/0' ? 'DefaultRoute' : 'Route',
      properties: { ClientVpnEndpointId: own, DestinationCidrBlock: block, TargetVpcSubnetId: target },
      dependsOn: before === undefined ? [] : [before],
    };
  }
}

/** The routes of an endpoint on a transit gateway name no subnet, except those to the other clients. */
function withoutSubnet({ props }: Endpoint, destination: CfnValue): CfnValue | undefined {
  return props.transitGateway === null || destination === props.clientCidr ? 'local' : undefined;
}

function readRoute(route: CfnReader, row: string): ClientRoute {
  const isLocal = route.raw('TargetVpcSubnetId') === 'local';
  return {
    destination: route.text(`routes.${row}.destination`, 'DestinationCidrBlock', ''),
    subnet: isLocal ? null : route.target(`routes.${row}.subnet`, 'TargetVpcSubnetId', ['subnet']),
  };
}

function readRule(rule: CfnReader, row: string): AuthorizationRule {
  const everybody = rule.toggle(`authorizations.${row}.group`, 'AuthorizeAllGroups', false);
  const named = rule.has('AccessGroupId');
  if (everybody === false && !named)
    rule.report(
      'error',
      {
        en: `${rule.logicalId} is for nobody: it needs AccessGroupId, or AuthorizeAllGroups: true`,
        ja: `${rule.logicalId} の対象がありません。AccessGroupId か AuthorizeAllGroups: true が必要です`,
      },
      'AccessGroupId',
    );
  return {
    destination: rule.text(`authorizations.${row}.destination`, 'TargetNetworkCidr', ''),
    group:
      isUnknown(everybody) && !named
        ? everybody
        : everybody === true || !named
          ? ''
          : rule.text(`authorizations.${row}.group`, 'AccessGroupId', ''),
  };
}

function dnsServersIn(reader: CfnReader): Value<string> {
  const servers = reader.texts('dnsServers', 'DnsServers');
  return servers.find(isUnknown) ?? servers.flatMap((server) => (isUnknown(server) ? [] : server)).join(', ');
}

/** Of two, the one by which users have groups. */
function authenticationIn(reader: CfnReader): Value<Authentication> {
  const types = reader.list('AuthenticationOptions').map((each) => each.text('authentication', 'Type', ''));
  const found = [...authentications].reverse().find((each) => types.includes(`${each}-authentication`));
  return found ?? types.find(isUnknown) ?? 'certificate';
}

function addressTypeIn(reader: CfnReader, field: string, property: string): Value<TrafficType> {
  const text = reader.text(field, property, 'ipv4');
  return isUnknown(text) ? text : (trafficTypes.find((each) => each === text.toLowerCase()) ?? 'ipv4');
}

function transitIn(reader: CfnReader): Value<ResourceId | null> {
  return (
    reader
      .object('TransitGatewayConfiguration')
      ?.ref('transitGateway', 'TransitGatewayId', ['transit-gateway']) ?? null
  );
}
