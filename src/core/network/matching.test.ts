/** The small tools of the engine: address classes, port ranges, names of services. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, blockOf, containsAddress } from '../../lib/cidr';
import type { Block } from '../../lib/cidr';
import { blockCovers, isPublic, standIns } from './address';
import { mentionedBlocks, publicRepresentative, representativesIn, reservedIn } from './addressClasses';
import { intersection, partMatched, without, type PortRange } from './ports';
import { fullServiceName, hasGatewayEndpoint, hostOf, isAwsHost, serviceOfHost } from './serviceNames';

const block = (text: string): Block => {
  const found = blockOf(text);
  if (found === undefined) throw new Error(`not a block: ${text}`);
  return found;
};

/** A block inside 10.0.0.0/24. */
const inside = fc.tuple(fc.integer({ min: 24, max: 32 }), fc.nat(255)).map(([prefix, host]): Block => {
  const shift = BigInt(32 - prefix);
  return { family: 4, prefix, first: ((block('10.0.0.0/24').first + BigInt(host)) >> shift) << shift };
});

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
test('a block that Amazon assigns to one VPC covers no address of another', () => {
  const assigned = (number: bigint): Block => ({
    ...standIns,
    first: standIns.first + (number << 72n),
    prefix: 56,
  });
  const host = { family: 6, value: assigned(1n).first + 4n, is: { as: 'assigned' }, owner: null } as const;

  expect(blockCovers(assigned(1n), host)).toBe('yes');
  expect(blockCovers(assigned(2n), host)).toBe('no');
  expect(blockCovers(block('2600:1f00::/24'), host)).toBe('unlikely');
});

describe('classes of addresses', () => {
  test('every free address has a representative that the design cannot tell apart from it', () => {
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 6 }), fc.nat(255), (blocks, host) => {
        const all = block('10.0.0.0/24');
        const taken = reservedIn(all);
        const address = { family: 4, value: all.first + BigInt(host) } as const;
        fc.pre(!taken.includes(address.value));
        const covered = (value: bigint) => blocks.map((each) => containsAddress(each, { family: 4, value }));

        const found = representativesIn(all, mentionedBlocks(blocks), taken);

        expect(found.map(covered)).toContainEqual(covered(address.value));
        expect(found.some((value) => taken.includes(value))).toBe(false);
      }),
    );
  });

  test('"any public address" is public, and in no block that is mentioned by itself', () => {
    const blocks = ['0.0.0.0/0', '1.0.0.0/8', '10.0.0.0/16', '203.0.113.7/32'].map(block);
    const value = publicRepresentative(4, mentionedBlocks(blocks), [block('10.0.0.0/16')]);

    expect(isPublic({ family: 4, value })).toBe(true);
    expect(blocks.slice(1).some((each) => containsAddress(each, { family: 4, value }))).toBe(false);
  });

  test('the larger half speaks for the internet where the design cuts it in two', () => {
    const value = publicRepresentative(4, mentionedBlocks([block('128.0.0.0/1'), block('0.0.0.0/2')]), []);

    expect(containsAddress(block('128.0.0.0/1'), { family: 4, value })).toBe(true);
  });

  test.each(['10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.1.1', 'fd00::1', '::1', '64:ff9b::1'])(
    '%s is not public',
    (text) => {
      const address = addressOf(text);

      expect(address !== undefined && isPublic(address)).toBe(false);
    },
  );
});

describe('port ranges', () => {
  const range = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): PortRange => [Math.min(a, b), Math.max(a, b)]);
  const has = (ranges: readonly PortRange[], port: number) =>
    ranges.some(([from, to]) => from <= port && port <= to);

  test('what is left without a range has none of its ports and all of the others', () => {
    fc.assert(
      fc.property(range, range, fc.nat(20), (all, taken, port) => {
        expect(has(without([all], taken), port)).toBe(has([all], port) && !has([taken], port));
        expect(has([intersection(all, taken) ?? [1, 0]], port)).toBe(has([all], port) && has([taken], port));
      }),
    );
  });

  test('a row without ports means all of them, one with a lower end alone means that port', () => {
    const tcp = { protocol: 'tcp', ports: [0, 65535] } as const;

    expect(partMatched({ protocol: 'tcp', fromPort: null, toPort: null }, tcp)?.ports).toEqual([0, 65535]);
    expect(partMatched({ protocol: 'tcp', fromPort: 22, toPort: null }, tcp)?.ports).toEqual([22, 22]);
    expect(partMatched({ protocol: 'tcp', fromPort: 90, toPort: 80 }, tcp)).toBeUndefined();
    expect(partMatched({ protocol: 'udp', fromPort: null, toPort: null }, tcp)).toBeUndefined();
  });
});

