/** VPN connections in the answers of AWS, with their static routes. */
import { describes, refTo } from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, partIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'vpn-connection',
  calls: [{ command: 'ec2 describe-vpn-connections', list: 'VpnConnections', ids: 'vpn-' }],
  reads: {
    *VpnConnections(connection, scope) {
      if (isGone(connection)) return;
      const id = textIn(connection, 'VpnConnectionId');
      const options = partIn(connection, 'Options');
      const transit = textIn(connection, 'TransitGatewayId');
      const option = (name: string): string | undefined => textIn(options, name) || undefined;
      yield {
        id,
        type: 'AWS::EC2::VPNConnection',
        properties: {
          Type: 'ipsec.1',
          CustomerGatewayId: refTo(textIn(connection, 'CustomerGatewayId')),
          ...(transit === ''
            ? { VpnGatewayId: refTo(textIn(connection, 'VpnGatewayId')) }
            : { TransitGatewayId: refTo(transit) }),
          StaticRoutesOnly: flagIn(options, 'StaticRoutesOnly'),
          TunnelInsideIpVersion: option('TunnelInsideIpVersion'),
          LocalIpv4NetworkCidr: blockOf(option('LocalIpv4NetworkCidr')),
          RemoteIpv4NetworkCidr: blockOf(option('RemoteIpv4NetworkCidr')),
          LocalIpv6NetworkCidr: blockOf(option('LocalIpv6NetworkCidr')),
          RemoteIpv6NetworkCidr: blockOf(option('RemoteIpv6NetworkCidr')),
          OutsideIpAddressType: option('OutsideIpAddressType'),
          Tags: scope.tags(connection),
        },
      };
      for (const [index, route] of listIn(connection, 'Routes').entries())
        if (!isGone(route))
          yield {
            id: `${id}-route-${index + 1}`,
            type: 'AWS::EC2::VPNConnectionRoute',
            properties: {
              VpnConnectionId: refTo(id),
              DestinationCidrBlock: textIn(route, 'DestinationCidrBlock'),
            },
          };
    },
  },
});

/** AWS says the block of everything where nobody said one. */
function blockOf(block: string | undefined): string | undefined {
  return block === '0.0.0.0/0' || block === '::/0' ? undefined : block;
}
