/** A Gateway Load Balancer endpoint as AWS answers for it, with its network interface. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { endpointRecord, serviceNameOf } from '../../core/describe/endpointAnswer';

export default writesAnswers({
  kind: 'gwlb-endpoint',
  id: 'vpce-',
  write(endpoint, scope) {
    const { props } = endpoint;
    const subnet = scope.ancestor('subnet');
    const provider = scope.resource(known(props.provider) ?? null);
    const isPending =
      provider?.kind === 'endpoint-service' &&
      provider.props.acceptanceRequired !== false &&
      props.accepted !== true;
    scope.add(
      'VpcEndpoints',
      endpointRecord(
        endpoint,
        'GatewayLoadBalancer',
        {
          subnets: subnet === undefined ? [] : [subnet.id],
          network: scope.ancestor('vpc')?.id,
          groups: [],
          serviceName:
            provider === undefined ? (known(props.service) ?? '') : serviceNameOf(provider.id, scope),
          accepted: !isPending,
          more: { IpAddressType: props.dualStack === true ? 'dualstack' : 'ipv4', PrivateDnsEnabled: false },
        },
        scope,
      ),
    );
  },
});
