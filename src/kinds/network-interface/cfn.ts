/** Network interfaces in CloudFormation, with their attachment to an instance and their Elastic IP address. */
import { listed } from '../../core/catalog/standing';
import { isPositive } from '../../core/cfn/isPositive';
import type { CfnMapping, CfnReader } from '../../core/cfn/mapping';
import { addressesIn, addressProperties } from '../../core/cfn/privateAddresses';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';

export const cfn: Omit<CfnMapping<'network-interface'>, 'types'> = {
  satellites: [
    {
      role: 'attachment',
      type: 'AWS::EC2::NetworkInterfaceAttachment',
      from: 'satellite',
      property: 'NetworkInterfaceId',
    },
    {
      role: 'elastic-ip-association',
      type: 'AWS::EC2::EIPAssociation',
      from: 'satellite',
      property: 'NetworkInterfaceId',
    },
    {
      role: 'elastic-ip',
      type: 'AWS::EC2::EIP',
      from: 'owner',
      property: 'AllocationId',
      of: 'elastic-ip-association',
    },
  ],
  *write(own, scope) {
    const { props } = own;
    const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
    const instance = scope.ref(known(props.attachedTo) ?? null);
    yield {
      role: '',
      type: 'AWS::EC2::NetworkInterface',
      properties: {
        SubnetId: scope.ref(scope.ancestor('subnet')?.id ?? null),
        GroupSet: groups.length === 0 ? undefined : groups,
        ...addressProperties(own.props),
        Ipv6AddressCount: props.ipv6 === true ? 1 : undefined,
        SourceDestCheck: props.sourceDestinationCheck === false ? false : undefined,
        Tags: scope.nameTags(own),
      },
    };
    // What an instance starts with, the instance names itself.
    if (instance !== undefined && props.atLaunch === false)
      yield {
        role: 'attachment',
        type: 'AWS::EC2::NetworkInterfaceAttachment',
        properties: {
          DeviceIndex: isUnknown(props.deviceIndex) ? undefined : String(props.deviceIndex),
          InstanceId: instance,
          NetworkInterfaceId: scope.ref(own.id),
        },
      };
    if (props.elasticIp !== true) return;
    yield {
      role: 'elastic-ip',
      type: 'AWS::EC2::EIP',
      properties: { Domain: 'vpc', Tags: scope.nameTags(own) },
      // An address can be allocated for a VPC, and associated there, only once an internet gateway is attached.
      dependsOn: scope
        .all('internet-gateway', scope.ancestor('vpc')?.id)
        .flatMap(({ id }) => scope.attachmentOf(id)),
    };
    yield {
      role: 'elastic-ip-association',
      type: 'AWS::EC2::EIPAssociation',
      properties: {
        AllocationId: scope.getAtt(own.id, 'AllocationId', 'elastic-ip'),
        NetworkInterfaceId: scope.ref(own.id),
      },
    };
  },
  read(reader) {
    const { privateIp, furtherIps } = addressesIn(reader);
    return {
      parentId: reader.parent('SubnetId', ['subnet']),
      props: {
        securityGroups: reader.refs('securityGroups', 'GroupSet', ['security-group']),
        ...attachmentOf(reader),
        elasticIp: hasElasticIp(reader, furtherIps),
        privateIp,
        furtherIps,
        ipv6: reader.has('Ipv6Addresses')
          ? reader.list('Ipv6Addresses').length > 0
          : isPositive(reader.number('ipv6', 'Ipv6AddressCount', 0)),
        sourceDestinationCheck: reader.toggle('sourceDestinationCheck', 'SourceDestCheck', true),
      },
    };
  },
};

type Props = Resource<'network-interface'>['props'];

/** By a resource of its own, or in the list with which an instance starts. */
function attachmentOf(reader: CfnReader): Pick<Props, 'attachedTo' | 'deviceIndex' | 'atLaunch'> {
  const [attachment] = reader.satellites('attachment');
  if (attachment !== undefined)
    return {
      attachedTo: attachment.target('attachedTo', 'InstanceId', ['instance']),
      deviceIndex: attachment.number('deviceIndex', 'DeviceIndex', 1),
      atLaunch: false,
    };
  const [listedBy] = reader.namedIn('AWS::EC2::Instance', 'NetworkInterfaces');
  if (listedBy !== undefined) {
    listedBy.item.accountsFor('attachedTo');
    return {
      attachedTo: listedBy.by ?? somewhere(listedBy.item.logicalId),
      deviceIndex: listedBy.item.number('deviceIndex', 'DeviceIndex', 1),
      atLaunch: true,
    };
  }
  const [launched] = reader.namedIn('AWS::EC2::LaunchTemplate', 'LaunchTemplateData');
  return {
    attachedTo: launched === undefined ? null : somewhere(launched.item.logicalId),
    deviceIndex: 1,
    atLaunch: launched !== undefined,
  };
}

function somewhere(logicalId: string): Value<ResourceId> {
  return {
    unknown: {
      en: `to which instance ${logicalId} attaches it`,
      ja: `${logicalId} がどのインスタンスにアタッチするか`,
    },
  };
}

/** Whether an Elastic IP address is associated with the first of its private addresses. */
function hasElasticIp(reader: CfnReader, further: Props['furtherIps']): Value<boolean> {
  const others = Object.values(further).map(({ address }) => address);
  const association = reader.satellites('elastic-ip-association').find((each) => {
    const chosen = known(each.text('elasticIp', 'PrivateIpAddress', ''));
    if (chosen === undefined || chosen === '' || !others.includes(chosen)) return true;
    reader.report(
      'warning',
      {
        en: `${each.logicalId} gives a public address to ${chosen}, which is not the primary private address: it is kept and not followed`,
        ja: `${each.logicalId} はプライマリではないプライベートアドレス ${chosen} にパブリックアドレスを関連付けます。テンプレートには残りますが、解析はしません`,
      },
      'PrivateIpAddresses',
    );
    return false;
  });
  if (association === undefined) return false;
  association.accountsFor('elasticIp');
  // It may name an address that is not there.
  return association.given('elasticIp', 'AllocationId');
}
