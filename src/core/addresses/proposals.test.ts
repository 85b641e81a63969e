import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { blockOf, blockText, overlaps, type Block } from '../../lib/cidr';
import { drawn } from '../../testing/kindFacts';
import { runCommand, type CommandCall } from '../commands';
import type { Document } from '../model/document';
import { box, type Box } from '../model/sketch';
import { addressPlan, blockOfSubnet } from './addressPlan';
import { giveBlock, mended } from './changes';
import { refusalOf } from './judge';
import { faultsOf, nextFree } from './proposals';

const drawnVpc = (vpc: Parameters<typeof box<'vpc'>>[2], ...inside: readonly Box[]) =>
  drawn(catalog, box('vpc', 'Vpc', vpc, ...inside));

function planOf(document: Document) {
  const plan = addressPlan(catalog, document, 'Vpc');
  if (plan === undefined) throw new Error('Vpc is no network');
  return plan;
}

const block = (text: string): Block => {
  const found = blockOf(text);
  if (found === undefined) throw new Error(`${text} is no block`);
  return found;
};

const after = (document: Document, calls: readonly CommandCall[]): Document =>
  calls.reduce((sofar, call) => runCommand({ catalog }, sofar, call), document);

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
describe('a subnet is refused a block', () => {
  const document = drawnVpc(
    { cidr: '10.0.0.0/20' },
    box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'App', { privateIp: '10.0.0.200' })),
    box('subnet', 'B', { cidr: '10.0.1.0/24' }),
    box('subnet', 'Tasks', { cidr: '10.0.2.0/24' }, box('ecs-service', 'Many', { desiredCount: 30 })),
  );

  test.each([
    ['A', '10.0.0.0/15', 'AWS takes CIDR blocks of /16 to /28, not 10.0.0.0/15'],
    ['A', '10.0.0.192/29', 'AWS takes CIDR blocks of /16 to /28, not 10.0.0.192/29'],
    ['A', '10.0.16.0/24', '10.0.16.0/24 is not inside a CIDR block of Vpc'],
    ['A', '10.0.0.0/23', '10.0.0.0/23 overlaps B (10.0.1.0/24)'],
    [
      'A',
      '10.0.0.0/25',
      'the address 10.0.0.200, which is set on one of its resources, would not be in 10.0.0.0/25',
    ],
    ['Tasks', '10.0.2.0/27', '10.0.2.0/27 has 27 usable addresses, and 30 are taken'],
    [null, '10.0.1.128/25', '10.0.1.128/25 overlaps B (10.0.1.0/24)'],
  ])('%s: %s', (id, text, expected) => {
    expect(refusalOf(planOf(document), id, block(text))?.en).toBe(expected);
  });

  test('whose reserved addresses somebody has', () => {
    const atEnd = drawnVpc(
      { cidr: '10.0.0.0/20' },
      box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'App', { privateIp: '10.0.0.127' })),
    );

    expect(refusalOf(planOf(atEnd), 'A', block('10.0.0.0/25'))?.en).toBe(
      'AWS reserves 10.0.0.127 in 10.0.0.0/25, and it is set on one of its resources',
    );
  });

  test('but may have one that holds all, and grow though there is still too little room', () => {
    const crowded = drawnVpc(
      { cidr: '10.0.0.0/20' },
      box('subnet', 'A', { cidr: '10.0.0.0/28' }, box('ecs-service', 'Many', { desiredCount: 60 })),
    );

    expect(refusalOf(planOf(document), 'A', block('10.0.0.128/25'))).toBeUndefined();
    expect(refusalOf(planOf(document), 'Tasks', block('10.0.2.0/26'))).toBeUndefined();
    expect(refusalOf(planOf(crowded), 'A', block('10.0.0.0/27'))).toBeUndefined();
  });

  test('in a block that the VPC itself cannot have', () => {
    const refused = drawnVpc({ cidr: '10.0.0.0/16', secondaryCidrs: { other: { cidr: '192.168.0.0/24' } } });

    expect(refusalOf(planOf(refused), null, block('192.168.0.0/26'))?.en).toContain(
      'cannot have the secondary CIDR block 192.168.0.0/24',
    );
    expect(nextFree(planOf(refused), 4, 24)?.block).toEqual(block('10.0.0.0/24'));
  });
});

