import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  instance,
  networkAcl,
  networkLoadBalancer,
  region,
  securityGroup,
  subnet,
  targetGroup,
} from '../../../testing/facts';
import { at80, behindNlb, open, place, web } from '../../../testing/loadBalancers';
import { traceOf } from '../../../testing/traceOf';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
describe('LB3 security groups of a Network Load Balancer', () => {
  const nlbGroup = securityGroup('NlbGroup', 'Vpc', {
    in: [allow('tcp', 80, '10.0.9.0/24')],
    out: [allow('tcp', 80, '10.0.0.0/24')],
  });
  const guarded = { securityGroups: ['NlbGroup'] };

  test('without any, every client gets in', () => {
    expect(traceOf([...behindNlb(), web], 'Client', 'Nlb', at80).verdict).toBe('reachable');
  });

  test('with some, their inbound rules are asked', () => {
    const facts = [...behindNlb({}, guarded), nlbGroup, web, instance('Stranger', 'C')];

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('reachable');
    expect(traceOf(facts, 'Stranger', 'Nlb', at80).blockedBy[0]).toMatchObject({
      resource: 'NlbGroup',
      at: 'Nlb',
      code: 'denied-by-security-group',
    });
  });

  test('their outbound rules are asked on the way to the target', () => {
    const closed = securityGroup('NlbGroup', 'Vpc', { in: [allow('tcp', 80, '0.0.0.0/0')], out: [] });

    expect(
      traceOf([...behindNlb({}, guarded), closed, web], 'Client', 'Nlb', at80).blockedBy[0],
    ).toMatchObject({
      resource: 'NlbGroup',
      at: 'Nlb',
      direction: 'forward',
      field: 'outbound',
    });
  });

  test.each([true, false])('the target recognises them, client IP preservation %s', (preservesClientIp) => {
    const facts = [
      ...behindNlb({ preservesClientIp }, guarded),
      nlbGroup,
      securityGroup('FromNlb', 'Vpc', { in: [allow('tcp', 80, { ref: 'NlbGroup' })] }),
      instance('Web', 'A', { securityGroups: ['FromNlb'] }),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html
describe('NA4 the ACLs of the load balancer’s subnets see the flow four times', () => {
  const client = aclRow(100, 'allow', 'tcp', 80, '10.0.9.0/24');
  const ephemeral = (number: number, block: string, from = 1024) =>
    aclRow(number, 'allow', 'tcp', [from, 65535], block);
  const inbound = [client, ephemeral(110, '10.0.6.0/24')];
  const outbound = [aclRow(100, 'allow', 'tcp', 80, '10.0.6.0/24'), ephemeral(110, '10.0.9.0/24')];
  const through = (rows: { readonly in: typeof inbound; readonly out: typeof outbound }, preserves = false) =>
    traceOf(
      [
        ...place.filter(({ by }) => by !== 'A'),
        subnet('A', 'Vpc', '10.0.0.0/24', { zone: `${region}a`, networkAcl: 'Acl' }),
        networkAcl('Acl', 'Vpc', rows),
        ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }, { crossZone: true }),
        subnet('D', 'Vpc', '10.0.6.128/25', { zone: `${region}a` }),
        targetGroup('Group', 'Vpc', ['Web'], { preservesClientIp: preserves }),
        instance('Web', 'D', open),
      ],
      'Client',
      'Nlb',
      at80,
    );

  test('all four being allowed, it passes', () => {
    expect(through({ in: inbound, out: outbound }).verdict).toBe('reachable');
    expect(through({ in: inbound, out: outbound }, true).verdict).toBe('reachable');
  });

  test.each([
    ['in from the client', { in: inbound.slice(1), out: outbound }, 'forward'],
    ['out to the target', { in: inbound, out: outbound.slice(1) }, 'forward'],
    ['in from the target', { in: inbound.slice(0, 1), out: outbound }, 'return'],
    ['out to the client', { in: inbound, out: outbound.slice(0, 1) }, 'return'],
  ])('%s', (_name, rows, direction) => {
    for (const preserves of [false, true])
      expect(through(rows, preserves).blockedBy[0]).toMatchObject({
        resource: 'Acl',
        code: 'denied-by-network-acl',
        direction,
      });
  });

  test('its own connections come from any port of 1024–65535', () => {
    const rows = { in: [client, ephemeral(110, '10.0.6.0/24', 32768)], out: outbound };

    expect(through(rows).blockedBy[0]).toMatchObject({ resource: 'Acl', direction: 'return' });
    expect(through(rows, true).verdict).toBe('reachable');
  });
});
