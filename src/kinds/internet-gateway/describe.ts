/** Internet gateways in the answers of AWS; a route table of its own, that table says. */
import { describes, refTo } from '../../core/describe/describeMapping';
import { isGone, listIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'internet-gateway',
  calls: [{ command: 'ec2 describe-internet-gateways', list: 'InternetGateways', ids: 'igw-' }],
  reads: {
    *InternetGateways(gateway, scope) {
      const id = textIn(gateway, 'InternetGatewayId');
      yield { id, type: 'AWS::EC2::InternetGateway', properties: { Tags: scope.tags(gateway) } };
      for (const attachment of listIn(gateway, 'Attachments'))
        if (!isGone(attachment))
          yield {
            id: `${id}-attachment`,
            type: 'AWS::EC2::VPCGatewayAttachment',
            properties: { InternetGatewayId: refTo(id), VpcId: refTo(textIn(attachment, 'VpcId')) },
          };
    },
  },
});
