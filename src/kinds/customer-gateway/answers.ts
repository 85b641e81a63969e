/** A customer gateway as AWS answers for it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'customer-gateway',
  id: 'cgw-',
  write(device, scope) {
    const { props } = device;
    if (Object.keys(props.prefixes).length > 0) scope.leavesOut(device, 'prefixes');
    scope.add('CustomerGateways', {
      BgpAsn: String(known(props.asn) ?? 65000),
      CustomerGatewayId: scope.id(device.id),
      DeviceName: known(props.deviceName) || undefined,
      IpAddress: known(props.ip) || undefined,
      State: 'available',
      Tags: scope.tags(device),
      Type: 'ipsec.1',
    });
  },
});
