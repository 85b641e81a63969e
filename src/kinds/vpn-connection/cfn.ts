/** VPN connections in CloudFormation: their static routes stand beside them. */
import { askedFor } from '../../core/cfn/askedFor';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { StaticRoute } from './kind';

export const cfn: Omit<CfnMapping<'vpn-connection'>, 'types'> = {
  satellites: [
    {
      role: 'route',
      type: 'AWS::EC2::VPNConnectionRoute',
      from: 'satellite',
      property: 'VpnConnectionId',
    },
  ],
  *write(connection, scope) {
    const { props } = connection;
    const isV6 = props.ipVersion === 'ipv6';
    const version = isV6 ? 'Ipv6' : 'Ipv4';
    yield {
      role: '',
      type: 'AWS::EC2::VPNConnection',
      properties: {
        Type: 'ipsec.1',
        CustomerGatewayId:
          scope.ref(known(props.customerGateway) ?? null) ??
          asked(connection, 'CustomerGatewayId', 'The ID of the customer gateway', scope),
        ...gatewayProperty(connection, scope),
        StaticRoutesOnly: props.staticOnly === true ? true : undefined,
        TunnelInsideIpVersion: isV6 ? 'ipv6' : undefined,
        [`Local${version}NetworkCidr`]: scope.plain(props.customerBlock),
        [`Remote${version}NetworkCidr`]: scope.plain(props.awsBlock),
        ...(props.outsideAddress === 'private' ? overDirectConnect(connection, scope) : {}),
        Tags: scope.nameTags(connection),
      },
    };
    for (const [key, { destination }] of Object.entries(props.routes)) {
      const block = scope.plain(destination);
      if (block === undefined) continue;
      yield {
        role: `route:${key}`,
        type: 'AWS::EC2::VPNConnectionRoute',
        suffix: 'Route',
        properties: { DestinationCidrBlock: block, VpnConnectionId: scope.ref(connection.id) },
      };
    }
  },
  read(reader) {
    const ipVersion = versionOf(reader);
    const version = ipVersion === 'ipv6' ? 'Ipv6' : 'Ipv4';
    const routes = reader.satellites('route').map((route): readonly [string, StaticRoute] => {
      const { row } = route;
      return [row, { destination: route.text(`routes.${row}.destination`, 'DestinationCidrBlock', '') }];
    });
    return {
      parentId: null,
      props: {
        gateway: gatewayIn(reader),
        customerGateway: reader.ref('customerGateway', 'CustomerGatewayId', ['customer-gateway']),
        staticOnly: reader.toggle('staticOnly', 'StaticRoutesOnly', false),
        routes: Object.fromEntries(routes),
        ipVersion,
        customerBlock: reader.text('customerBlock', `Local${version}NetworkCidr`, ''),
        awsBlock: reader.text('awsBlock', `Remote${version}NetworkCidr`, ''),
        outsideAddress: outsideOf(reader),
      },
    };
  },
};

/** AWS takes one of the three. What a VPN concentrator hands on to its transit gateway is not followed. */
function gatewayIn(reader: CfnReader): Value<ResourceId | null> {
  const [first, second] = ['TransitGatewayId', 'VpnGatewayId', 'VpnConcentratorId'].filter((each) =>
    reader.has(each),
  );
  if (second !== undefined)
    reader.report(
      'error',
      {
        en: `${reader.logicalId} names a ${first ?? ''} and a ${second}; AWS takes one of them`,
        ja: `${reader.logicalId} に ${first ?? ''} と ${second} の両方が指定されています。指定できるのは片方だけです`,
      },
      second,
    );
  if (first === 'TransitGatewayId') return reader.ref('gateway', first, ['transit-gateway']);
  if (first !== 'VpnConcentratorId')
    return reader.ref('gateway', 'VpnGatewayId', ['virtual-private-gateway']);
  return {
    unknown: {
      en: `where ${reader.logicalId} leads: VPN concentrators are not followed`,
      ja: `${reader.logicalId} の接続先 (VPN コンセントレーターは解析の対象外です)`,
    },
  };
}

function versionOf(reader: CfnReader): Value<'ipv4' | 'ipv6'> {
  const version = reader.text('ipVersion', 'TunnelInsideIpVersion', 'ipv4');
  if (isUnknown(version)) return version;
  return version.toLowerCase() === 'ipv6' ? 'ipv6' : 'ipv4';
}

function outsideOf(reader: CfnReader): Value<'public' | 'private'> {
  const type = reader.text('outsideAddress', 'OutsideIpAddressType', 'PublicIpv4');
  if (isUnknown(type)) return type;
  return type === 'PrivateIpv4' ? 'private' : 'public';
}

/** A gateway that the template does not have is asked for. */
function gatewayProperty(
  connection: Resource<'vpn-connection'>,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> {
  const id = known(connection.props.gateway) ?? null;
  const isTransit = scope.resource(id)?.kind === 'transit-gateway';
  const property = isTransit ? 'TransitGatewayId' : 'VpnGatewayId';
  const description = isTransit ? 'The ID of the transit gateway' : 'The ID of the virtual private gateway';
  return { [property]: scope.ref(id) ?? asked(connection, property, description, scope) };
}

/** The attachment of the Direct Connect gateway is in no template of ours. */
function overDirectConnect(
  connection: Resource<'vpn-connection'>,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> {
  const property = 'TransportTransitGatewayAttachmentId';
  const description = 'The ID of the transit gateway attachment of Direct Connect below the tunnels';
  return {
    OutsideIpAddressType: 'PrivateIpv4',
    [property]: asked(connection, property, description, scope),
  };
}

function asked(
  connection: Resource<'vpn-connection'>,
  property: string,
  description: string,
  scope: CfnWriteScope,
): CfnValue {
  return askedFor(connection, property, `${description} of the VPN connection`, scope);
}
