/** Virtual private gateways in CloudFormation: the attachment, the propagations and the edge association stand beside them. */
import type { CfnMapping, CfnReader } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import { known } from '../../core/model/value';
import type { Propagation } from './kind';

export const cfn: Omit<CfnMapping<'virtual-private-gateway'>, 'types'> = {
  satellites: [
    {
      role: 'attachment',
      type: 'AWS::EC2::VPCGatewayAttachment',
      from: 'satellite',
      property: 'VpnGatewayId',
    },
    {
      role: 'propagation',
      type: 'AWS::EC2::VPNGatewayRoutePropagation',
      from: 'satellite',
      property: 'VpnGatewayId',
    },
    {
      role: 'edge-association',
      type: 'AWS::EC2::GatewayRouteTableAssociation',
      from: 'satellite',
      property: 'GatewayId',
    },
  ],
  *write(gateway, scope) {
    const { props } = gateway;
    const own = scope.ref(gateway.id);
    yield {
      role: '',
      type: 'AWS::EC2::VPNGateway',
      properties: {
        Type: 'ipsec.1',
        AmazonSideAsn: scope.plain(props.asn),
        Tags: scope.nameTags(gateway),
      },
    };
    const vpc = scope.ref(scope.ancestor('vpc')?.id ?? null);
    if (vpc !== undefined)
      yield {
        role: 'attachment',
        type: 'AWS::EC2::VPCGatewayAttachment',
        properties: { VpcId: vpc, VpnGatewayId: own },
      };
    // Nothing is propagated, and no table is given, before the gateway is attached.
    const dependsOn = scope.attachmentOf(gateway.id);
    const tables = new Map<string, CfnValue[]>();
    for (const [key, { routeTable }] of Object.entries(props.propagation)) {
      const table = scope.ref(known(routeTable) ?? null);
      const role = resourceOf(key);
      if (table !== undefined) tables.set(role, [...(tables.get(role) ?? []), table]);
    }
    for (const [key, RouteTableIds] of tables)
      yield {
        role: `propagation:${key}`,
        type: 'AWS::EC2::VPNGatewayRoutePropagation',
        suffix: 'Propagation',
        properties: { RouteTableIds, VpnGatewayId: own },
        dependsOn,
      };
    const edge = scope.ref(known(props.routeTable) ?? null);
    if (edge !== undefined)
      yield {
        role: 'edge-association',
        type: 'AWS::EC2::GatewayRouteTableAssociation',
        properties: { RouteTableId: edge, GatewayId: own },
        dependsOn,
      };
  },
  read: (reader) => ({
    parentId: reader.satellites('attachment')[0]?.parent('VpcId', ['vpc']) ?? null,
    props: {
      propagation: Object.fromEntries(reader.satellites('propagation').flatMap(rowsOf)),
      routeTable:
        reader.satellites('edge-association')[0]?.ref('routeTable', 'RouteTableId', ['route-table']) ?? null,
      asn: reader.number('asn', 'AmazonSideAsn', null),
    },
  }),
};

/** One row for each table of a propagation; those of one resource are written as one again. */
function rowsOf(propagation: CfnReader): readonly (readonly [string, Propagation])[] {
  const { row } = propagation;
  const tables = Object.keys(
    propagation.refs(`propagation.${row}.routeTable`, 'RouteTableIds', ['route-table']),
  );
  return tables.map((routeTable, index) => [index === 0 ? row : `${row}-${index + 1}`, { routeTable }]);
}

/** The resource that a row is of: what stands before the number of its table. */
function resourceOf(row: string): string {
  return row.replace(/-\d+$/, '');
}
