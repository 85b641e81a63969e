/** An interface endpoint as AWS answers for it, with a network interface in each of its subnets. */
import { standsInAs } from '../../core/describe/standsInAs';
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { endpointRecord, serviceNameOf } from '../../core/describe/endpointAnswer';
import { endpointName } from '../../core/describe/dnsNames';
import { fullServiceName } from '../../lib/serviceNames';

export default writesAnswers({
  kind: 'interface-endpoint',
  id: 'vpce-',
  write(endpoint, scope) {
    const { props } = endpoint;
    const vpc = scope.ancestor('vpc');
    const service = scope.resource(known(props.endpointService) ?? null);
    const asksFirst =
      service?.kind === 'endpoint-service' &&
      service.props.acceptanceRequired !== false &&
      props.accepted !== true;
    const region = known(props.serviceRegion) ?? '';
    const only = known(props.privateDnsFor) ?? 'default';
    const records = known(props.dnsRecords) ?? 'default';
    scope.add(
      'VpcEndpoints',
      endpointRecord(
        endpoint,
        'Interface',
        {
          subnets: standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope),
          network: vpc?.id,
          groups: scope.groups(Object.keys(props.securityGroups), vpc?.id),
          serviceName:
            service === undefined
              ? fullServiceName(region || scope.region, known(props.service) ?? '')
              : serviceNameOf(service.id, scope),
          accepted: !asksFirst,
          more: {
            DnsEntries: [{ DnsName: endpointName(endpoint, scope), HostedZoneId: 'Z2E726K9Y6RL4W' }],
            DnsOptions: {
              DnsRecordIpType: records === 'default' ? known(props.addressType) : records,
              ...(only === 'default' ? {} : { PrivateDnsOnlyForInboundResolverEndpoint: only === 'inbound' }),
            },
            IpAddressType: known(props.addressType),
            PolicyDocument: known(props.policy) || undefined,
            PrivateDnsEnabled: props.privateDns === true,
            ServiceRegion: region || scope.region,
          },
        },
        scope,
      ),
    );
  },
});
