/** The attachment of a VPC to a transit gateway as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'transit-gateway-attachment',
  id: 'tgw-attach-',
  write(attachment, scope) {
    const { props } = attachment;
    const enabled = (value: unknown): string => (value === true ? 'enable' : 'disable');
    const id = scope.id(attachment.id);
    const subnets = Object.keys(props.subnets).filter((each) => scope.resource(each) !== undefined);
    for (const subnet of subnets)
      scope.interface(attachment, {
        key: subnet,
        subnet,
        groups: [],
        type: 'transit_gateway',
        description: `Network Interface for Transit Gateway Attachment ${id}`,
        isManaged: true,
        sourceDestCheck: false,
      });
    scope.add('TransitGatewayVpcAttachments', {
      Options: {
        ApplianceModeSupport: enabled(props.applianceMode),
        DnsSupport: enabled(props.dnsSupport),
        Ipv6Support: enabled(props.ipv6),
        SecurityGroupReferencingSupport: enabled(props.securityGroupReferencing),
      },
      State: 'available',
      SubnetIds: subnets.map((each) => scope.id(each)),
      Tags: scope.tags(attachment),
      TransitGatewayAttachmentId: id,
      TransitGatewayId: scope.id(known(props.transitGateway) ?? null) || undefined,
      VpcId: scope.id(scope.ancestor('vpc')?.id ?? null),
      VpcOwnerId: scope.account,
    });
  },
});
