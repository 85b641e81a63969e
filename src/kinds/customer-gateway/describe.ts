/** Customer gateways in the answers of AWS. */
import { describes } from '../../core/describe/describeMapping';
import { isGone, numberIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'customer-gateway',
  calls: [{ command: 'ec2 describe-customer-gateways', list: 'CustomerGateways', ids: 'cgw-' }],
  reads: {
    *CustomerGateways(device, scope) {
      if (isGone(device)) return;
      const asn = numberIn(device, 'BgpAsnExtended') ?? numberIn(device, 'BgpAsn');
      yield {
        id: textIn(device, 'CustomerGatewayId'),
        type: 'AWS::EC2::CustomerGateway',
        properties: {
          Type: 'ipsec.1',
          IpAddress: textIn(device, 'IpAddress') || undefined,
          BgpAsn: asn === 65000 ? undefined : asn,
          DeviceName: textIn(device, 'DeviceName') || undefined,
          Tags: scope.tags(device),
        },
      };
    },
  },
});
