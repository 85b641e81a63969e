/** A transit gateway as AWS answers for it, with its default route table where none is drawn. */
import type { Resource } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';
import { writesAnswers, type AnswerScope } from '../../core/describe/answerWriting';

const enabled = (value: Value<boolean>): string => (value === true ? 'enable' : 'disable');

export default writesAnswers({
  kind: 'transit-gateway',
  id: 'tgw-',
  write(gateway, scope) {
    const { props } = gateway;
    const id = scope.id(gateway.id);
    const drawn = scope
      .all('transit-gateway-route-table')
      .find((table) => table.props.isDefault === true && table.props.transitGateway === gateway.id);
    const table =
      drawn === undefined ? scope.made('tgw-rtb-', `default of ${gateway.id}`) : scope.id(drawn.id);
    scope.add('TransitGateways', {
      Options: {
        AmazonSideAsn: known(props.asn) ?? 64512,
        AssociationDefaultRouteTableId: props.defaultAssociation === true ? table : undefined,
        AutoAcceptSharedAttachments: 'disable',
        DefaultRouteTableAssociation: enabled(props.defaultAssociation),
        DefaultRouteTablePropagation: enabled(props.defaultPropagation),
        DnsSupport: enabled(props.dnsSupport),
        MulticastSupport: 'disable',
        PropagationDefaultRouteTableId: props.defaultPropagation === true ? table : undefined,
        SecurityGroupReferencingSupport: enabled(props.securityGroupReferencing),
        VpnEcmpSupport: 'enable',
      },
      OwnerId: scope.account,
      State: 'available',
      Tags: scope.tags(gateway),
      TransitGatewayArn: scope.arn('ec2', `transit-gateway/${id}`),
      TransitGatewayId: id,
    });
    if (drawn === undefined && (props.defaultAssociation === true || props.defaultPropagation === true))
      defaultTable(gateway, table, scope);
  },
});

/** What attaches to the gateway and no drawn table names is associated with it; everything propagates to it. */
function defaultTable(gateway: Resource<'transit-gateway'>, id: string, scope: AnswerScope): void {
  const { defaultAssociation, defaultPropagation } = gateway.props;
  scope.add('TransitGatewayRouteTables', {
    DefaultAssociationRouteTable: defaultAssociation === true,
    DefaultPropagationRouteTable: defaultPropagation === true,
    State: 'available',
    Tags: [],
    TransitGatewayId: scope.id(gateway.id),
    TransitGatewayRouteTableId: id,
  });
  const named = new Set(
    scope
      .all('transit-gateway-route-table')
      .flatMap(({ props }) => Object.values(props.associations).map(({ attachment }) => known(attachment))),
  );
  const lists = {
    associations: 'Associations',
    propagations: 'TransitGatewayRouteTablePropagations',
    routes: 'ec2 search-transit-gateway-routes --filters Name=state,Values=active,blackhole Routes',
  };
  for (const list of Object.values(lists)) scope.asked(list, id);
  const attached = [
    ...scope.all('transit-gateway-attachment').filter(({ props }) => props.transitGateway === gateway.id),
    ...scope.all('vpn-connection').filter(({ props }) => props.gateway === gateway.id),
  ];
  for (const each of attached) {
    const record = {
      ResourceId: scope.id(each.id),
      ResourceType: each.kind === 'vpn-connection' ? 'vpn' : 'vpc',
      TransitGatewayAttachmentId:
        each.kind === 'vpn-connection' ? scope.made('tgw-attach-', each.id) : scope.id(each.id),
    };
    if (defaultAssociation === true && !named.has(each.id))
      scope.add(lists.associations, { ...record, State: 'associated' }, id);
    if (defaultPropagation === true) scope.add(lists.propagations, { ...record, State: 'enabled' }, id);
  }
  if (defaultAssociation === true)
    for (const peering of scope.all('transit-gateway-peering'))
      if ([peering.props.transitGateway].includes(gateway.id) && !named.has(peering.id))
        scope.add(
          lists.associations,
          {
            ResourceId: scope.id(known(peering.props.peerTransitGateway) ?? null),
            ResourceType: 'peering',
            State: 'associated',
            TransitGatewayAttachmentId: scope.id(peering.id),
          },
          id,
        );
}
