/** A VPN connection as AWS answers for it, with its static routes. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'vpn-connection',
  id: 'vpn-',
  write(connection, scope) {
    const { props } = connection;
    const gateway = scope.resource(known(props.gateway) ?? null);
    const isTransit = gateway?.kind === 'transit-gateway';
    const version = props.ipVersion === 'ipv6' ? 'Ipv6' : 'Ipv4';
    const everything = version === 'Ipv6' ? '::/0' : '0.0.0.0/0';
    scope.add('VpnConnections', {
      Category: 'VPN',
      CustomerGatewayId: scope.id(known(props.customerGateway) ?? null) || undefined,
      Options: {
        EnableAcceleration: false,
        [`Local${version}NetworkCidr`]: known(props.customerBlock) || everything,
        OutsideIpAddressType: props.outsideAddress === 'private' ? 'PrivateIpv4' : 'PublicIpv4',
        [`Remote${version}NetworkCidr`]: known(props.awsBlock) || everything,
        StaticRoutesOnly: props.staticOnly === true,
        TunnelInsideIpVersion: known(props.ipVersion),
      },
      Routes: Object.values(props.routes).flatMap(({ destination }) => {
        const DestinationCidrBlock = known(destination) ?? '';
        return DestinationCidrBlock === ''
          ? []
          : [{ DestinationCidrBlock, Source: 'Static', State: 'available' }];
      }),
      State: 'available',
      Tags: scope.tags(connection),
      ...(gateway === undefined
        ? {}
        : { [isTransit ? 'TransitGatewayId' : 'VpnGatewayId']: scope.id(gateway.id) }),
      Type: 'ipsec.1',
      VgwTelemetry: [],
      VpnConnectionId: scope.id(connection.id),
    });
  },
});
