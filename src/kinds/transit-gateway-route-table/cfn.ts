/** Route tables of transit gateways in CloudFormation: associations, propagations and routes stand beside them. */
import type { Rows } from '../../core/catalog/field';
import { askedFor } from '../../core/cfn/askedFor';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { attachmentKinds, attachmentsIn, type Attached, type TransitRoute } from './rows';

export const cfn: Omit<CfnMapping<'transit-gateway-route-table'>, 'types'> = {
  satellites: [
    {
      role: 'association',
      type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
      from: 'satellite',
      property: 'TransitGatewayRouteTableId',
    },
    {
      role: 'propagation',
      type: 'AWS::EC2::TransitGatewayRouteTablePropagation',
      from: 'satellite',
      property: 'TransitGatewayRouteTableId',
    },
    {
      role: 'route',
      type: 'AWS::EC2::TransitGatewayRoute',
      from: 'satellite',
      property: 'TransitGatewayRouteTableId',
    },
  ],
  *write(table, scope) {
    const { props } = table;
    const own = scope.ref(table.id);
    yield {
      role: '',
      type: 'AWS::EC2::TransitGatewayRouteTable',
      properties: {
        TransitGatewayId:
          scope.ref(known(props.transitGateway) ?? null) ??
          askedFor(
            table,
            'TransitGatewayId',
            'The ID of the transit gateway that the route table belongs to',
            scope,
          ),
        Tags: scope.nameTags(table),
      },
    };
    for (const side of ['association', 'propagation'] as const)
      for (const { key, attachment } of attachedOf(table, side, scope)) {
        const ref = attachmentRef(attachment, scope);
        if (ref === undefined) continue;
        yield {
          role: `${side}:${key}`,
          type:
            side === 'association'
              ? 'AWS::EC2::TransitGatewayRouteTableAssociation'
              : 'AWS::EC2::TransitGatewayRouteTablePropagation',
          suffix: side === 'association' ? 'Association' : 'Propagation',
          properties: { TransitGatewayRouteTableId: own, TransitGatewayAttachmentId: ref },
        };
      }
    for (const [key, route] of Object.entries(props.routes)) {
      const properties = routeProperties(route, scope);
      if (properties === undefined) continue;
      yield {
        role: `route:${key}`,
        type: 'AWS::EC2::TransitGatewayRoute',
        suffix: suffixes.get(route.destination) ?? 'Route',
        properties: { TransitGatewayRouteTableId: own, ...properties },
      };
    }
  },
  read(reader) {
    const attached = (role: 'association' | 'propagation'): Rows<Attached> =>
      Object.fromEntries(
        reader.satellites(role).map((satellite) => {
          const { row } = satellite;
          const prop = `${role}s.${row}.attachment`;
          return [row, { attachment: attachmentIn(satellite, prop) }];
        }),
      );
    const routes = reader.satellites('route').map((route): readonly [string, TransitRoute] => {
      const { row } = route;
      return [
        row,
        {
          destination: route.text(`routes.${row}.destination`, 'DestinationCidrBlock', ''),
          attachment: routeTarget(route, `routes.${row}.attachment`),
        },
      ];
    });
    return {
      parentId: null,
      props: {
        transitGateway: reader.ref('transitGateway', 'TransitGatewayId', ['transit-gateway']),
        associations: attached('association'),
        propagations: attached('propagation'),
        routes: Object.fromEntries(routes),
        isDefault: false,
      },
    };
  },
};

/** What a route's logical ID says behind its table's. */
const suffixes: ReadonlyMap<unknown, string> = new Map([
  ['0.0.0.0/0', 'DefaultRoute'],
  ['::/0', 'DefaultIpv6Route'],
]);

/** The attachments as a template names them: of the default table also those that use it because no other one does. */
function attachedOf(
  table: Resource<'transit-gateway-route-table'>,
  side: 'association' | 'propagation',
  scope: CfnWriteScope,
): readonly { readonly key: string; readonly attachment: ResourceId }[] {
  const rows = side === 'association' ? table.props.associations : table.props.propagations;
  const stated = Object.entries(rows).flatMap(([key, { attachment }]) => {
    const id = known(attachment) ?? null;
    return id === null ? [] : [{ key, attachment: id }];
  });
  return [
    ...stated,
    ...byDefault(
      table,
      side,
      stated.map(({ attachment }) => attachment),
      scope,
    ),
  ];
}