describe('the next free block', () => {
  test('is the first of that size, in the next block of the VPC when the first is full', () => {
    const document = drawnVpc(
      { cidr: '10.0.0.0/23', secondaryCidrs: { more: { cidr: '10.1.0.0/16' } } },
      box('subnet', 'A', { cidr: '10.0.0.0/24' }),
      box('subnet', 'B', { cidr: '10.0.1.0/25' }),
    );

    const found = [24, 25, 28].map((prefix) => nextFree(planOf(document), 4, prefix)?.block);

    expect(found.map((each) => each && blockText(each))).toEqual([
      '10.1.0.0/24',
      '10.0.1.128/25',
      '10.0.1.128/28',
    ]);
    expect(nextFree(planOf(document), 6, 64)).toBeUndefined();
  });

  test('is never one that is refused', () => {
    const parts = fc.array(
      fc.tuple(fc.nat(255), fc.integer({ min: 20, max: 28 })).map(([third, prefix]) => {
        const size = 1n << BigInt(32 - prefix);
        const first = 0x0a000000n + ((BigInt(third) << 8n) / size) * size;
        return blockText({ family: 4, first, prefix });
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 16, max: 28 }), (texts, prefix) => {
        const plan = planOf(
          drawnVpc(
            { cidr: '10.0.0.0/16' },
            ...texts.map((cidr, index) => box('subnet', `S${index}`, { cidr })),
          ),
        );

        const free = nextFree(plan, 4, prefix);

        if (free === undefined) return;
        expect(free.block.prefix).toBe(prefix);
        expect(refusalOf(plan, null, free.block)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is wrong with a plan', () => {
  const cases: readonly (readonly [string, Document, string])[] = [
    [
      'two subnets share addresses',
      drawnVpc(
        { cidr: '10.0.0.0/16' },
        box('subnet', 'A', { cidr: '10.0.0.0/24' }),
        box('subnet', 'B', { cidr: '10.0.0.128/25' }),
      ),
      'B: 10.0.0.128/25 overlaps A (10.0.0.0/24)',
    ],
    [
      'a subnet is outside the VPC',
      drawnVpc({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.1.0.0/24' })),
      'A: 10.1.0.0/24 is not inside Vpc',
    ],
    [
      'a subnet is larger than the VPC',
      drawnVpc({ cidr: '10.0.0.0/24' }, box('subnet', 'A', { cidr: '10.0.0.0/20' })),
      'A: 10.0.0.0/20 is not inside Vpc',
    ],
    [
      'a subnet is too small for AWS',
      drawnVpc({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/30' })),
      'A: AWS takes CIDR blocks of /16 to /28, not 10.0.0.0/30',
    ],
    [
      'a block is none',
      drawnVpc({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: 'ten' })),
      'A: “ten” is not an IPv4 CIDR block',
    ],
    [
      'two subnets take one /64',
      drawnVpc(
        { cidr: '10.0.0.0/16', ipv6: true },
        box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 4 }),
        box('subnet', 'B', { cidr: '10.0.1.0/24', ipv6: 4 }),
      ),
      'B: /64 #4 overlaps A (/64 #4)',
    ],
    [
      'there is no such /64',
      drawnVpc({ cidr: '10.0.0.0/16', ipv6: true }, box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 256 })),
      'A: there is no /64 number 256 in Vpc',
    ],
    [
      'the VPC has no IPv6',
      drawnVpc({ cidr: '10.0.0.0/16' }, box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 4 })),
      'A takes the IPv6 /64 number 4, and Vpc has no IPv6 block',
    ],
  ];

  test.each(cases)('is said, and mended by one change, where %s', (_, document, says) => {
    const [fault, ...others] = faultsOf(planOf(document));

    expect(fault?.says.en).toBe(says);
    expect(others).toEqual([]);
    if (fault?.mend === undefined) throw new Error('nothing is proposed');
    const next = after(document, mended(catalog, document, 'Vpc', fault.id, fault.mend));
    expect(faultsOf(planOf(next))).toEqual([]);
  });

  test('is not guessed at where a block is not known', () => {
    const unknown = { unknown: { en: 'from a pool', ja: 'プールから' } };
    const document = drawnVpc(
      { cidr: unknown },
      box('subnet', 'A', { cidr: '10.0.0.0/24' }),
      box('subnet', 'B', { cidr: unknown }),
    );

    expect(faultsOf(planOf(document))).toEqual([]);
  });

  test('has no proposal where there is no room', () => {
    const document = drawnVpc(
      { cidr: '10.0.0.0/28' },
      box('subnet', 'A', { cidr: '10.0.0.0/28' }),
      box('subnet', 'B', { cidr: '10.0.0.0/28' }),
    );

    expect(faultsOf(planOf(document))).toMatchObject([{ id: 'B' }]);
    expect(faultsOf(planOf(document))[0]?.mend).toBeUndefined();
  });

  test('is mended by a block that still holds what is in the subnet', () => {
    const document = drawnVpc(
      { cidr: '10.0.0.0/24' },
      box('subnet', 'A', { cidr: '10.0.0.0/25' }),
      box('subnet', 'B', { cidr: '10.0.0.0/24' }, box('ecs-service', 'Many', { desiredCount: 100 })),
    );

    const [fault] = faultsOf(planOf(document));

    expect(fault?.mend?.give === 'block' && blockText(fault.mend.place.block)).toBe('10.0.0.128/25');
  });
});

test('a block that is given is the one that the plan shows then, in both versions of IP', () => {
  const document = drawnVpc(
    { cidr: '10.0.0.0/16', ipv6: true },
    box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 0 }),
  );
  const [ipv4, ipv6] = planOf(document).spaces;
  const number9 = { family: 6, first: (ipv6?.block.first ?? 0n) + (9n << 64n), prefix: 64 } as const;

  const next = after(document, [
    ...giveBlock(catalog, document, 'A', ipv4?.block ?? number9, block('10.0.8.0/22')),
    ...giveBlock(catalog, document, 'A', ipv6?.block ?? number9, number9),
  ]);

  const [subnet] = planOf(next).subnets;
  expect(subnet && blockOfSubnet(subnet, 4)).toEqual(block('10.0.8.0/22'));
  expect(subnet && overlaps(blockOfSubnet(subnet, 6) ?? number9, number9)).toBe(true);
  expect(subnet?.number).toBe(9);
  expect(giveBlock(catalog, document, 'Vpc', number9, number9)).toEqual([]);
});
