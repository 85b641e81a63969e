/** NAT gateways in the answers of AWS, zonal and regional ones. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refTo } from '../../core/describe/describeMapping';
import { isGone, listIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'nat-gateway',
  calls: [{ command: 'ec2 describe-nat-gateways', list: 'NatGateways', ids: 'nat-' }],
  reads: {
    *NatGateways(gateway, scope) {
      if (isGone(gateway)) return;
      const addresses = listIn(gateway, 'NatGatewayAddresses');
      const isRegional = textIn(gateway, 'AvailabilityMode').toLowerCase() === 'regional';
      const allocation = addresses.map((each) => textIn(each, 'AllocationId')).find((id) => id !== '');
      yield {
        id: textIn(gateway, 'NatGatewayId'),
        also: addresses.map((each) => textIn(each, 'NetworkInterfaceId')).filter((eni) => eni !== ''),
        type: 'AWS::EC2::NatGateway',
        properties: {
          ...(isRegional
            ? {
                VpcId: refTo(textIn(gateway, 'VpcId')),
                AvailabilityMode: 'regional',
                // Where AWS follows the workloads by itself, the zones of today are not all that it serves.
                AvailabilityZoneAddresses:
                  textIn(gateway, 'AutoProvisionZones') === 'disabled'
                    ? addresses.map((each): CfnValue => ({
                        AvailabilityZone: textIn(each, 'AvailabilityZone'),
                        AllocationIds: [textIn(each, 'AllocationId')],
                      }))
                    : undefined,
              }
            : { SubnetId: refTo(textIn(gateway, 'SubnetId')), AllocationId: allocation }),
          ConnectivityType: textIn(gateway, 'ConnectivityType') || undefined,
          Tags: scope.tags(gateway),
        },
      };
    },
  },
});
