/** What names mean without zones and rules: to a VPC's resolver, and to the public DNS. */
import { describe, expect, test } from 'vitest';
import {
  flow,
  instance,
  internetGateway,
  routeTable,
  securityGroup,
  allow,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { NetworkFact } from '../facts';
import { compileNetwork } from '../network';
import { isHostName, isWithin, neverPublic } from './hostNames';

const design = (more: Partial<NetworkFact> = {}, block = '10.0.0.0/16', address = '10.0.0.5') => [
  vpc('Vpc', block, more),
  subnet('A', 'Vpc', block.replace('/16', '/24'), { routeTable: 'Table' }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  internetGateway('Igw', 'Vpc'),
  instance('App', 'A', { publicIpv4: true }),
  instance('Db', 'A', { privateIpv4: address, securityGroups: ['Open'] }),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
];
const asked = (dns: string, ...given: Parameters<typeof design>) =>
  compileNetwork(design(...given)).trace(flow('App', { dns }));

describe('host names', () => {
  test.each(['a', 'a.b', '_sip._tcp.example.com', 'xn--fiqs8s.asia', `${'a'.repeat(63)}.com`])(
    '%s is one',
    (host) => {
      expect(isHostName(host)).toBe(true);
    },
  );

  test.each(['', '.', 'a..b', '-a.com', 'a-.com', 'a b.com', '*.a.com', '1.2.3.4', `${'a.'.repeat(130)}com`])(
    '“%s” is none',
    (host) => {
      expect(isHostName(host)).toBe(false);
    },
  );

  test('a host lies within its own domain, those above it, and the root, and in nothing that only ends alike', () => {
    expect(
      ['db.example.com', 'example.com', 'com', ''].every((domain) => isWithin('db.example.com', domain)),
    ).toBe(true);
    expect(isWithin('myexample.com', 'example.com')).toBe(false);
    expect(isWithin('example.com', 'db.example.com')).toBe(false);
  });

  test.each(['db.internal', 'printer.local', 'localhost', 'db', 'x.home.arpa', '1.0.0.10.in-addr.arpa'])(
    'the public DNS never has %s',
    (host) => {
      expect(neverPublic(host)).toBeDefined();
    },
  );
});

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
describe('names of instances', () => {
  test('DN1 the resolver answers the private name with the address in it', () => {
    expect(asked('ip-10-0-0-5.ap-northeast-1.compute.internal')).toMatchObject({
      verdict: 'reachable',
      resolution: { answers: ['10.0.0.5'], by: 'Vpc' },
    });
    expect(asked('IP-10-0-0-5.ap-northeast-1.compute.internal.').verdict).toBe('reachable');
    expect(asked('ip-10-0-0-5.ec2.internal', { region: 'us-east-1' }).verdict).toBe('reachable');
  });

  test('DN1 a name of an address that nobody has resolves, and reaches nobody', () => {
    expect(asked('ip-10-9-9-9.ap-northeast-1.compute.internal')).toMatchObject({
      resolution: { answers: ['10.9.9.9'] },
      blockedBy: [{ code: 'gateway-rejects' }],
    });
  });

  test.each([
    'ip-10-0-0-5.ec2.internal',
    'ip-10-0-0-5.us-west-2.compute.internal',
    'ip-203-0-113-5.ap-northeast-1.compute.internal',
    'db.ap-northeast-1.compute.internal',
  ])('DN1 %s is no name in ap-northeast-1', (host) => {
    expect(asked(host)).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'unresolved-name' },
    });
  });

  test('DN1 an address outside RFC 1918 has a name in its own VPC', () => {
    const host = 'ip-100-64-0-5.ap-northeast-1.compute.internal';

    expect(asked(host, {}, '100.64.0.0/16', '100.64.0.5').verdict).toBe('reachable');
    expect(asked(host).verdict).toBe('blocked');
  });

  test('DN1 both DNS attributes are needed, and an unknown one leaves it open', () => {
    const host = 'ip-10-0-0-5.ap-northeast-1.compute.internal';

    expect(asked(host, { dnsHostnames: false }).blockedBy).toMatchObject([
      { resource: 'Vpc', field: 'dnsHostnames', code: 'unresolved-name' },
    ]);
    expect(asked(host, { dnsSupport: false }).blockedBy).toMatchObject([
      { resource: 'Vpc', field: 'dnsSupport', code: 'unresolved-name' },
    ]);
    expect(asked(host, { dnsHostnames: unknown }).verdict).toBe('unknown');
  });

  test('a name made of an instance’s id is that of an instance that the design does not tell', () => {
    expect(asked('i-0123456789abcdef0.ap-northeast-1.compute.internal').verdict).toBe('unknown');
  });
});

describe('the public DNS', () => {
  test('a name below a private top level is not resolved', () => {
    expect(asked('db.corp.internal')).toMatchObject({
      verdict: 'blocked',
      resolution: { name: 'db.corp.internal', answers: [], by: null },
      blockedBy: [{ resource: null, code: 'unresolved-name' }],
    });
  });

  test('text that is no host name is not resolved', () => {
    expect(asked('no host').forward.disposition).toBe('unresolved-name');
    expect(asked('').forward.disposition).toBe('unresolved-name');
  });

  test('names that AWS gives to resources are not known', () => {
    expect(asked('db.abc.ap-northeast-1.rds.amazonaws.com').verdict).toBe('unknown');
  });

  test('somebody outside asks the public DNS, which has no private names', () => {
    const facts = design();

    expect(
      compileNetwork(facts).trace(flow('internet', { dns: 'ip-10-0-0-5.ap-northeast-1.compute.internal' }))
        .verdict,
    ).toBe('blocked');
    expect(compileNetwork(facts).trace(flow('internet', { dns: 'example.com' })).verdict).toBe('reachable');
  });
});
