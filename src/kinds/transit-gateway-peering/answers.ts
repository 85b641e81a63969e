/** A peering attachment of two transit gateways as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { regionAround } from '../../core/describe/regionAround';

export default writesAnswers({
  kind: 'transit-gateway-peering',
  id: 'tgw-attach-',
  write(peering, scope) {
    const { props } = peering;
    const own = known(props.transitGateway) ?? null;
    const peer = known(props.peerTransitGateway) ?? null;
    const region = regionAround(own, scope);
    scope.add('TransitGatewayPeeringAttachments', {
      AccepterTgwInfo: {
        OwnerId: known(props.peerAccount) || scope.account,
        Region: known(props.peerRegion) || regionAround(peer, scope, region),
        TransitGatewayId: scope.id(peer) || undefined,
      },
      RequesterTgwInfo: {
        OwnerId: scope.account,
        Region: region,
        TransitGatewayId: scope.id(own) || undefined,
      },
      State: props.accepted === true ? 'available' : 'pendingAcceptance',
      Tags: scope.tags(peering),
      TransitGatewayAttachmentId: scope.id(peering.id),
    });
  },
});
