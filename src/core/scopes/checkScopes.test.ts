import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import type { ScopeExpectation } from '../model/document';
import { box, noInternetFrom, sketch, statement, type Box } from '../model/sketch';
import { networkOf } from '../network/doubts';
import { checkScopes } from './checkScopes';
import { sayResult } from './scopeWords';

type Said = Pick<ScopeExpectation, 'direction' | 'other'> & Partial<ScopeExpectation>;

/** What is found of one statement about some boxes. */
function check(boxes: readonly Box[], members: readonly string[], said: Said) {
  const document = fromSketch(catalog, sketch(...boxes, statement('s', members, { said })));
  const nameOf = (id: string) => document.resources.get(id)?.name ?? id;
  const [result] = checkScopes(catalog, document, networkOf(catalog, document, { nameOf }));
  if (result === undefined) throw new Error('nothing was checked');
  return {
    verdict: result.verdict,
    who: result.contacts.flatMap((contact) => contact.members.map(nameOf)),
    says: sayResult(result, nameOf).en,
    isCut: result.isCut,
  };
}

const toInternet: Said = { direction: 'out', other: { internet: true } };
const fromInternet: Said = { direction: 'in', other: { internet: true } };

/** A VPC with a public and a private subnet, and what stands in them. */
const vpcWith = (
  inPublic: readonly Box[],
  inPrivate: readonly Box[],
  { privateRoutes = {}, more = [] as readonly Box[] } = {},
): Box[] => [
  box(
    'vpc',
    'Vpc',
    { cidr: '10.0.0.0/16' },
    box('internet-gateway', 'Igw'),
    box(
      'subnet',
      'Public',
      { cidr: '10.0.0.0/24', routeTable: 'PublicTable', zone: 'ap-northeast-1a' },
      ...inPublic,
    ),
    box('subnet', 'PublicC', { cidr: '10.0.9.0/24', routeTable: 'PublicTable', zone: 'ap-northeast-1c' }),
    box(
      'subnet',
      'Private',
      { cidr: '10.0.1.0/24', routeTable: 'PrivateTable', zone: 'ap-northeast-1a' },
      ...inPrivate,
    ),
    box('route-table', 'PublicTable', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
    box('route-table', 'PrivateTable', { routes: privateRoutes }),
    ...more,
  ),
];

const byNat = { default: { destination: '0.0.0.0/0', target: 'Nat' } } as const;
const admits = (name: string, fromPort: number, peer: string, toPort = fromPort): Box =>
  box('security-group', name, { inbound: { row: { protocol: 'tcp', fromPort, toPort, peer } } });

describe('“nothing in here reaches the internet”', () => {
  test('holds without a way out, and is broken by a NAT gateway: those who use it are named, with the way', () => {
    const without = check(vpcWith([], [box('instance', 'Db')]), ['Private'], toInternet);
    const withNat = check(
      vpcWith([box('nat-gateway', 'Nat')], [box('instance', 'Db'), box('lambda-function', 'Job')], {
        privateRoutes: byNat,
      }),
      ['Private'],
      toInternet,
    );

    expect(without.verdict).toBe('blocked');
    expect(without.says).toBe('Nothing in Private reaches the internet, as expected');
    expect(withNat.verdict).toBe('reachable');
    expect(withNat.who.sort()).toEqual(['Db', 'Job']);
    expect(withNat.says).toContain(
      'but Db and Job do (TCP), by PrivateTable (0.0.0.0/0 → Nat), Nat, PublicTable (0.0.0.0/0 → Igw), Igw',
    );
  });

  test('is not broken by others in the VPC, nor by what stands in no part of it', () => {
    const boxes = vpcWith([box('instance', 'Web', { publicIp: 'yes' })], [box('instance', 'Db')]);

    expect(check(boxes, ['Private'], toInternet).verdict).toBe('blocked');
    expect(check(boxes, ['Vpc'], toInternet)).toMatchObject({ verdict: 'reachable', who: ['Web'] });
  });

  test('is broken by a route to one public block alone', () => {
    const boxes = vpcWith([box('nat-gateway', 'Nat')], [box('instance', 'Db')], {
      privateRoutes: { partner: { destination: '8.8.8.0/24', target: 'Nat' } },
    });

    expect(check(boxes, ['Private'], toInternet).verdict).toBe('reachable');
  });

  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
  test('counts a function that runs in several subnets wherever it has an interface, by those interfaces only', () => {
    const boxes = vpcWith(
      [box('nat-gateway', 'Nat'), box('lambda-function', 'Job', { subnets: { Private: true } })],
      [],
      { privateRoutes: byNat },
    );
    const closed = vpcWith(
      [box('ecs-service', 'Tasks', { assignPublicIp: true, subnets: { Private: true } })],
      [],
    );

    expect(check(boxes, ['Private'], toInternet)).toMatchObject({ verdict: 'reachable', who: ['Job'] });
    expect(check(closed, ['Private'], toInternet).verdict).toBe('blocked');
    expect(check(closed, ['Public'], toInternet).verdict).toBe('reachable');
  });

  test('cannot be said where the route’s target is not known', () => {
    const why = { unknown: { en: 'a parameter without a default', ja: '既定値のないパラメータ' } };
    const boxes = vpcWith([], [box('instance', 'Db')], {
      privateRoutes: { default: { destination: '0.0.0.0/0', target: why } },
    });

    const found = check(boxes, ['Private'], toInternet);

    expect(found.verdict).toBe('unknown');
    expect(found.says).toContain('cannot be said: a parameter without a default');
  });

  test('holds for a part without workloads, and says that there are none', () => {
    expect(check(vpcWith([], []), ['Private'], toInternet).says).toContain('no workload is there');
  });
});

describe('“nothing in here is reached from the internet”', () => {
  test('is broken by any port, to which a security group admits even a single block', () => {
    const web = (peer: string, port: number) =>
      vpcWith([box('instance', 'Web', { publicIp: 'yes', securityGroups: { Group: true } })], [], {
        more: [admits('Group', port, peer)],
      });

    expect(check(web('0.0.0.0/0', 8443), ['Public'], fromInternet).says).toContain(
      'but Web is (TCP 8443), by Igw, Group (ingress rule 1)',
    );
    expect(check(web('8.8.8.0/24', 22), ['Public'], fromInternet).verdict).toBe('reachable');
    expect(check(web('10.0.0.0/16', 22), ['Public'], fromInternet).verdict).toBe('blocked');
  });

  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html
  test('is broken by a load balancer that stands outside the part and leads to those in it', () => {
    const boxes = (inbound: string) =>
      vpcWith(
        [
          box('application-load-balancer', 'Alb', {
            scheme: 'internet-facing',
            subnets: { PublicC: true },
            securityGroups: { AlbGroup: true },
            listeners: { http: { protocol: 'HTTP', port: 80, targetGroup: 'Targets', others: {} } },
          }),
        ],
        [box('instance', 'App', { securityGroups: { AppGroup: true } }), box('instance', 'Other')],
        {
          more: [
            admits('AlbGroup', 80, '0.0.0.0/0'),
            admits('AppGroup', 8080, inbound),
            box('target-group', 'Targets', {
              protocol: 'HTTP',
              port: 8080,
              targetType: 'instance',
              targets: { app: { target: { ref: 'App' }, port: null, zone: '' } },
            }),
          ],
        },
      );

    expect(check(boxes('10.0.0.0/16'), ['Private'], fromInternet)).toMatchObject({
      verdict: 'reachable',
      who: ['App'],
    });
    expect(check(boxes('10.9.0.0/16'), ['Private'], fromInternet).verdict).toBe('blocked');
  });
});

describe('expectations about others in the design', () => {
  const boxes = vpcWith(
    [box('instance', 'Web', { publicIp: 'yes' })],
    [box('instance', 'Db', { securityGroups: { DbGroup: true } })],
    { more: [admits('DbGroup', 5432, '10.0.0.0/24')] },
  );
  const fromPublic = { direction: 'in', other: { resource: 'Public' } } as const;

  test('“nothing is reached” is about the protocol and the port that it names, else about any', () => {
    expect(check(boxes, ['Private'], fromPublic)).toMatchObject({ verdict: 'reachable', who: ['Db'] });
    expect(check(boxes, ['Private'], { ...fromPublic, protocol: 'tcp', port: 22 }).verdict).toBe('blocked');
    expect(check(boxes, ['Private'], { ...fromPublic, protocol: 'udp' }).verdict).toBe('blocked');
    expect(check(boxes, ['Private'], { ...fromPublic, protocol: 'any', port: 5432 }).verdict).toBe(
      'reachable',
    );
  });

  test('“everything is reached” is broken by whoever is not, and says by what', () => {
    const all = { ...fromPublic, expect: 'reachable', protocol: 'tcp' } as const;

    expect(check(boxes, ['Private'], { ...all, port: 5432 }).verdict).toBe('reachable');
    const failing = check(boxes, ['Private'], { ...all, port: 22 });
    expect(failing).toMatchObject({ verdict: 'blocked', who: ['Db'] });
    expect(failing.says).toContain('no inbound rule of DbGroup allows TCP 22');
  });

  test('a box that holds the part means what else is in it', () => {
    expect(check(boxes, ['Private'], { direction: 'in', other: { resource: 'Vpc' } }).who).toEqual(['Db']);
    expect(check(boxes, ['Private'], { direction: 'out', other: { resource: 'Vpc' } }).verdict).toBe(
      'blocked',
    );
  });

  test('an address or a service is an end as well', () => {
    expect(check(boxes, ['Public'], { direction: 'out', other: { service: 's3' } }).verdict).toBe(
      'reachable',
    );
    expect(check(boxes, ['Private'], { direction: 'out', other: { service: 's3' } }).verdict).toBe('blocked');
    expect(check(boxes, ['Private'], { direction: 'in', other: { address: '8.8.8.8' } }).verdict).toBe(
      'blocked',
    );
  });
});

test('a thousand that are alike are asked about once', () => {
  const many = Array.from({ length: 1000 }, (_, index) => box('instance', `Db${index}`));
  const document = fromSketch(catalog, sketch(...vpcWith([], many), noInternetFrom('Private')));
  const network = networkOf(catalog, document);
  let asked = 0;

  const results = checkScopes(catalog, document, {
    trace(query) {
      asked += 1;
      return network.trace(query);
    },
  });

  expect(results.map(({ verdict, members }) => [verdict, members])).toEqual([
    ['blocked', 1000],
    ['blocked', 1000],
  ]);
  expect(asked).toBeLessThan(100);
});
