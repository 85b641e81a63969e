/** Transit gateways in the answers of AWS. */
import { describes } from '../../core/describe/describeMapping';
import { isGone, numberIn, partIn, textIn } from '../../core/describe/record';
import { regionOf } from '../../core/describe/readScope';

export default describes({
  kind: 'transit-gateway',
  calls: [{ command: 'ec2 describe-transit-gateways', list: 'TransitGateways', ids: 'tgw-' }],
  reads: {
    *TransitGateways(gateway, scope) {
      if (isGone(gateway)) return;
      const options = partIn(gateway, 'Options');
      const asn = numberIn(options, 'AmazonSideAsn');
      const option = (name: string): string | undefined => textIn(options, name) || undefined;
      const region = regionOf(gateway);
      yield {
        id: textIn(gateway, 'TransitGatewayId'),
        ...(region === undefined ? {} : { region }),
        type: 'AWS::EC2::TransitGateway',
        properties: {
          AmazonSideAsn: asn === 64512 ? undefined : asn,
          DefaultRouteTableAssociation: option('DefaultRouteTableAssociation'),
          DefaultRouteTablePropagation: option('DefaultRouteTablePropagation'),
          DnsSupport: option('DnsSupport'),
          SecurityGroupReferencingSupport: option('SecurityGroupReferencingSupport'),
          Tags: scope.tags(gateway),
        },
      };
    },
  },
});
