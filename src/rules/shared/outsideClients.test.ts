/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html */
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import type { PropsOf } from '../../core/model/kinds';
import { box, sketch, type Box } from '../../core/model/sketch';
import { validate } from '../../core/rules/validate';

const worn = { securityGroups: { Group: true } } as const;

/** What is offered against a group that lets every address in on all ports, by who wears it. */
function offered(...inside: readonly Box[]): readonly string[] {
  const group = box('security-group', 'Group', {
    inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
  });
  const subnet = box('subnet', 'Subnet', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }, ...inside);
  const document = fromSketch(
    catalog,
    sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('internet-gateway', 'Igw'), subnet, group)),
  );
  const { findings } = validate(catalog, rules, document);
  const found = findings.find(({ rule }) => rule === 'security-group-open-to-world');
  return (found?.fixes ?? []).map(({ title }) => title.en);
}

const balanced = (
  scheme: 'internal' | 'internet-facing',
  group: Partial<PropsOf<'target-group'>>,
): readonly Box[] => [
  box('network-load-balancer', 'Nlb', {
    scheme,
    listeners: { one: { protocol: 'TCP', port: 80, targetGroup: 'Targets', others: {} } },
  }),
  box('instance', 'Web', { ...worn, publicIp: 'no', privateIp: '10.0.0.10' }),
  box('target-group', 'Targets', { protocol: 'TCP', port: 80, ...group }),
];
const asInstance: Partial<PropsOf<'target-group'>> = {
  targetType: 'instance',
  targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
};
const asAddress: Partial<PropsOf<'target-group'>> = {
  targetType: 'ip',
  targets: { web: { target: '10.0.0.10', port: null, zone: '' } },
};

test.each<readonly [string, readonly Box[]]>([
  ['nobody', []],
  ['an internal load balancer', [box('application-load-balancer', 'Alb', { ...worn, scheme: 'internal' })]],
  ['an instance without a public address', [box('instance', 'Web', { ...worn, publicIp: 'no' })]],
  ['a function', [box('lambda-function', 'Function', worn)]],
  ['a target of an internal load balancer', balanced('internal', asInstance)],
  ['a target that does not see who is asking', balanced('internet-facing', asAddress)],
  [
    'a target for which that is switched off',
    balanced('internet-facing', { ...asInstance, preserveClientIp: 'off' }),
  ],
])('to let the VPC in only is offered for the group of %s', (_, inside) => {
  expect(offered(...inside)).toEqual(['Allow it from 10.0.0.0/16 only', 'Delete the rule']);
});

test.each<readonly [string, readonly Box[]]>([
  [
    'an internet-facing Application Load Balancer',
    [box('application-load-balancer', 'Alb', { ...worn, scheme: 'internet-facing' })],
  ],
  [
    'an internet-facing Network Load Balancer',
    [box('network-load-balancer', 'Nlb', { ...worn, scheme: 'internet-facing' })],
  ],
  ['an instance with a public address', [box('instance', 'Web', { ...worn, publicIp: 'yes' })]],
  [
    'a load balancer of which nobody knows whom it faces',
    [box('application-load-balancer', 'Alb', { ...worn, scheme: { unknown: { en: '?', ja: '?' } } })],
  ],
  ['a target that sees who is asking', balanced('internet-facing', asInstance)],
  [
    'a target registered by its address for which that is switched on',
    balanced('internet-facing', { ...asAddress, preserveClientIp: 'on' }),
  ],
  [
    'a target of UDP, which always sees it',
    balanced('internet-facing', { ...asAddress, protocol: 'UDP', preserveClientIp: 'off' }),
  ],
])('to let the VPC in only is not offered for the group of %s', (_, inside) => {
  expect(offered(...inside)).toEqual(['Delete the rule']);
});

test('a group that is only named as a source by another is not taken for worn by it', () => {
  const other = box('security-group', 'Other', {
    inbound: { from: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: { ref: 'Group' } } },
  });
  const exposed = box('instance', 'Web', { securityGroups: { Other: true }, publicIp: 'yes' });

  expect(offered(other, exposed)).toContain('Allow it from 10.0.0.0/16 only');
});
