/** An EC2 instance as AWS answers for it, in a reservation of its own, with its primary network interface and further ones. */
import type { Resource } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';
import { elasticAddress } from '../../core/describe/elasticAddress';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'instance',
  id: 'i-',
  write(instance, scope) {
    const { props } = instance;
    const subnet = scope.ancestor('subnet');
    const vpc = scope.ancestor('vpc');
    const InstanceId = scope.id(instance.id);
    const groups = scope.groups(Object.keys(props.securityGroups), vpc?.id);
    const check = known(props.sourceDestinationCheck) ?? true;
    const association = associationOf(instance, subnet, scope);
    const primary =
      subnet === undefined
        ? undefined
        : scope.interface(instance, {
            key: 'primary',
            subnet: subnet.id,
            groups,
            type: 'interface',
            description: '',
            isManaged: false,
            address: known(props.privateIp) ?? '',
            further: Object.values(props.furtherIps).flatMap(({ address }) => known(address) ?? []),
            ipv6: props.ipv6 === true,
            sourceDestCheck: check,
            ...(association === undefined ? {} : { association }),
            attachment: attachment(instance, 0, scope),
          });
    const address = primary?.['PrivateIpAddress'];
    scope.add('Reservations', {
      Groups: [],
      Instances: [
        {
          IamInstanceProfile:
            props.profile === 'none'
              ? undefined
              : { Arn: `arn:aws:iam::${scope.account}:instance-profile/${InstanceId}`, Id: 'AIPAEXAMPLE' },
          ImageId: known(props.imageId) || 'ami-0123456789abcdef0',
          InstanceId,
          InstanceType: known(props.instanceType),
          NetworkInterfaces: primary === undefined ? [] : [asSeenByInstance(primary)],
          Placement: { AvailabilityZone: primary?.['AvailabilityZone'] },
          PrivateDnsName: typeof address === 'string' ? privateName(address, scope) : undefined,
          PrivateIpAddress: address,
          PublicIpAddress: association?.['PublicIp'],
          SecurityGroups: groups,
          SourceDestCheck: check,
          State: { Code: 16, Name: 'running' },
          SubnetId: scope.id(subnet?.id ?? null) || undefined,
          Tags: scope.tags(instance),
          VpcId: scope.id(vpc?.id ?? null) || undefined,
        },
      ],
      OwnerId: scope.account,
      ReservationId: scope.made('r-', instance.id),
    });
  },
});

/** An instance shows its interface with less than the interface shows of itself. */
function asSeenByInstance(made: AnswerRecord): AnswerRecord {
  const { AvailabilityZone: _zone, RequesterManaged: _managed, TagSet: _tags, ...rest } = made;
  const { InstanceId: _id, InstanceOwnerId: _owner, ...attached } = made['Attachment'] as AnswerRecord; // of `attachment`
  const seen = (association: unknown): unknown => {
    if (typeof association !== 'object' || association === null) return undefined;
    const { IpOwnerId, PublicDnsName, PublicIp } = association as AnswerRecord;
    return { IpOwnerId, PublicDnsName, PublicIp };
  };
  const addresses = made['PrivateIpAddresses'] as readonly AnswerRecord[]; // as `interfaceRecord` makes them
  return {
    ...rest,
    Association: seen(made['Association']),
    Attachment: attached,
    PrivateIpAddresses: addresses.map((each) => ({ ...each, Association: seen(each['Association']) })),
  };
}

/** The public address that it has: AWS's own while it runs, or an Elastic IP address. */
function associationOf(
  instance: Resource<'instance'>,
  subnet: Resource<'subnet'> | undefined,
  scope: AnswerScope,
): AnswerRecord | undefined {
  const { publicIp, separateInterface } = instance.props;
  const given = subnet?.props.mapPublicIp;
  if (publicIp === 'subnet' && isUnknown(given)) scope.isUnknown(instance, 'publicIp', given);
  if (publicIp === 'elastic') return elasticAddress(instance, '', scope);
  const asked = publicIp === 'yes' || (publicIp === 'subnet' && given === true);
  // AWS gives none to an instance that starts with an interface of its own, or with several.
  const startsWithMore = scope
    .within('network-interface', scope.ancestor('vpc')?.id)
    .some((each) => each.props.attachedTo === instance.id && each.props.atLaunch === true);
  if (!asked || separateInterface === true || startsWithMore) return undefined;
  return { IpOwnerId: 'amazon', PublicDnsName: '', PublicIp: scope.publicAddress(instance.id) };
}

function attachment(instance: Resource<'instance'>, DeviceIndex: number, scope: AnswerScope): AnswerRecord {
  return {
    AttachmentId: scope.made('eni-attach-', `${instance.id} ${DeviceIndex}`),
    DeleteOnTermination: true,
    DeviceIndex,
    InstanceId: scope.id(instance.id),
    InstanceOwnerId: scope.account,
    Status: 'attached',
  };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-naming.html */
function privateName(address: string, scope: AnswerScope): string {
  const domain = scope.region === 'us-east-1' ? 'ec2.internal' : `${scope.region}.compute.internal`;
  return `ip-${address.replaceAll('.', '-')}.${domain}`;
}
