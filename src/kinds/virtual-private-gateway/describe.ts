/** Virtual private gateways in the answers of AWS; to which tables one propagates, these say. */
import { describes, refTo } from '../../core/describe/describeMapping';
import { isGone, listIn, numberIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'virtual-private-gateway',
  calls: [{ command: 'ec2 describe-vpn-gateways', list: 'VpnGateways', ids: 'vgw-' }],
  reads: {
    *VpnGateways(gateway, scope) {
      if (isGone(gateway)) return;
      const id = textIn(gateway, 'VpnGatewayId');
      const asn = numberIn(gateway, 'AmazonSideAsn');
      yield {
        id,
        type: 'AWS::EC2::VPNGateway',
        properties: {
          Type: 'ipsec.1',
          AmazonSideAsn: asn === 64512 ? undefined : asn,
          Tags: scope.tags(gateway),
        },
      };
      const attachment = listIn(gateway, 'VpcAttachments').find((each) => !isGone(each));
      if (attachment !== undefined)
        yield {
          id: `${id}-attachment`,
          type: 'AWS::EC2::VPCGatewayAttachment',
          properties: { VpnGatewayId: refTo(id), VpcId: refTo(textIn(attachment, 'VpcId')) },
        };
    },
  },
});
