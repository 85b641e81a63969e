/** A route table of a transit gateway as AWS answers for it, with what is associated, propagates and is routed. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';
import { attachmentsIn } from './rows';

type Table = Resource<'transit-gateway-route-table'>;

const routes = 'ec2 search-transit-gateway-routes --filters Name=state,Values=active,blackhole Routes';

export default writesAnswers({
  kind: 'transit-gateway-route-table',
  id: 'tgw-rtb-',
  write(table, scope) {
    const { props } = table;
    const id = scope.id(table.id);
    const gateway = scope.resource(known(props.transitGateway) ?? null);
    const isDefault = props.isDefault === true && gateway?.kind === 'transit-gateway';
    scope.add('TransitGatewayRouteTables', {
      DefaultAssociationRouteTable: isDefault && gateway.props.defaultAssociation === true,
      DefaultPropagationRouteTable: isDefault && gateway.props.defaultPropagation === true,
      State: 'available',
      Tags: scope.tags(table),
      TransitGatewayId: scope.id(gateway?.id ?? null) || undefined,
      TransitGatewayRouteTableId: id,
    });
    scope.asked('Associations', id);
    scope.asked('TransitGatewayRouteTablePropagations', id);
    scope.asked(routes, id);
    for (const attachment of attachmentsIn(props.associations))
      add('Associations', id, known(attachment), { State: 'associated' }, scope);
    for (const attachment of attachmentsIn(props.propagations))
      add('TransitGatewayRouteTablePropagations', id, known(attachment), { State: 'enabled' }, scope);
    for (const route of Object.values(props.routes)) writeRoute(id, route, scope);
  },
});

function add(
  list: string,
  table: string,
  attachment: ResourceId | null | undefined,
  more: AnswerRecord,
  scope: AnswerScope,
): void {
  const record = attachmentRecord(attachment ?? null, scope);
  if (record !== undefined) scope.add(list, { ...record, ...more }, table);
}

function attachmentRecord(attachment: ResourceId | null, scope: AnswerScope): AnswerRecord | undefined {
  const found = scope.resource(attachment);
  if (found === undefined) return undefined;
  const isVpn = found.kind === 'vpn-connection';
  return {
    ResourceId: scope.id(found.id),
    ResourceType: isVpn ? 'vpn' : found.kind === 'transit-gateway-peering' ? 'peering' : 'vpc',
    TransitGatewayAttachmentId: isVpn ? scope.made('tgw-attach-', found.id) : scope.id(found.id),
  };
}

function writeRoute(
  table: string,
  { destination, attachment }: Table['props']['routes'][string],
  scope: AnswerScope,
): void {
  const block = known(destination) ?? '';
  if (block === '' || isUnknown(attachment)) return;
  const to = attachmentRecord(attachment, scope);
  scope.add(
    routes,
    {
      DestinationCidrBlock: block,
      State: to === undefined ? 'blackhole' : 'active',
      TransitGatewayAttachments: to === undefined ? undefined : [to],
      Type: 'static',
    },
    table,
  );
}
