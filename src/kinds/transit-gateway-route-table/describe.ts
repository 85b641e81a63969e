/**
 * Route tables of transit gateways in the answers of AWS. Associations, propagations and routes have a call for each table; of
 * the routes, those count that somebody has made, since propagations say the others.
 */
import type { CfnValue } from '../../core/cfn/template';
import {
  describes,
  refTo,
  type DescribedResource,
  type DescribeReadScope,
} from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, textIn, type AwsRecord } from '../../core/describe/record';

const associationsCall = 'ec2 get-transit-gateway-route-table-associations';
const propagationsCall = 'ec2 get-transit-gateway-route-table-propagations';
const routesCall = 'ec2 search-transit-gateway-routes --filters Name=state,Values=active,blackhole';
const of = '--transit-gateway-route-table-id';

export default describes({
  kind: 'transit-gateway-route-table',
  calls: [
    {
      command: 'ec2 describe-transit-gateway-route-tables',
      list: 'TransitGatewayRouteTables',
      ids: 'tgw-rtb-',
    },
    { command: associationsCall, list: 'Associations', of },
    { command: propagationsCall, list: 'TransitGatewayRouteTablePropagations', of },
    { command: routesCall, list: 'Routes', of },
  ],
  reads: {
    *TransitGatewayRouteTables(table, scope) {
      if (isGone(table)) return;
      const id = textIn(table, 'TransitGatewayRouteTableId');
      const lists = {
        associations: scope.of('Associations', table),
        propagations: scope.of('TransitGatewayRouteTablePropagations', table),
        routes: routesOf(table, scope),
      };
      if (lists.associations === undefined) scope.lacks(associationsCall, id);
      if (lists.propagations === undefined) scope.lacks(propagationsCall, id);
      if (lists.routes === undefined) scope.lacks(routesCall, id);
      yield {
        id,
        type: 'AWS::EC2::TransitGatewayRouteTable',
        properties: { TransitGatewayId: refTo(textIn(table, 'TransitGatewayId')), Tags: scope.tags(table) },
        says: {
          isDefault:
            flagIn(table, 'DefaultAssociationRouteTable') === true ||
            flagIn(table, 'DefaultPropagationRouteTable') === true,
          ...unknownRows(id, lists),
          ...(isCutShort(table, scope) ? { 'routes.further': unknownRow('routes', id) } : {}),
        },
      };
      for (const each of lists.associations ?? []) yield* joined(id, each, 'Association');
      for (const each of lists.propagations ?? []) yield* joined(id, each, 'Propagation');
      for (const each of lists.routes ?? []) yield* routeOf(id, each);
    },
  },
});

/** Client VPN endpoints have routes by the same name. */
function routesOf(table: AwsRecord, scope: DescribeReadScope): readonly AwsRecord[] | undefined {
  const found = scope.of('Routes', table);
  return found?.some((each) => textIn(each, 'ClientVpnEndpointId') !== '') === true ? undefined : found;
}

/**
 * The call gives a thousand routes at most, and says that there are more.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SearchTransitGatewayRoutes.html
 */
function isCutShort(table: AwsRecord, scope: DescribeReadScope): boolean {
  const answers = scope.of('AdditionalRoutesAvailable', table) ?? [];
  return answers.some((answer) => flagIn(answer, 'AdditionalRoutesAvailable') === true);
}

/** What no answer says is not taken for nothing. */
function unknownRows(
  id: string,
  lists: Readonly<Record<string, readonly AwsRecord[] | undefined>>,
): Readonly<Record<string, unknown>> {
  const says: Record<string, unknown> = {};
  for (const [name, records] of Object.entries(lists))
    if (records === undefined) says[name] = { unknown: unknownRow(name, id) };
  return says;
}

function unknownRow(list: string, id: string): Readonly<Record<string, unknown>> {
  const unknown = {
    en: `the ${list} of ${id} are not all among the files`,
    ja: `${id} の ${wordFor[list] ?? list} がファイルにそろっていません`,
  };
  return list === 'routes'
    ? { destination: { unknown }, attachment: { unknown } }
    : { attachment: { unknown } };
}

const wordFor: Readonly<Record<string, string>> = {
  associations: '関連付け',
  propagations: '伝播',
  routes: 'ルート',
};

function* joined(
  id: string,
  record: AwsRecord,
  what: 'Association' | 'Propagation',
): Generator<DescribedResource> {
  const attachment = attachmentOf(record);
  if (isGone(record) || attachment === '') return;
  yield {
    id: `${id}-${what.toLowerCase()}-${attachment}`,
    type: `AWS::EC2::TransitGatewayRouteTable${what}`,
    properties: {
      TransitGatewayRouteTableId: refTo(id),
      TransitGatewayAttachmentId: refTo(attachment),
    },
  };
}

function* routeOf(id: string, route: AwsRecord): Generator<DescribedResource> {
  if (textIn(route, 'Type') === 'propagated' || isGone(route)) return;
  const destination = textIn(route, 'DestinationCidrBlock');
  if (destination === '') return;
  const [attachment] = listIn(route, 'TransitGatewayAttachments');
  const isBlackhole = textIn(route, 'State') === 'blackhole';
  const to: CfnValue | undefined = attachment === undefined ? undefined : refTo(attachmentOf(attachment));
  yield {
    id: `${id}-route-${destination}`.replaceAll('.', '-'),
    type: 'AWS::EC2::TransitGatewayRoute',
    properties: {
      TransitGatewayRouteTableId: refTo(id),
      DestinationCidrBlock: destination,
      ...(isBlackhole ? { Blackhole: true } : { TransitGatewayAttachmentId: to }),
    },
  };
}

/** A VPN connection is drawn as itself, its attachment as part of it. */
function attachmentOf(record: AwsRecord): string {
  const resource = textIn(record, 'ResourceId');
  return resource.startsWith('vpn-') ? resource : textIn(record, 'TransitGatewayAttachmentId');
}
