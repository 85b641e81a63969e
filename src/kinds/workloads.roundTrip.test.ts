import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

test('workloads come back', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('security-group', 'Group'),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
        box('instance', 'Plain'),
        box('instance', 'Managed', { profile: 'systems-manager', securityGroups: { Group: true } }),
        box('instance', 'Other', { profile: 'other', imageId: 'ami-0123456789abcdef0' }),
        box('instance', 'Public', { publicIp: 'yes', securityGroups: { Group: true }, ipv6: true }),
        box('instance', 'Hidden', { publicIp: 'no', privateIp: '10.0.0.20' }),
        box('instance', 'Elastic', { publicIp: 'elastic', instanceType: 't4g.micro' }),
        box('instance', 'Appliance', { sourceDestinationCheck: false, privateIp: '10.0.0.10', ipv6: true }),
        box('lambda-function', 'Fn', { subnets: { B: true }, securityGroups: { Group: true } }),
        box('lambda-function', 'Fn by default', { runtime: 'nodejs22.x' }),
        box('lambda-function', 'Java', { runtime: 'java21', handler: 'app.Main::run' }),
        box('ecs-service', 'Web', {
          subnets: { B: true },
          securityGroups: { Group: true },
          assignPublicIp: true,
          desiredCount: 3,
        }),
        box('ecs-service', 'Other web', { image: 'example.com/app:1', containerPort: 8080 }),
        box('rds-instance', 'Db', {
          subnets: { B: true },
          securityGroups: { Group: true },
          engine: 'mysql',
          port: 3307,
          multiAz: true,
        }),
      ),
      box('subnet', 'B', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
    ),
    box('region', 'ap-northeast-1', {}, box('lambda-function', 'Outside', { runtime: 'nodejs22.x' })),
  );

  expect(after).toEqual(before);
});

test('network interfaces come back, with what they are attached to', () => {
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('security-group', 'Group'),
      box('route-table', 'Table', {
        routes: {
          a: { destination: '10.1.0.0/16', target: 'At launch' },
          b: { destination: '10.2.0.0/16', target: 'Firewall' },
        },
      }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24' },
        box('instance', 'Firewall', {
          separateInterface: true,
          publicIp: 'elastic',
          privateIp: '10.0.0.10',
          sourceDestinationCheck: false,
          securityGroups: { Group: true },
        }),
        box('instance', 'Web', { publicIp: 'no' }),
        box('instance', 'App'),
        box('network-interface', 'Spare'),
        box('network-interface', 'Afterwards', { attachedTo: 'Web', deviceIndex: 2, elasticIp: true }),
      ),
      box(
        'subnet',
        'B',
        { cidr: '10.0.1.0/24' },
        box('network-interface', 'At launch', {
          attachedTo: 'Firewall',
          atLaunch: true,
          securityGroups: { Group: true },
          privateIp: '10.0.1.10',
          furtherIps: { a: { address: '10.0.1.11' }, b: { address: '10.0.1.12' } },
          ipv6: true,
          sourceDestinationCheck: false,
        }),
        box('network-interface', 'Of the app', { attachedTo: 'App', atLaunch: true, deviceIndex: 3 }),
      ),
    ),
  );

  expect(after).toEqual(before);
});
