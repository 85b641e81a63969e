/** Network Load Balancers in CloudFormation, with their listeners and the Elastic IP addresses of their nodes. */
import type { Rows } from '../../core/catalog/field';
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import { readAttribute, writeAttributes } from '../../core/cfn/attributes';
import { listenerEntries, listenerSatellites, readListeners } from '../../core/cfn/listeners';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { NodeAddress } from './kind';

const crossZoneKey = 'load_balancing.cross_zone.enabled';

export const cfn: Omit<CfnMapping<'network-load-balancer'>, 'types'> = {
  satellites: [
    ...listenerSatellites,
    { role: 'elastic-ip', type: 'AWS::EC2::EIP', from: 'owner', property: 'SubnetMappings' },
  ],
  recognises: (reader) => reader.raw('Type') === 'network',
  *write(balancer, scope) {
    const { props } = balancer;
    const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
    const isPublic = props.scheme === 'internet-facing';
    const attachments = scope
      .all('internet-gateway', scope.ancestor('vpc')?.id)
      .flatMap(({ id }) => scope.attachmentOf(id));
    yield {
      role: '',
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      properties: {
        Type: 'network',
        Scheme: scope.plain(props.scheme),
        IpAddressType: props.dualStack === true ? 'dualstack' : undefined,
        ...nodes(balancer, scope),
        SecurityGroups: groups.length === 0 ? undefined : groups,
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
          props.filtersPrivateLink === false ? 'off' : undefined,
        LoadBalancerAttributes: writeAttributes({
          [crossZoneKey]: props.crossZone === true ? 'true' : undefined,
        }),
        Tags: scope.nameTags(balancer),
      },
      // An internet-facing one can be made only once an internet gateway is attached.
      dependsOn: isPublic ? attachments : [],
    };
    for (const [key, { elasticIp }] of Object.entries(props.addresses))
      if (elasticIp === true)
        yield {
          role: `elastic-ip:${key}`,
          type: 'AWS::EC2::EIP',
          properties: { Domain: 'vpc', Tags: scope.nameTags(balancer) },
          dependsOn: attachments,
        };
    yield* listenerEntries(balancer.id, props.listeners, scope, undefined);
  },
  read(reader) {
    const mappings = reader.list('SubnetMappings');
    const subnets =
      mappings.length > 0
        ? Object.assign({}, ...mappings.map((each) => each.refs('subnets', 'SubnetId', ['subnet'])))
        : reader.refs('subnets', 'Subnets', ['subnet']);
    const { own, others } = firstAndOthers(subnets);
    const crossZone = readAttribute(reader, 'crossZone', 'LoadBalancerAttributes', crossZoneKey, 'false');
    const filters = reader.text(
      'filtersPrivateLink',
      'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
      'on',
    );
    return {
      parentId: own,
      props: {
        scheme: oneOf(
          reader.text('scheme', 'Scheme', 'internet-facing'),
          ['internal', 'internet-facing'],
          'internet-facing',
        ),
        listeners: readListeners(reader, ['target-group'], 'TCP'),
        subnets: others,
        securityGroups: reader.refs('securityGroups', 'SecurityGroups', ['security-group']),
        crossZone: isTrue(crossZone),
        addresses: addressesIn(mappings),
        filtersPrivateLink: isUnknown(filters) ? filters : filters.toLowerCase() !== 'off',
        dualStack: isDualStack(reader),
      },
    };
  },
};

/** Subnets alone, or with the addresses of the nodes in them. */
function nodes(
  { id, props }: Resource<'network-load-balancer'>,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue | undefined>> {
  const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
  const rows = Object.entries(props.addresses);
  if (rows.length === 0) return { Subnets: subnets.flatMap((subnet) => scope.ref(subnet) ?? []) };
  return {
    SubnetMappings: subnets.map((subnet) => {
      const [key, row] = rows.find(([, each]) => each.subnet === subnet) ?? [];
      return {
        SubnetId: scope.ref(subnet),
        PrivateIPv4Address: row === undefined ? undefined : scope.plain(row.privateIp),
        AllocationId:
          row?.elasticIp === true ? scope.getAtt(id, 'AllocationId', `elastic-ip:${key ?? ''}`) : undefined,
      };
    }),
  };
}

function addressesIn(mappings: readonly CfnReader[]): Rows<NodeAddress> {
  const rows: Record<string, NodeAddress> = {};
  mappings.forEach((mapping, index) => {
    const key = `mapping-${index + 1}`;
    const row = `addresses.${key}`;
    const privateIp = mapping.text(`${row}.privateIp`, 'PrivateIPv4Address', '');
    const elasticIp = mapping.given(`${row}.elasticIp`, 'AllocationId');
    if (privateIp === '' && elasticIp === false) return;
    rows[key] = { subnet: mapping.ref(`${row}.subnet`, 'SubnetId', ['subnet']), privateIp, elasticIp };
  });
  return rows;
}

function isTrue(text: Value<string>): Value<boolean> {
  return isUnknown(text) ? text : text.toLowerCase() === 'true';
}

function isDualStack(reader: CfnReader): Value<boolean> {
  const type = reader.text('dualStack', 'IpAddressType', 'ipv4');
  return isUnknown(type) ? type : known(type)?.startsWith('dualstack') === true;
}
