/** A NAT gateway as AWS answers for it, with its network interface and its Elastic IP address. */
import { known } from '../../core/model/value';
import { elasticAddress } from '../../core/describe/elasticAddress';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'nat-gateway',
  id: 'nat-',
  write(gateway, scope) {
    const { props } = gateway;
    const vpc = scope.ancestor('vpc');
    const subnet = scope.ancestor('subnet');
    const id = scope.id(gateway.id);
    const isPrivate = props.connectivity === 'private';
    const common = {
      ConnectivityType: known(props.connectivity) ?? 'public',
      NatGatewayId: id,
      State: 'available',
      Tags: scope.tags(gateway),
      VpcId: scope.id(vpc?.id ?? null),
    };
    if (subnet === undefined) {
      const zones = Object.values(props.zones).map(({ zone }) => known(zone) ?? '');
      scope.add('NatGateways', {
        ...common,
        AutoProvisionZones: zones.length === 0 ? 'enabled' : 'disabled',
        AvailabilityMode: 'regional',
        NatGatewayAddresses: zones.map((AvailabilityZone) => ({
          AllocationId: scope.made('eipalloc-', `${gateway.id} ${AvailabilityZone}`),
          AvailabilityZone,
          PublicIp: scope.publicAddress(`${gateway.id} ${AvailabilityZone}`),
          Status: 'succeeded',
        })),
      });
      return;
    }
    const elastic = !isPrivate && props.elasticIp === true ? elasticAddress(gateway, '', scope) : undefined;
    const made = scope.interface(gateway, {
      key: 'nat',
      subnet: subnet.id,
      groups: [],
      type: 'nat_gateway',
      description: `Interface for NAT Gateway ${id}`,
      isManaged: true,
      sourceDestCheck: false,
      ...(elastic === undefined ? {} : { association: elastic }),
    });
    scope.add('NatGateways', {
      ...common,
      AvailabilityMode: 'zonal',
      NatGatewayAddresses: [
        {
          AllocationId: elastic?.['AllocationId'],
          IsPrimary: true,
          NetworkInterfaceId: made['NetworkInterfaceId'],
          PrivateIp: made['PrivateIpAddress'],
          PublicIp: elastic?.['PublicIp'],
          Status: 'succeeded',
        },
      ],
      SubnetId: scope.id(subnet.id),
    });
  },
});
