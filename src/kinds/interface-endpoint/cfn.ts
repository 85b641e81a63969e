/** Interface endpoints in CloudFormation, with the name of a service of AWS or of somebody's own. */
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import { readAddressType, writeAddressType } from '../../core/cfn/addressType';
import { readPolicy, writePolicy } from '../../core/cfn/policy';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { isLinkedByParameter, nameForEndpoint } from '../../core/cfn/serviceExport';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';
import { fullServiceName, serviceNameForTemplate, shortServiceName } from '../../lib/serviceNames';

type Props = Resource<'interface-endpoint'>['props'];
type PrivateDnsFor = Props['privateDnsFor'];

export const cfn: Omit<CfnMapping<'interface-endpoint'>, 'types'> = {
  recognises: (reader) => reader.raw('VpcEndpointType') === 'Interface',
  *write(endpoint, scope) {
    const { props } = endpoint;
    const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
    const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
    yield {
      role: '',
      type: 'AWS::EC2::VPCEndpoint',
      properties: {
        VpcEndpointType: 'Interface',
        VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
        ServiceName: serviceName(endpoint, scope),
        ServiceRegion: props.serviceRegion === '' ? undefined : scope.plain(props.serviceRegion),
        SubnetIds: subnets.flatMap((id) => scope.ref(id) ?? []),
        SecurityGroupIds: groups.length === 0 ? undefined : groups,
        PrivateDnsEnabled: scope.plain(props.privateDns),
        DnsOptions: dnsOptions(endpoint, scope),
        IpAddressType: writeAddressType(props.addressType),
        PolicyDocument: writePolicy(props.policy),
        Tags: scope.nameTags(endpoint),
      },
    };
  },
  read(reader, scope) {
    const service = reader.text('service', 'ServiceName', '');
    const own = reader.named('endpointService', 'ServiceName', ['endpoint-service']);
    const { own: subnet, others } = firstAndOthers(reader.refs('subnets', 'SubnetIds', ['subnet']));
    return {
      parentId: subnet ?? reader.parent('VpcId', ['vpc']),
      props: {
        service: own !== null ? '' : isUnknown(service) ? service : shortServiceName(scope.region, service),
        endpointService: own,
        // No template says that somebody accepts a connection, nor in whose account it is deployed.
        accepted: false,
        account: '',
        subnets: others,
        securityGroups: reader.refs('securityGroups', 'SecurityGroupIds', ['security-group']),
        privateDns: reader.toggle('privateDns', 'PrivateDnsEnabled', false),
        privateDnsFor: audienceOf(reader),
        serviceRegion: reader.text('serviceRegion', 'ServiceRegion', ''),
        addressType: readAddressType(reader),
        dnsRecords: recordsIn(reader),
        policy: readPolicy(reader),
      },
    };
  },
};

/** An endpoint service of the same template by reference, one of another by what that exports. */
function serviceName(endpoint: Resource<'interface-endpoint'>, scope: CfnWriteScope): CfnValue | undefined {
  const { service } = endpoint.props;
  const own = scope.resource(known(endpoint.props.endpointService) ?? null);
  if (own !== undefined && !isLinkedByParameter(endpoint))
    return nameForEndpoint(own, scope.logicalId(own.id), scope.all('endpoint-service'));
  if (isUnknown(service) || service === '') return undefined;
  const region = known(endpoint.props.serviceRegion) || scope.region;
  return serviceNameForTemplate(scope.region, fullServiceName(region, service));
}

/** The values of `PrivateDnsOnlyForInboundResolverEndpoint`; a third one, `NotSpecified`, says nothing. */
const answered = { inbound: 'OnlyInboundResolver', all: 'AllResolvers' } as const;

/** The two are written together: one that nobody knows stays as its author wrote it beside the other. */
function dnsOptions(
  endpoint: Resource<'interface-endpoint'>,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> | undefined {
  const { dnsRecords, privateDnsFor } = endpoint.props;
  const authored = (field: 'dnsRecords' | 'privateDnsFor') => scope.authored(endpoint, field)?.value;
  const written = {
    DnsRecordIpType: isUnknown(dnsRecords)
      ? authored('dnsRecords')
      : dnsRecords === 'default'
        ? undefined
        : dnsRecords,
    PrivateDnsOnlyForInboundResolverEndpoint: isUnknown(privateDnsFor)
      ? authored('privateDnsFor')
      : privateDnsFor === 'default'
        ? undefined
        : answered[privateDnsFor],
  };
  const options = Object.entries(written).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return options.length === 0 ? undefined : Object.fromEntries(options);
}

/** `not-specified`, and what is no type at all, say nothing; the schema tells of the latter. */
function recordsIn(reader: CfnReader): Props['dnsRecords'] {
  const text = reader.object('DnsOptions')?.text('dnsRecords', 'DnsRecordIpType', '') ?? '';
  if (isUnknown(text)) return text;
  return recordTypes.find((type) => type === text.toLowerCase()) ?? 'default';
}

const recordTypes = ['ipv4', 'dualstack', 'ipv6', 'service-defined'] as const;

function audienceOf(reader: CfnReader): PrivateDnsFor {
  const text = reader
    .object('DnsOptions')
    ?.text('privateDnsFor', 'PrivateDnsOnlyForInboundResolverEndpoint', '');
  if (isUnknown(text)) return text;
  if (text === answered.inbound) return 'inbound';
  if (text === answered.all) return 'all';
  if (text !== undefined && text !== '' && text !== 'NotSpecified')
    reader.report(
      'error',
      {
        en: `“${text}” is no value of PrivateDnsOnlyForInboundResolverEndpoint; it can be AllResolvers, OnlyInboundResolver or NotSpecified`,
        ja: `PrivateDnsOnlyForInboundResolverEndpoint に「${text}」は指定できません。AllResolvers、OnlyInboundResolver、NotSpecified のいずれかを指定してください`,
      },
      'DnsOptions',
    );
  return 'default';
}
