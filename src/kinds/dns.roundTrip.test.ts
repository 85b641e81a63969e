import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

test('hosted zones, Resolver endpoints and their rules come back', () => {
  const record = (name: string, more: object) => ({
    name: `${name}corp.example.com`,
    type: 'A',
    target: null,
    value: '',
    alias: false,
    standby: false,
    ...more,
  });
  const { before, after } = thereAndBack(
    box(
      'region',
      'ap-northeast-1',
      {},
      box(
        'vpc',
        'Vpc',
        {},
        box('security-group', 'Dns'),
        box(
          'subnet',
          'A',
          { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
          box('instance', 'Web'),
          box('rds-instance', 'Db', { subnets: { B: true } }),
          box('interface-endpoint', 'Ssm', { privateDns: false }),
          box('resolver-inbound-endpoint', 'In', {
            ip: '10.0.0.10',
            addresses: { b: { subnet: 'B', ip: '10.0.1.10' }, c: { subnet: 'A', ip: '' } },
            securityGroups: { Dns: true },
          }),
          box('resolver-outbound-endpoint', 'Out', {
            addresses: { b: { subnet: 'B', ip: '' } },
            securityGroups: { Dns: true },
            addressType: 'dualstack',
          }),
        ),
        box('subnet', 'B', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
      ),
      box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
      box('hosted-zone', '社内', {
        domain: 'corp.example.com',
        vpcs: { Vpc: true, Other: true },
        records: {
          web: record('web.', { target: 'Web' }),
          db: record('db.', { type: 'CNAME', target: 'Db' }),
          ssm: record('ssm.', { target: 'Ssm', alias: true }),
          ssm2: record('ssm2.', { type: 'CNAME', target: 'Ssm' }),
          two: record('*.', { value: '10.0.0.5, 10.0.0.6' }),
          six: record('web.', { type: 'AAAA', value: '2001:db8::5' }),
          text: record('', { type: 'TXT', value: '"a, b", "c"' }),
          same: record('www.', { value: 'web.corp.example.com', alias: true }),
          one: record('app.', { value: '10.0.0.7' }),
          spare: record('app.', { value: '10.0.0.8', standby: true }),
          turn: record('turns.', { value: '10.0.0.7' }),
          turn2: record('turns.', { value: '10.0.0.8' }),
        },
      }),
      box('resolver-rule', 'Forward', {
        domain: 'office.example.com',
        endpoint: 'Out',
        targets: { a: { ip: '192.168.0.2', port: 53 }, b: { ip: '2001:db8::53', port: 5353 } },
        vpcs: { a: { vpc: 'Vpc' }, b: { vpc: 'Other' } },
      }),
      box('resolver-rule', 'System', {
        domain: 'aws.office.example.com',
        type: 'system',
        targets: {},
        vpcs: { a: { vpc: 'Vpc' } },
      }),
      box('resolver-rule', 'Everything', {
        domain: '.',
        endpoint: 'Out',
        targets: { a: { ip: '192.168.0.2', port: 53 } },
      }),
    ),
  );

  expect(after).toEqual(before);
});
