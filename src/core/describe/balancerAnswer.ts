/** Load balancers as AWS answers for them: each is named by an ARN, and has listeners, attributes and tags by it. */
import type { Rows } from '../catalog/field';
import type { Listener } from '../catalog/listenerRows';
import type { Resource, ResourceId } from '../model/document';
import { isUnknown, known } from '../model/value';
import type { AnswerRecord, AnswerScope } from './answerWriting';
import { nameIn } from './dnsNames';
import { madeDigits } from './madeIds';

/** The word that an ARN has for each type. */
const words = { application: 'app', network: 'net', gateway: 'gwy' } as const;

type Type = keyof typeof words;

export function balancerArn(type: Type, balancer: Resource, scope: AnswerScope): string {
  return scope.arn(
    'elasticloadbalancing',
    `loadbalancer/${words[type]}/${nameIn(balancer)}/${madeDigits(balancer.id)}`,
  );
}

export function targetGroupArn(group: Resource, key: string, scope: AnswerScope): string {
  return scope.arn(
    'elasticloadbalancing',
    `targetgroup/${nameIn(group)}${key}/${madeDigits(`${group.id} group ${key}`)}`,
  );
}

/** Adds the load balancer with a network interface in each subnet. `address`: what is known of the one there. */
export function addBalancer(
  balancer: Resource,
  given: {
    readonly type: Type;
    readonly dnsName: string;
    readonly scheme: string;
    readonly subnets: readonly ResourceId[];
    readonly network: ResourceId | undefined;
    readonly groups: readonly AnswerRecord[];
    readonly ipAddressType: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly addressOf?: (subnet: ResourceId) => AnswerRecord | undefined;
    readonly more?: AnswerRecord;
  },
  scope: AnswerScope,
): void {
  const arn = scope.id(balancer.id);
  const { type, subnets, network, addressOf } = given;
  for (const subnet of subnets) {
    const wanted = addressOf?.(subnet)?.['PrivateIPv4Address'];
    scope.interface(balancer, {
      key: subnet,
      subnet,
      groups: given.groups,
      type:
        type === 'network'
          ? 'network_load_balancer'
          : type === 'gateway'
            ? 'gateway_load_balancer'
            : 'interface',
      description: `ELB ${arn.replace(/^.*:loadbalancer\//, '')}`,
      isManaged: true,
      ...(typeof wanted === 'string' ? { address: wanted } : {}),
    });
  }
  scope.add('LoadBalancers', {
    AvailabilityZones: subnets.map((subnet) => {
      const address = addressOf?.(subnet);
      return {
        LoadBalancerAddresses: address === undefined ? [] : [address],
        SubnetId: scope.id(subnet),
        ZoneName: known(scope.zoneOf(subnet)) || `${scope.region}a`,
      };
    }),
    CanonicalHostedZoneId: 'Z14GRHDCWA56QT',
    DNSName: given.dnsName === '' ? undefined : given.dnsName,
    IpAddressType: given.ipAddressType,
    LoadBalancerArn: arn,
    LoadBalancerName: nameIn(balancer),
    Scheme: type === 'gateway' ? undefined : given.scheme,
    SecurityGroups: type === 'gateway' ? undefined : given.groups.map((group) => group['GroupId']),
    State: { Code: 'active' },
    Type: type,
    VpcId: scope.id(network ?? null),
    ...given.more,
  });
  for (const [Key, Value] of Object.entries(given.attributes))
    scope.add('elbv2 describe-load-balancer-attributes Attributes', { Key, Value }, arn);
  scope.asked('elbv2 describe-load-balancer-attributes Attributes', arn);
  scope.asked('Listeners', arn);
  addTags(balancer, arn, scope);
}

export function addTags(of: Resource, arn: string, scope: AnswerScope): void {
  scope.add('TagDescriptions', { ResourceArn: arn, Tags: scope.tags(of) }, arn);
}

/** The listeners by the keys of their rows: `otherwise` is the action of one without a group; without it, none is made. */
export function addListeners(
  balancer: Resource,
  listeners: Rows<Listener>,
  otherwise: AnswerRecord | undefined,
  scope: AnswerScope,
): ReadonlyMap<string, string> {
  const arns = new Map<string, string>();
  for (const [key, { protocol, port, targetGroup, others }] of Object.entries(listeners)) {
    if (isUnknown(targetGroup)) continue;
    const groups = [targetGroup, ...Object.keys(others)].flatMap((id) => scope.id(id) || []);
    const [first, ...more] = groups;
    if (first === undefined && otherwise === undefined) continue;
    const arn = `${scope.id(balancer.id).replace(':loadbalancer/', ':listener/')}/${madeDigits(`${balancer.id} ${key}`)}`;
    arns.set(key, arn);
    scope.add(
      'Listeners',
      {
        DefaultActions: [first === undefined ? otherwise : forward(first, more)],
        ListenerArn: arn,
        LoadBalancerArn: scope.id(balancer.id),
        Port: known(port),
        Protocol: known(protocol),
      },
      scope.id(balancer.id),
    );
  }
  return arns;
}

export function forward(first: string, others: readonly string[]): AnswerRecord {
  const TargetGroups = [first, ...others].map((TargetGroupArn) => ({ TargetGroupArn, Weight: 1 }));
  return {
    ForwardConfig: { TargetGroups },
    ...(others.length === 0 ? { TargetGroupArn: first } : {}),
    Type: 'forward',
  };
}

/** The id of a target: an instance's, or the address that something has. Empty for what has none. */
export function targetIdOf(target: Resource | undefined, isByAddress: boolean, scope: AnswerScope): string {
  if (target === undefined) return '';
  if (!isByAddress) return scope.id(target.id);
  const subnet = target.parentId;
  if (subnet === null) return '';
  const wanted =
    'privateIp' in target.props && typeof target.props.privateIp === 'string' ? target.props.privateIp : '';
  // The key of the interface whose address it is: an instance has a primary one, an interface is its own.
  const [isInterface] = [scope.id(target.id).startsWith('eni-')];
  return scope.address(`${target.id} ${isInterface ? '' : 'primary'}`, subnet, wanted);
}