// https://docs.aws.amazon.com/general/latest/gr/rande.html
describe('names of services', () => {
  const names = [
    's3',
    'dynamodb',
    'ssm',
    'ssmmessages',
    'ec2messages',
    'sqs',
    'sns',
    'ecr.api',
    'ecr.dkr',
    'logs',
    'kms',
  ];
  const more = [
    'monitoring',
    'states',
    'email-smtp',
    'secretsmanager',
    'sts',
    'kinesis-streams',
    'sagemaker.runtime',
  ];

  test.each([...names, ...more])('the host of %s leads back to it', (name) => {
    const full = fullServiceName(name, 'ap-northeast-1');

    expect(serviceOfHost(hostOf(full))).toBe(full);
  });

  test.each([
    ['com.amazonaws.ap-northeast-1.ecr.api', 'api.ecr.ap-northeast-1.amazonaws.com'],
    ['com.amazonaws.eu-west-1.kinesis-streams', 'kinesis.eu-west-1.amazonaws.com'],
    ['cn.com.amazonaws.cn-north-1.ssm', 'ssm.cn-north-1.amazonaws.com.cn'],
  ])('%s is %s', (full, host) => {
    expect(hostOf(full)).toBe(host);
  });

  test.each([
    ['bucket.s3.ap-northeast-1.amazonaws.com', 'com.amazonaws.ap-northeast-1.s3'],
    ['bucket.s3.amazonaws.com', 'com.amazonaws.us-east-1.s3'],
    ['sts.amazonaws.com', 'com.amazonaws.us-east-1.sts'],
    ['iam.amazonaws.com', 'com.amazonaws.iam'],
    ['bucket.s3.dualstack.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.s3'],
    ['123456789012.s3-control.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.s3'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.ecr.dkr'],
    ['abc123.execute-api.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.execute-api'],
    ['ssm-fips.us-east-1.amazonaws.com', 'com.amazonaws.us-east-1.ssm-fips'],
    ['ssm.eu-west-1.api.aws', 'com.amazonaws.eu-west-1.ssm'],
    ['qbusiness.us-east-1.api.aws', 'aws.api.us-east-1.qbusiness'],
    ['brandnew.eu-west-1.amazonaws.com', 'com.amazonaws.eu-west-1.brandnew'],
  ])('%s lies below %s', (host, full) => {
    expect(serviceOfHost(host)).toBe(full);
  });

  test('GE1 three services have gateway endpoints', () => {
    expect(names.filter((name) => hasGatewayEndpoint(fullServiceName(name, 'us-east-1')))).toEqual([
      's3',
      'dynamodb',
    ]);
    expect(hasGatewayEndpoint('com.amazonaws.us-east-1.s3express')).toBe(true);
  });

  test('other host names are no services', () => {
    expect(serviceOfHost('example.com')).toBeUndefined();
    expect(serviceOfHost('amazonaws.com.example.org')).toBeUndefined();
  });

  test.each([
    'db.abc123.eu-west-1.rds.amazonaws.com',
    'internal-app-123.eu-west-1.elb.amazonaws.com',
    'nlb-123.elb.eu-west-1.amazonaws.com',
    'fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com',
    'vpce-0123-abcd.ssm.eu-west-1.vpce.amazonaws.com',
  ])('the name of a resource is no service: %s', (host) => {
    expect(serviceOfHost(host)).toBeUndefined();
    expect(isAwsHost(host)).toBe(true);
  });
});
