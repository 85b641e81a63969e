/** A virtual private gateway as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'virtual-private-gateway',
  id: 'vgw-',
  write(gateway, scope) {
    const vpc = scope.ancestor('vpc');
    scope.add('VpnGateways', {
      AmazonSideAsn: known(gateway.props.asn) ?? 64512,
      State: 'available',
      Tags: scope.tags(gateway),
      Type: 'ipsec.1',
      VpcAttachments: vpc === undefined ? [] : [{ State: 'attached', VpcId: scope.id(vpc.id) }],
      VpnGatewayId: scope.id(gateway.id),
    });
  },
});
