/** Egress-only internet gateways in the answers of AWS. */
import { describes, refTo } from '../../core/describe/describeMapping';
import { isGone, listIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'egress-only-internet-gateway',
  calls: [
    {
      command: 'ec2 describe-egress-only-internet-gateways',
      list: 'EgressOnlyInternetGateways',
      ids: 'eigw-',
    },
  ],
  reads: {
    *EgressOnlyInternetGateways(gateway, scope) {
      const attachment = listIn(gateway, 'Attachments').find((each) => !isGone(each));
      yield {
        id: textIn(gateway, 'EgressOnlyInternetGatewayId'),
        type: 'AWS::EC2::EgressOnlyInternetGateway',
        properties: { VpcId: refTo(textIn(attachment, 'VpcId')), Tags: scope.tags(gateway) },
      };
    },
  },
});
