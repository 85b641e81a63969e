/** A subnet as AWS answers for it. */
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'subnet',
  id: 'subnet-',
  write(subnet, scope) {
    const { props } = subnet;
    const id = scope.id(subnet.id);
    const zone = scope.zoneOf(subnet.id);
    if (isUnknown(zone)) scope.isUnknown(subnet, 'zone', zone);
    const number = known(props.ipv6) ?? null;
    const isNative = props.ipv6Native === true;
    const cidr = known(props.cidr) ?? '';
    scope.add('Subnets', {
      AssignIpv6AddressOnCreation: props.assignIpv6 === true,
      // Where nobody chose one, AWS does.
      AvailabilityZone: zone === '' ? `${scope.region}a` : isUnknown(zone) ? undefined : zone,
      CidrBlock: isNative || cidr === '' ? undefined : cidr,
      DefaultForAz: false,
      EnableDns64: props.dns64 === true,
      Ipv6CidrBlockAssociationSet:
        number === null
          ? []
          : [
              {
                AssociationId: scope.made('subnet-cidr-assoc-', subnet.id),
                Ipv6CidrBlock: `2001:db8:1234:1a${number.toString(16).padStart(2, '0')}::/64`,
                Ipv6CidrBlockState: { State: 'associated' },
              },
            ],
      Ipv6Native: isNative,
      MapPublicIpOnLaunch: props.mapPublicIp === true,
      OwnerId: scope.account,
      State: 'available',
      SubnetArn: scope.arn('ec2', `subnet/${id}`),
      SubnetId: id,
      Tags: scope.tags(subnet),
      VpcId: scope.id(scope.ancestor('vpc')?.id ?? null),
    });
    const exclusion = known(props.publicAccess) ?? 'none';
    if (exclusion !== 'none')
      scope.add('VpcBlockPublicAccessExclusions', {
        ExclusionId: scope.made('vpcbpa-exclude-', subnet.id),
        InternetGatewayExclusionMode: exclusion,
        ResourceArn: scope.arn('ec2', `subnet/${id}`),
        State: 'create-complete',
      });
  },
});