function byDefault(
  { id, props }: Resource<'transit-gateway-route-table'>,
  side: 'association' | 'propagation',
  stated: readonly ResourceId[],
  scope: CfnWriteScope,
): readonly { readonly key: string; readonly attachment: ResourceId }[] {
  const gateway = scope.resource(known(props.transitGateway) ?? null);
  if (props.isDefault !== true || gateway?.kind !== 'transit-gateway') return [];
  const { defaultAssociation, defaultPropagation } = gateway.props;
  if ((side === 'association' ? defaultAssociation : defaultPropagation) !== true) return [];
  const taken = new Set(stated);
  if (side === 'association')
    for (const other of scope.all('transit-gateway-route-table'))
      if (other.id !== id)
        for (const each of attachmentsIn(other.props.associations))
          if (typeof each === 'string') taken.add(each);
  const peerings = scope
    .all('transit-gateway-peering')
    .filter((each) => side === 'association' && each.props.transitGateway === gateway.id);
  return [
    ...scope.all('transit-gateway-attachment').filter((each) => each.props.transitGateway === gateway.id),
    ...scope.all('vpn-connection').filter((each) => each.props.gateway === gateway.id),
    ...peerings,
  ].flatMap((each) => (taken.has(each.id) ? [] : [{ key: each.id, attachment: each.id }]));
}

/** Undefined for a route that a template cannot state because something of it is unknown. */
function routeProperties(
  { destination, attachment }: TransitRoute,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue | undefined>> | undefined {
  const block = known(destination);
  if (block === undefined || block === '' || isUnknown(attachment)) return undefined;
  if (attachment === null) return { DestinationCidrBlock: block, Blackhole: true };
  const ref = attachmentRef(attachment, scope);
  return ref === undefined ? undefined : { DestinationCidrBlock: block, TransitGatewayAttachmentId: ref };
}

/**
 * The attachment that a VPN connection makes has an id that no attribute of the connection gives, so it is asked for. It does
 * not exist before the connection does, which takes two deployments where one template has both.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
 */
function attachmentRef(id: ResourceId, scope: CfnWriteScope): CfnValue | undefined {
  const named = scope.ref(id);
  if (named === undefined || scope.resource(id)?.kind !== 'vpn-connection') return named;
  const name = scope.logicalId(id) ?? scope.resource(id)?.name ?? '';
  return scope.parameter(`${name}AttachmentId`, {
    Type: 'String',
    Description: attachmentWanted(name),
    AllowedPattern: '^tgw-attach-[0-9a-f]+$',
    ConstraintDescription: 'An ID such as tgw-attach-0123456789abcdef0',
  });
}

function attachmentWanted(name: string): string {
  return [
    `The ID (tgw-attach-...) of the transit gateway attachment that the VPN connection ${name} makes.`,
    'CloudFormation has no attribute for it.',
    `Create ${name} first, without the resources that use this parameter; then look for the attachment of type VPN`,
    'under "Transit gateway attachments" in the VPC console, or run:',
    'aws ec2 describe-transit-gateway-attachments',
    '--filters Name=resource-type,Values=vpn Name=resource-id,Values=<ID of the VPN connection>',
    '--query "TransitGatewayAttachments[].TransitGatewayAttachmentId"',
  ].join(' ');
}

function attachmentIn(satellite: CfnReader, prop: string): Value<ResourceId | null> {
  return satellite.target(prop, 'TransitGatewayAttachmentId', attachmentKinds);
}

function routeTarget(route: CfnReader, prop: string): Value<ResourceId | null> {
  const blackhole = route.toggle(`${prop}.blackhole`, 'Blackhole', false);
  if (isUnknown(blackhole)) return blackhole;
  return blackhole ? null : attachmentIn(route, prop);
}
