/** A gateway endpoint as AWS answers for it; the routes that it makes stand in its tables. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { fullServiceName } from '../../lib/serviceNames';

export default writesAnswers({
  kind: 'gateway-endpoint',
  id: 'vpce-',
  write(endpoint, scope) {
    const { props } = endpoint;
    scope.add('VpcEndpoints', {
      Groups: [],
      IpAddressType: known(props.addressType),
      NetworkInterfaceIds: [],
      OwnerId: scope.account,
      PolicyDocument: known(props.policy) || undefined,
      PrivateDnsEnabled: false,
      RequesterManaged: false,
      RouteTableIds: Object.keys(props.routeTables).flatMap((id) => scope.id(id) || []),
      ServiceName: fullServiceName(scope.region, known(props.service) ?? ''),
      State: 'available',
      SubnetIds: [],
      Tags: scope.tags(endpoint),
      VpcEndpointId: scope.id(endpoint.id),
      VpcEndpointType: 'Gateway',
      VpcId: scope.id(scope.ancestor('vpc')?.id ?? null),
    });
  },
});
