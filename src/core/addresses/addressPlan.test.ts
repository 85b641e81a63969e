import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { drawn } from '../../testing/kindFacts';
import { blockText } from '../../lib/cidr';
import { box, type Box } from '../model/sketch';
import { addressPlan } from './addressPlan';

function planOf(vpc: Parameters<typeof box<'vpc'>>[2], ...inside: readonly Box[]) {
  return planIn(drawn(catalog, box('vpc', 'Vpc', vpc, ...inside)));
}

function planIn(document: ReturnType<typeof drawn>) {
  const plan = addressPlan(catalog, document, 'Vpc');
  if (plan === undefined) throw new Error('Vpc is no network');
  return plan;
}

const told = (plan: ReturnType<typeof planOf>) =>
  plan.spaces.map(({ block, parts, free }) => ({
    block: blockText(block),
    parts: parts.map((part) => `${part.id} ${blockText(part.block)}`),
    free: free.map(blockText),
  }));

describe('the plan of a VPC', () => {
  test('has each of its blocks with the subnets in it and what is free between them', () => {
    const plan = planOf(
      { cidr: '10.0.0.0/22', secondaryCidrs: { more: { cidr: '10.1.0.0/24' } } },
      box('subnet', 'A', { cidr: '10.0.1.0/24' }),
      box('subnet', 'B', { cidr: '10.1.0.128/25' }),
    );

    expect(told(plan)).toEqual([
      { block: '10.0.0.0/22', parts: ['A 10.0.1.0/24'], free: ['10.0.0.0/24', '10.0.2.0/23'] },
      { block: '10.1.0.0/24', parts: ['B 10.1.0.128/25'], free: ['10.1.0.0/25'] },
    ]);
  });

  test('has the /64 numbers of its IPv6 block', () => {
    const plan = planOf(
      { cidr: '10.0.0.0/24', ipv6: true },
      box('subnet', 'A', { cidr: '10.0.0.0/25', ipv6: 0 }),
      box('subnet', 'B', { cidr: '', ipv6: 255, ipv6Native: true }),
    );

    const [, ipv6] = plan.spaces;
    expect(ipv6?.block.prefix).toBe(56);
    expect(ipv6?.parts.map(({ id }) => id)).toEqual(['A', 'B']);
    // 254 are free: from 1 to 254, cut where the powers of two ask for it.
    expect(ipv6?.free.reduce((sum, { prefix }) => sum + 2 ** (64 - prefix), 0)).toBe(254);
  });

  test('tells which of two subnets with the same addresses AWS refuses: the later one', () => {
    const plan = planOf(
      { cidr: '10.0.0.0/16' },
      box('subnet', 'Inner', { cidr: '10.0.1.0/24' }),
      box('subnet', 'Outer', { cidr: '10.0.0.0/22' }),
      box('subnet', 'Apart', { cidr: '10.0.4.0/24' }),
    );

    expect(plan.spaces[0]?.parts.map(({ id, clash }) => [id, clash])).toEqual([
      ['Inner', null],
      ['Outer', 'Inner'],
      ['Apart', null],
    ]);
  });

  test('says why AWS does not take one of its blocks', () => {
    const plan = planOf({ cidr: '10.0.0.0/16', secondaryCidrs: { twice: { cidr: '10.0.4.0/24' } } });

    expect(plan.spaces.map(({ fault }) => fault?.en)).toEqual([
      undefined,
      'Vpc cannot have the secondary CIDR block 10.0.4.0/24: it overlaps the block 10.0.0.0/16 of the same VPC',
    ]);
  });

  test('is not complete where a block comes from a pool', () => {
    const unknown = { unknown: { en: 'from a pool', ja: 'プールから' } };

    const plan = planOf({ cidr: unknown }, box('subnet', 'A', { cidr: unknown, ipv6: 3 }));

    expect(plan.complete).toEqual({ 4: false, 6: true });
    expect(plan.spaces).toEqual([]);
    expect(plan.subnets[0]).toMatchObject({ ipv4: unknown, ipv6: null, number: 3, usable: 0 });
  });

  test('takes a block as AWS does, which clears the bits behind the prefix', () => {
    const plan = planOf({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.1.77/24' }));

    expect(told(plan)[0]?.parts).toEqual(['A 10.0.1.0/24']);
  });

  test('leaves out the subnets of other VPCs, and there is none of what is no VPC', () => {
    const document = drawn(
      catalog,
      box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/24' })),
      box('vpc', 'Other', { cidr: '10.1.0.0/16' }, box('subnet', 'B', { cidr: '10.1.0.0/24' })),
    );

    expect(planIn(document).subnets.map(({ id }) => id)).toEqual(['A']);
    expect(addressPlan(catalog, document, 'A')).toBeUndefined();
    expect(addressPlan(catalog, document, 'nobody')).toBeUndefined();
  });
});

describe('what takes addresses of a subnet', () => {
  const uses = (...inside: readonly Box[]) => {
    const plan = planOf({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/24' }, ...inside));
    return plan.subnets[0]?.uses.map(({ by, count, atLeast }) => [by, count, atLeast]);
  };

  // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
  test('five of every subnet are reserved by AWS', () => {
    const plan = planOf({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/28' }));

    expect(plan.subnets[0]).toMatchObject({ usable: 11, taken: 0 });
  });

  test.each<[string, Box, readonly (string | number | boolean)[][]]>([
    ['an instance takes one', box('instance', 'App'), [['App', 1, false]]],
    [
      'further addresses of an instance are taken as well',
      box('instance', 'App', {
        privateIp: '10.0.0.10',
        furtherIps: { a: { address: '10.0.0.11' }, b: { address: '10.0.0.12' } },
      }),
      [['App', 3, false]],
    ],
    ['a NAT gateway takes one', box('nat-gateway', 'Nat'), [['Nat', 1, false]]],
    [
      'an interface endpoint takes one in each of its subnets',
      box('interface-endpoint', 'Sqs', { service: 'sqs' }),
      [['Sqs', 1, false]],
    ],
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html
    [
      'an Application Load Balancer keeps eight free',
      box('application-load-balancer', 'Alb'),
      [['Alb', 8, false]],
    ],
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html
    [
      'every task of a service has its own',
      box('ecs-service', 'Tasks', { desiredCount: 12 }),
      [['Tasks', 12, false]],
    ],
    [
      'of a number that nobody knows there is at least one',
      box('ecs-service', 'Tasks', { desiredCount: { unknown: { en: 'a parameter', ja: 'パラメータ' } } }),
      [['Tasks', 1, true]],
    ],
    ['a gateway endpoint takes none', box('gateway-endpoint', 'S3', { service: 's3' }), []],
  ])('%s', (_, inside, expected) => {
    expect(uses(inside)).toEqual(expected);
  });

  // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html
  test('a Client VPN endpoint keeps twenty free wherever it is associated, though it stands outside', () => {
    const document = drawn(
      catalog,
      box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/24' })),
      box('client-vpn-endpoint', 'Vpn', { associations: { a: { subnet: 'A' } } }),
    );

    expect(planIn(document).subnets[0]).toMatchObject({ taken: 20, uses: [{ by: 'Vpn', count: 20 }] });
  });

  // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
  test('an attachment to a transit gateway takes one in each of its subnets', () => {
    const document = drawn(
      catalog,
      box('transit-gateway', 'Hub'),
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'A', { cidr: '10.0.0.0/24' }),
        box('transit-gateway-attachment', 'Attachment', { transitGateway: 'Hub', subnets: { A: true } }),
      ),
    );

    expect(planIn(document).subnets[0]?.uses).toEqual([{ by: 'Attachment', count: 1, atLeast: false }]);
  });
});
