/**
 * What inbound and outbound Resolver endpoints have in common: two or more addresses in subnets of a VPC, security groups,
 * and the sort of addresses they have. CloudFormation has one type for both.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverendpoint.html
 */
import type { ResolverAddress, ResolverDirection, ResolverEndpointProps } from '../catalog/resolverFields';
import { listed } from '../catalog/standing';
import type { Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { isUnknown, type Value } from '../model/value';
import type { AddressType, Fact, InterfaceFact } from '../network/facts';
import type { CfnEntry, CfnReader, CfnWriteScope } from './mapping';

export const resolverEndpointType = 'AWS::Route53Resolver::ResolverEndpoint';

interface Place {
  readonly subnet: Value<ResourceId | null>;
  readonly ip: Value<string>;
}

/** Its addresses, the one in the subnet it is drawn in first. */
function placesOf(own: ResourceId | undefined, { ip, addresses }: ResolverEndpointProps): readonly Place[] {
  const others = Object.values(addresses);
  return own === undefined ? others : [{ subnet: own, ip }, ...others];
}

export function* resolverEndpointFacts(
  id: ResourceId,
  props: ResolverEndpointProps,
  direction: ResolverDirection,
  network: ResourceId | undefined,
  subnet: ResourceId | undefined,
): Generator<Fact> {
  yield {
    fact: 'resolver-endpoint',
    by: id,
    network: network ?? null,
    direction,
    addresses: props.addressType,
  };
  for (const place of placesOf(subnet, props)) {
    const made: InterfaceFact = {
      fact: 'interface',
      by: id,
      subnet: isUnknown(place.subnet) ? null : place.subnet,
      ...(isUnknown(place.subnet) ? { elsewhere: place.subnet.unknown } : {}),
      privateIpv4: isUnknown(place.ip) ? place.ip : place.ip === '' ? null : place.ip,
      ipv6: isUnknown(props.addressType) ? props.addressType : props.addressType !== 'ipv4',
      publicIpv4: false,
      securityGroups: Object.keys(props.securityGroups),
      sourceDestinationCheck: true,
      clientPorts: [1024, 65535],
      workload: false,
    };
    yield made;
  }
}

/** `network`: the VPC it stands in, whose default group it has where it names none. */
export function writeResolverEndpoint(
  endpoint: Resource & { readonly props: ResolverEndpointProps },
  direction: ResolverDirection,
  scope: CfnWriteScope,
  network: ResourceId | undefined,
  subnet: ResourceId | undefined,
): CfnEntry {
  const { props } = endpoint;
  const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
  const defaultGroup = scope.getAtt(network ?? null, 'DefaultSecurityGroup');
  return {
    role: '',
    type: resolverEndpointType,
    properties: {
      Direction: direction.toUpperCase(),
      ResolverEndpointType:
        isUnknown(props.addressType) || props.addressType === 'ipv4'
          ? undefined
          : props.addressType.toUpperCase(),
      IpAddresses: placesOf(subnet, props).flatMap((place) => {
        const ref = isUnknown(place.subnet) ? undefined : scope.ref(place.subnet);
        const ip = scope.plain(place.ip);
        return ref === undefined ? [] : [{ SubnetId: ref, ...(ip === undefined ? {} : { Ip: ip }) }];
      }),
      SecurityGroupIds: groups.length > 0 || defaultGroup === undefined ? groups : [defaultGroup],
      Tags: scope.nameTags(endpoint),
    },
  };
}

/** Whether a CFN resource is an endpoint of that direction; one that a parameter chooses is neither. */
export function isResolverEndpoint(reader: CfnReader, direction: ResolverDirection): boolean {
  const text = reader.raw('Direction');
  return typeof text === 'string' && text.toLowerCase() === direction;
}

export function readResolverEndpoint(
  reader: CfnReader,
  subnet: KindName,
  securityGroup: KindName,
): { readonly parentId: ResourceId | null; readonly props: ResolverEndpointProps } {
  const [own, ...others] = reader.list('IpAddresses');
  const addresses: Record<string, ResolverAddress> = {};
  others.forEach((address, index) => {
    const row = `address${index + 2}`;
    addresses[row] = {
      subnet: address.ref(`addresses.${row}.subnet`, 'SubnetId', [subnet]),
      ip: address.text(`addresses.${row}.ip`, 'Ip', ''),
    };
  });
  return {
    parentId: own?.parent('SubnetId', [subnet]) ?? null,
    props: {
      ip: own?.text('ip', 'Ip', '') ?? '',
      addresses,
      securityGroups: reader.refs('securityGroups', 'SecurityGroupIds', [securityGroup]),
      addressType: addressTypeIn(reader),
    },
  };
}

function addressTypeIn(reader: CfnReader): Value<AddressType> {
  const text = reader.text('addressType', 'ResolverEndpointType', 'IPV4');
  if (isUnknown(text)) return text;
  const found = (['ipv4', 'ipv6', 'dualstack'] as const).find((type) => type === text.toLowerCase());
  if (found === undefined)
    reader.report(
      'error',
      {
        en: `“${text}” is no ResolverEndpointType; it can be IPV4, IPV6 or DUALSTACK`,
        ja: `ResolverEndpointType に「${text}」は指定できません。IPV4、IPV6、DUALSTACK のいずれかを指定してください`,
      },
      'ResolverEndpointType',
    );
  return found ?? 'ipv4';
}
