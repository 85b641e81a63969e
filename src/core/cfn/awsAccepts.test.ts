import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { awsFaults, startAwsValidator } from '../../testing/awsValidator';
import { fromSketch } from '../catalog/fromSketch';
import { box, sketch } from '../model/sketch';
import { exportTemplate } from './exportTemplate';
import { templateText } from './templateText';

beforeAll(startAwsValidator, 60_000);

test('AWS refuses a subnet without a VPC', () => {
  const faults = awsFaults(
    'Resources:\n  S:\n    Type: AWS::EC2::Subnet\n    Properties: {CidrBlock: 10.0.0.0/24}\n',
  );

  expect(faults.join('\n')).toContain('VpcId');
});

test('AWS takes the template of a network with every kind in it', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { ipv6: true },
        box('internet-gateway', 'InternetGateway', { routeTable: 'Edge' }),
        box('route-table', 'Edge', { routes: { a: { destination: '10.0.2.0/24', target: 'Bastion' } } }),
        box('nat-gateway', 'Regional'),
        box('nat-gateway', 'ByHand', { zones: { a: { zone: 'ap-northeast-1a' } } }),
        box('egress-only-internet-gateway', 'Eigw'),
        box('security-group', 'Web', {
          inbound: { a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } },
        }),
        box('network-acl', 'Acl', {
          inbound: {
            a: {
              number: 100,
              action: 'allow',
              protocol: 'any',
              fromPort: null,
              toPort: null,
              block: '0.0.0.0/0',
            },
          },
        }),
        box('route-table', 'Public', {
          routes: {
            a: { destination: '0.0.0.0/0', target: 'InternetGateway' },
            b: { destination: '::/0', target: 'InternetGateway' },
          },
        }),
        box('route-table', 'Private', {
          main: true,
          routes: {
            a: { destination: '0.0.0.0/0', target: 'Nat' },
            b: { destination: '::/0', target: 'Eigw' },
          },
        }),
        box('gateway-endpoint', 'S3', { routeTables: { Private: true } }),
        box(
          'availability-zone',
          'Zone a',
          { zone: 'ap-northeast-1a' },
          box(
            'subnet',
            'Public Subnet',
            { cidr: '10.0.0.0/24', ipv6: 0, mapPublicIp: true, routeTable: 'Public', networkAcl: 'Acl' },
            box('nat-gateway', 'Nat'),
            box('instance', 'Bastion', { publicIp: 'yes' }),
          ),
          box(
            'subnet',
            'Private Subnet',
            { cidr: '10.0.1.0/24' },
            box('instance', 'Server', { profile: 'systems-manager', securityGroups: { Web: true } }),
            box('interface-endpoint', 'Ssm', { securityGroups: { Web: true }, privateDns: false }),
            box('resolver-inbound-endpoint', 'Inbound', {
              ip: '10.0.1.10',
              addresses: { other: { subnet: 'Other Subnet', ip: '' } },
              securityGroups: { Web: true },
            }),
            box('resolver-outbound-endpoint', 'Outbound', {
              addresses: { other: { subnet: 'Other Subnet', ip: '' } },
              securityGroups: { Web: true },
            }),
            box('lambda-function', 'Handler', { securityGroups: { Web: true } }),
            box('ecs-service', 'Service', { securityGroups: { Web: true } }),
            box('rds-instance', 'Database', {
              securityGroups: { Web: true },
              subnets: { 'Other Subnet': true },
            }),
          ),
        ),
        box(
          'availability-zone',
          'Zone c',
          { zone: 'ap-northeast-1c' },
          box('subnet', 'Other Subnet', { cidr: '10.0.2.0/24' }),
        ),
      ),
      box('hosted-zone', 'Zone', {
        domain: 'ssm.ap-northeast-1.amazonaws.com',
        vpcs: { Vpc: true },
        records: {
          alias: {
            name: 'ssm.ap-northeast-1.amazonaws.com',
            type: 'A',
            target: 'Ssm',
            value: '',
            alias: true,
            standby: false,
          },
          server: {
            name: 'server.ssm.ap-northeast-1.amazonaws.com',
            type: 'A',
            target: 'Server',
            value: '',
            alias: false,
            standby: false,
          },
          one: {
            name: 'db.ssm.ap-northeast-1.amazonaws.com',
            type: 'CNAME',
            target: 'Database',
            value: '',
            alias: false,
            standby: false,
          },
        },
      }),
      box('resolver-rule', 'Office', {
        domain: 'office.example.com',
        endpoint: 'Outbound',
        vpcs: { own: { vpc: 'Vpc' } },
      }),
      box('resolver-rule', 'Own', { domain: 'aws.office.example.com', type: 'system', targets: {} }),
    ),
  );

  const { template } = exportTemplate(catalog, document);

  expect(awsFaults(templateText(template, 'yaml').text, 'WARN')).toEqual([]);
  expect(awsFaults(templateText(template, 'json').text, 'WARN')).toEqual([]);
});
