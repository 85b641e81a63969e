import { describe, expect, test } from 'vitest';
import {
  applicationLoadBalancer,
  instance,
  internetGateway,
  natGateway,
  region,
  routeTable,
  subnet,
  targetGroup,
} from '../../../testing/facts';
import { open, place, web } from '../../../testing/loadBalancers';
import { traceOf } from '../../../testing/traceOf';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
describe('an internet-facing load balancer', () => {
  const front = (routes: Readonly<Record<string, string>>, gateway: string | null = 'Vpc'): Fact[] => [
    ...place,
    internetGateway('Igw', gateway),
    routeTable('Public', 'Vpc', routes),
    subnet('EdgeA', 'Vpc', '10.0.3.0/24', { zone: `${region}a`, routeTable: 'Public' }),
    subnet('EdgeC', 'Vpc', '10.0.4.0/24', { zone: `${region}c`, routeTable: 'Public' }),
    ...applicationLoadBalancer(
      'Alb',
      'Vpc',
      ['EdgeA', 'EdgeC'],
      { 'HTTPS 443': 'Group' },
      {
        scheme: 'internet-facing',
        ...open,
      },
    ),
    targetGroup('Group', 'Vpc', ['Web'], { protocol: 'HTTP' }),
    web,
  ];
  const out = { '0.0.0.0/0': 'Igw' };

  test('is reachable from the internet, and its targets need no way there', () => {
    expect(traceOf(front(out), 'internet', 'Alb').verdict).toBe('reachable');
  });

  test('needs a route to the internet gateway for its answers', () => {
    expect(traceOf(front({}), 'internet', 'Alb').blockedBy[0]).toMatchObject({
      resource: 'Public',
      code: 'no-route',
      direction: 'return',
    });
  });

  test('cannot be created without an internet gateway', () => {
    const trace = traceOf(front(out, null), 'Client', { resource: 'Alb', address: '10.0.3.9' });

    expect(trace.blockedBy[0]).toMatchObject({ resource: 'Alb', code: 'cannot-be-created', field: 'scheme' });
  });

  test('is found by its public addresses from inside its VPC, too', () => {
    const facts = [
      ...front(out),
      subnet('Behind', 'Vpc', '10.0.5.0/24', { routeTable: 'Private' }),
      routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      natGateway('Nat', 'EdgeA'),
      instance('Inside', 'Behind'),
    ];

    const through = traceOf(facts, 'Inside', 'Alb');

    expect(through.verdict).toBe('reachable');
    expect(through.forward.steps.map(({ at }) => at)).toContain('Nat');
    expect(traceOf(front(out), 'Client', 'Alb').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      code: 'no-route',
    });
  });

  test('an internal one is not reachable from the internet', () => {
    const facts = front(out).map((fact): Fact =>
      fact.fact === 'load-balancer' ? { ...fact, scheme: 'internal' } : fact,
    );

    expect(traceOf(facts, 'internet', 'Alb').blockedBy[0]).toMatchObject({ code: 'no-public-address' });
  });
});
