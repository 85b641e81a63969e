/** Network interfaces as `describe-network-interfaces` gives them: AWS makes one for most of what stands in a subnet. */
import type { Resource, ResourceId } from '../model/document';
import type { AnswerRecord, AnswerScope, MadeInterface } from './answerWriting';
import { known } from '../model/value';

export function interfaceRecord(
  of: Resource,
  made: MadeInterface,
  scope: AnswerScope,
  network: ResourceId | undefined,
): AnswerRecord {
  const { key, subnet, address: wanted, further = [], association } = made;
  // Whose own it is keeps its id.
  const id = made.isManaged || key !== '' ? scope.made('eni-', `${of.id} ${key}`) : scope.id(of.id);
  const address = scope.address(`${of.id} ${key}`, subnet, wanted);
  const zone = known(scope.zoneOf(subnet));
  const addressed = {
    PrivateIpAddress: address,
    ...(association === undefined ? {} : { Association: association }),
  };
  return {
    ...(association === undefined ? {} : { Association: association }),
    ...(made.attachment === undefined ? {} : { Attachment: made.attachment }),
    // Where nobody chose one for the subnet, AWS does.
    AvailabilityZone: zone === '' ? `${scope.region}a` : zone,
    Description: made.description,
    Groups: made.groups,
    InterfaceType: made.type,
    Ipv6Addresses: made.ipv6 === true ? [{ Ipv6Address: ipv6Of(id), IsPrimaryIpv6: false }] : [],
    NetworkInterfaceId: id,
    OwnerId: scope.account,
    PrivateIpAddress: address === '' ? undefined : address,
    PrivateIpAddresses:
      address === ''
        ? []
        : [
            { Primary: true, ...addressed },
            ...further.map((each) => ({ Primary: false, PrivateIpAddress: each })),
          ],
    RequesterManaged: made.isManaged,
    SourceDestCheck: made.sourceDestCheck ?? true,
    Status: made.isManaged || made.attachment !== undefined ? 'in-use' : 'available',
    SubnetId: scope.id(subnet),
    TagSet: made.tags ?? [],
    VpcId: scope.id(network ?? null),
  };
}

/** An address of the block for documentation, made of an id's digits. */
export function ipv6Of(id: string): string {
  const digits = id.slice(-12);
  return `2001:db8::${digits.slice(0, 4)}:${digits.slice(4, 8)}:${digits.slice(8)}`;
}
