import { describe, expect, test } from 'vitest';
import {
  allow,
  instance,
  internetGateway,
  networkLoadBalancer,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
} from '../../../testing/facts';
import { at80, behindNlb, web } from '../../../testing/loadBalancers';
import { traceOf } from '../../../testing/traceOf';
import type { TargetGroupFact } from '../facts';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
describe('LB2 client IP preservation', () => {
  const fromClients = securityGroup('FromClients', 'Vpc', { in: [allow('tcp', 80, '10.0.9.0/24')] });
  const fromNodes = securityGroup('FromNodes', 'Vpc', { in: [allow('tcp', 80, '10.0.0.0/24')] });
  const verdicts = (group: Partial<TargetGroupFact>) =>
    ['FromClients', 'FromNodes'].map(
      (name) =>
        traceOf(
          [
            ...behindNlb(group, { listeners: listenersFor(group) }),
            fromClients,
            fromNodes,
            securityGroup('Udp', 'Vpc'),
            instance('Web', 'A', { securityGroups: [name] }),
          ],
          'Client',
          'Nlb',
          at80,
        ).verdict,
    );
  const listenersFor = ({ protocol = 'TCP' }: Partial<TargetGroupFact>) => ({
    a: { protocol, port: 80, targetGroup: 'Group', others: [] },
  });

  test('instances see the client’s address, addresses that of the node', () => {
    expect(verdicts({ type: 'instance' })).toEqual(['reachable', 'blocked']);
    expect(verdicts({ type: 'ip' })).toEqual(['blocked', 'reachable']);
  });

  test('the group’s attribute decides for TCP', () => {
    expect(verdicts({ type: 'instance', preservesClientIp: false })).toEqual(['blocked', 'reachable']);
    expect(verdicts({ type: 'ip', preservesClientIp: true })).toEqual(['reachable', 'blocked']);
  });

  test('with TCP_UDP it cannot be turned off', () => {
    expect(verdicts({ type: 'ip', protocol: 'TCP_UDP', preservesClientIp: false })).toEqual([
      'reachable',
      'blocked',
    ]);
  });

  test('where it is not known, only what holds either way is known', () => {
    expect(verdicts({ preservesClientIp: unknown })).toEqual(['unknown', 'unknown']);
  });

  test('the client’s security group is not recognised at the target', () => {
    const facts = [
      ...behindNlb().filter(({ by }) => by !== 'Client'),
      instance('Client', 'Clients', { securityGroups: ['Clients group'] }),
      securityGroup('Clients group', 'Vpc'),
      securityGroup('FromGroup', 'Vpc', { in: [allow('tcp', 80, { ref: 'Clients group' })] }),
      instance('Web', 'A', { securityGroups: ['FromGroup'] }),
    ];

    expect(traceOf(facts, 'Client', 'Nlb', at80).blockedBy[0]).toMatchObject({
      resource: 'FromGroup',
      code: 'denied-by-security-group',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test('a client that is its own target fails, unless the node’s address is the source', () => {
    const loop = (group: Partial<TargetGroupFact>) => traceOf([...behindNlb(group), web], 'Web', 'Nlb', at80);

    expect(loop({}).blockedBy[0]).toMatchObject({
      code: 'gateway-rejects',
      analyzerCode: 'ELBV2_SOURCE_ADDRESS_PRESERVATION',
    });
    expect(loop({ preservesClientIp: false }).verdict).toBe('reachable');
  });

  test('the reply goes back through the node, whatever the routes of the target’s subnet say', () => {
    const facts = [
      ...behindNlb().filter(({ by }) => by !== 'Client'),
      internetGateway('Igw', 'Vpc'),
      routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      subnet('Edge', 'Vpc', '10.0.3.0/24', { zone: `${region}a`, routeTable: 'Public' }),
      ...networkLoadBalancer('Front', 'Vpc', ['Edge'], { 'TCP 80': 'Group' }, { scheme: 'internet-facing' }),
      web,
    ];

    const trace = traceOf(facts, 'internet', 'Front', at80);

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.at(-1)?.packet.source).toBe('internet');
    expect(trace.return?.disposition).toBe('delivered');
  });
});
