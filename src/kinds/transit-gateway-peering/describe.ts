/** Peering attachments of transit gateways in the answers of AWS. */
import { describes, refTo } from '../../core/describe/describeMapping';
import { isGone, partIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'transit-gateway-peering',
  calls: [
    {
      command: 'ec2 describe-transit-gateway-peering-attachments',
      list: 'TransitGatewayPeeringAttachments',
      ids: 'tgw-attach-',
    },
  ],
  reads: {
    *TransitGatewayPeeringAttachments(peering, scope) {
      if (isGone(peering)) return;
      const requester = partIn(peering, 'RequesterTgwInfo');
      const accepter = partIn(peering, 'AccepterTgwInfo');
      const account = textIn(accepter, 'OwnerId');
      const region = textIn(accepter, 'Region');
      yield {
        id: textIn(peering, 'TransitGatewayAttachmentId'),
        type: 'AWS::EC2::TransitGatewayPeeringAttachment',
        properties: {
          TransitGatewayId: refTo(textIn(requester, 'TransitGatewayId')),
          PeerTransitGatewayId: refTo(textIn(accepter, 'TransitGatewayId')),
          PeerAccountId: account === textIn(requester, 'OwnerId') ? { Ref: 'AWS::AccountId' } : account,
          PeerRegion:
            region === (textIn(requester, 'Region') || scope.region) ? undefined : region || undefined,
          Tags: scope.tags(peering),
        },
        says: { accepted: textIn(peering, 'State') === 'available' },
      };
    },
  },
});
