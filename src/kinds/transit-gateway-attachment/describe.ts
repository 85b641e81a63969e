/** Attachments of VPCs to transit gateways in the answers of AWS. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { isGone, partIn, textIn, textsIn } from '../../core/describe/record';

const options = ['ApplianceModeSupport', 'DnsSupport', 'Ipv6Support', 'SecurityGroupReferencingSupport'];

export default describes({
  kind: 'transit-gateway-attachment',
  calls: [
    {
      command: 'ec2 describe-transit-gateway-vpc-attachments',
      list: 'TransitGatewayVpcAttachments',
      ids: 'tgw-attach-',
    },
  ],
  reads: {
    *TransitGatewayVpcAttachments(attachment, scope) {
      if (isGone(attachment)) return;
      const given = partIn(attachment, 'Options');
      const stated = options.flatMap((name): [string, CfnValue][] =>
        textIn(given, name) === '' ? [] : [[name, textIn(given, name)]],
      );
      yield {
        id: textIn(attachment, 'TransitGatewayAttachmentId'),
        type: 'AWS::EC2::TransitGatewayAttachment',
        properties: {
          TransitGatewayId: refTo(textIn(attachment, 'TransitGatewayId')),
          VpcId: refTo(textIn(attachment, 'VpcId')),
          SubnetIds: refsTo(textsIn(attachment, 'SubnetIds')),
          Options: Object.fromEntries(stated),
          Tags: scope.tags(attachment),
        },
      };
    },
  },
});
