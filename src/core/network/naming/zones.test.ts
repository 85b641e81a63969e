/** Private hosted zones: who answers for a name (DN2, IE3, IE4). */
import { describe, expect, test } from 'vitest';
import { flow, hostedZone, interfaceEndpoint, region, unknown, vpc } from '../../../testing/facts';
import { asked, base, but } from '../../../testing/privateNames';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
describe('private hosted zones', () => {
  const zone = hostedZone('Zone', ['Vpc'], 'example.com', {
    'db.example.com A': '10.0.1.5',
    'www.example.com CNAME': 'db.example.com',
    '*.apps.example.com A': '10.0.1.5',
    'note.apps.example.com TXT': '"nothing"',
    'gone.example.com A': '10.0.1.77',
  });

  test('DN2 a record of an associated zone answers, and is named', () => {
    expect(asked([...base, ...zone], 'db.example.com')).toMatchObject({
      verdict: 'reachable',
      resolution: { name: 'db.example.com', answers: ['10.0.1.5'], by: 'Zone' },
      forward: {
        disposition: 'delivered',
        steps: [
          {
            what: 'name-resolution',
            because: { resource: 'Zone', row: 'db.example.com A', field: 'records' },
          },
          {},
          {},
          {},
          {},
          {},
          { at: 'Db' },
        ],
      },
    });
  });

  test('DN2 a name without a record is not resolved, whatever the public DNS has', () => {
    expect(asked([...base, ...zone], 'other.example.com')).toMatchObject({
      verdict: 'blocked',
      resolution: { answers: [], by: 'Zone' },
      forward: { disposition: 'unresolved-name' },
      blockedBy: [{ resource: 'Zone', field: 'records', code: 'unresolved-name' }],
    });
    expect(asked([...base, ...zone], 'example.com').verdict).toBe('blocked');
    expect(asked([...base, ...zone], 'example.org').verdict).toBe('reachable');
    expect(asked([...base, ...zone], 'notexample.com').verdict).toBe('reachable');
  });

  test('DN2 the most specific zone wins, and what the wider one has does not count', () => {
    const inner = hostedZone('Inner', ['Vpc'], 'db.example.com', {});

    expect(asked([...base, ...zone, ...inner], 'db.example.com').blockedBy[0]).toMatchObject({
      resource: 'Inner',
    });
    expect(asked([...base, ...zone, ...inner], 'www.example.com').blockedBy).toMatchObject([
      { resource: 'Inner' },
      { resource: 'Zone', row: 'www.example.com CNAME' },
    ]);
  });

  test('DN2 a zone of another VPC does not answer, and keeps the name from being public', () => {
    const facts = [
      ...base,
      vpc('Other', '10.1.0.0/16'),
      ...hostedZone('Zone', ['Other'], 'example.com', { 'db.example.com A': '10.0.1.5' }),
    ];

    expect(asked(facts, 'db.example.com')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Zone', field: 'vpcs', code: 'unresolved-name' }],
      unknowns: [{ en: expect.stringContaining('not to be in the public DNS') }],
    });
    expect(asked(facts, 'www.example.com').verdict).toBe('reachable');
  });

  test('DN2 a zone without a VPC answers nobody', () => {
    const facts = [...base, ...hostedZone('Zone', [], 'corp.internal', { 'db.corp.internal A': '10.0.1.5' })];

    expect(asked(facts, 'db.corp.internal').blockedBy).toMatchObject([{ resource: 'Zone', field: 'vpcs' }]);
  });

  test.each(['dnsHostnames', 'dnsSupport'] as const)(
    'DN2 a zone is asked only with both DNS attributes: %s',
    (attribute) => {
      const facts = [...but('Vpc', vpc('Vpc', '10.0.0.0/16', { [attribute]: false })), ...zone];

      expect(asked(facts, 'db.example.com').blockedBy).toMatchObject([
        { resource: 'Vpc', field: attribute, code: 'unresolved-name' },
      ]);
      expect(
        asked([...but('Vpc', vpc('Vpc', '10.0.0.0/16', { [attribute]: unknown })), ...zone], 'db.example.com')
          .verdict,
      ).toBe('unknown');
    },
  );

  test('DN2 a peer’s zone is not asked by somebody outside', () => {
    expect(
      compileNetwork([...base, ...zone]).trace(flow('internet', { dns: 'db.example.com' })),
    ).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Zone', code: 'unresolved-name' }],
    });
  });

  test('CNAME records are followed, and in a circle to nothing', () => {
    const turning = hostedZone('Zone', ['Vpc'], 'example.com', {
      'a.example.com CNAME': 'b.example.com',
      'b.example.com CNAME': 'a.example.com',
      'self.example.com CNAME': 'self.example.com',
      'out.example.com CNAME': 'example.org.',
      'queue.example.com CNAME': `sqs.${region}.amazonaws.com`,
    });

    expect(asked([...base, ...zone], 'www.example.com')).toMatchObject({
      verdict: 'reachable',
      resolution: { name: 'www.example.com', answers: ['10.0.1.5'], by: 'Zone' },
    });
    for (const host of ['a.example.com', 'self.example.com'])
      expect(asked([...base, ...turning], host)).toMatchObject({
        verdict: 'blocked',
        forward: { disposition: 'unresolved-name' },
        blockedBy: [{ resource: 'Zone', code: 'unresolved-name' }, ...(host === 'a.example.com' ? [{}] : [])],
      });
    expect(asked([...base, ...turning], 'out.example.com').forward.disposition).toBe('exits-to-internet');
    expect(asked([...base, ...turning], 'queue.example.com').forward.disposition).toBe('exits-to-service');
  });

  test('a long chain of CNAME records ends', () => {
    const links = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`n${index}.example.com CNAME`, `n${index + 1}.example.com`]),
    );

    expect(
      asked([...base, ...hostedZone('Zone', ['Vpc'], 'example.com', links)], 'n0.example.com').verdict,
    ).toBe('blocked');
  });

  test('a wildcard answers for what is below it, and not for names that are there', () => {
    expect(asked([...base, ...zone], 'x.apps.example.com').verdict).toBe('reachable');
    expect(asked([...base, ...zone], 'a.b.apps.example.com').verdict).toBe('reachable');
    expect(asked([...base, ...zone], 'note.apps.example.com').blockedBy[0]).toMatchObject({
      resource: 'Zone',
    });
    expect(asked([...base, ...zone], 'below.note.apps.example.com').verdict).toBe('blocked');
    expect(asked([...base, ...zone], 'apps.example.com').verdict).toBe('blocked');
    const wide = hostedZone('Zone', ['Vpc'], 'example.com', {
      '*.example.com A': '10.0.1.5',
      'deep.empty.example.com A': '10.0.1.5',
    });
    expect(asked([...base, ...wide], 'other.example.com').verdict).toBe('reachable');
    expect(asked([...base, ...wide], 'empty.example.com').verdict).toBe('blocked');
    expect(asked([...base, ...wide], 'other.empty.example.com').verdict).toBe('blocked');
  });

  test('a record that leads to nobody is resolved and reaches nobody', () => {
    expect(asked([...base, ...zone], 'gone.example.com')).toMatchObject({
      resolution: { answers: ['10.0.1.77'] },
      blockedBy: [{ code: 'no-such-host' }],
    });
  });

  test('all addresses of a record must work; of IPv6 beside IPv4 one is enough', () => {
    const facts = [
      ...base,
      ...hostedZone('Zone', ['Vpc'], 'example.com', {
        'two.example.com A': '10.0.1.5, 10.0.1.77',
        'both.example.com A': '10.0.1.77',
        'both.example.com AAAA': '2001:db8::1',
      }),
    ];

    expect(asked(facts, 'two.example.com').blockedBy[0]).toMatchObject({ code: 'no-such-host' });
    expect(asked(facts, 'both.example.com')).toMatchObject({ verdict: 'blocked' });
  });

  test('a standby record answers only where there is no other', () => {
    const standby = { 'app.example.com A standby': '10.0.1.77' };

    expect(
      asked(
        [
          ...base,
          ...hostedZone('Zone', ['Vpc'], 'example.com', { 'app.example.com A': '10.0.1.5', ...standby }),
        ],
        'app.example.com',
      ).verdict,
    ).toBe('reachable');
    expect(
      asked([...base, ...hostedZone('Zone', ['Vpc'], 'example.com', standby)], 'app.example.com').verdict,
    ).toBe('blocked');
  });

  test('what a parameter decides leaves the answer open, and AWS services alone', () => {
    const named = [...base, ...hostedZone('Zone', ['Vpc'], unknown)];

    expect(asked(named, 'db.example.com').verdict).toBe('unknown');
    expect(compileNetwork(named).trace(flow('App', { service: 's3' }))).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: expect.stringContaining('assumed not to be responsible') }],
    });
  });
});

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-vpc-interface-endpoint.html
describe('names of services', () => {
  const host = `ssm.${region}.amazonaws.com`;
  const endpoint = (privateDns = false) =>
    interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['B'], { securityGroups: ['Open'], privateDns });
  const service = (facts: readonly Fact[]) => compileNetwork(facts).trace(flow('App', { service: 'ssm' }));

  test('IE3 a zone of one’s own takes the place of private DNS', () => {
    const zone = hostedZone('Zone', ['Vpc'], host, { [`${host} A`]: { alias: 'Ssm' } });

    expect(service([...base, ...endpoint(), ...zone])).toMatchObject({
      verdict: 'reachable',
      resolution: { name: host, answers: ['10.0.1.0/24'], by: 'Zone' },
      forward: { disposition: 'exits-to-service' },
    });
  });

  test('DN2 a zone for a service’s name shadows it, also where it has no record', () => {
    expect(service([...base, ...hostedZone('Zone', ['Vpc'], host)])).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Zone', code: 'unresolved-name' }],
    });
    expect(service([...base, ...hostedZone('Zone', ['Vpc'], 'amazonaws.com')]).verdict).toBe('blocked');
  });

  test('DN2 the hidden zone of an endpoint is more specific than a zone of amazonaws.com', () => {
    expect(
      service([...base, ...endpoint(true), ...hostedZone('Zone', ['Vpc'], 'amazonaws.com')]),
    ).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'Ssm' },
    });
  });

  test('IE3 private DNS conflicts with a hosted zone of the same name in the VPC', () => {
    const facts = [
      ...base,
      ...endpoint(true),
      ...hostedZone('Zone', ['Vpc'], host, { [`${host} A`]: { alias: 'Ssm' } }),
    ];

    expect(compileNetwork(facts).trace(flow('App', 'Ssm')).blockedBy[0]).toMatchObject({
      resource: 'Ssm',
      field: 'privateDns',
      code: 'cannot-be-created',
    });
  });

  test('a record that leads the name to another service, or to no service, is to blame', () => {
    const sqs = interfaceEndpoint('Sqs', 'Vpc', 'sqs', ['B'], {
      securityGroups: ['Open'],
      privateDns: false,
    });
    const toSqs = hostedZone('Zone', ['Vpc'], host, { [`${host} A`]: { alias: 'Sqs' } });
    const toDb = hostedZone('Zone', ['Vpc'], host, { [`${host} A`]: '10.0.1.5' });

    for (const facts of [
      [...base, ...sqs, ...toSqs],
      [...base, ...toDb],
    ])
      expect(service(facts)).toMatchObject({
        verdict: 'blocked',
        blockedBy: [
          { resource: 'Zone', row: `${host} A`, field: 'records', rowKey: `${host} A`, code: 'wrong-owner' },
        ],
      });
    // Whoever asks for the host and not for the service is content with whoever is there.
    expect(asked([...base, ...toDb], host).verdict).toBe('reachable');
  });

  test('IE4 without private DNS and zone the name leads to public addresses', () => {
    expect(service([...base, ...endpoint()])).toMatchObject({
      resolution: { by: null },
      verdict: 'reachable',
    });
  });
});
