/** Instances and their network interfaces, written back into templates that said them in one form or another. */
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { call, runCommand, type CommandCall } from '../../core/commands';
import { box } from '../../core/model/sketch';
import { imported } from '../../testing/imported';
import { drawn } from '../../testing/kindFacts';

const written = (text: string, ...changes: readonly CommandCall[]) => {
  const { document } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
${text}`,
  );
  const changed = changes.reduce((before, change) => runCommand({ catalog }, before, change), document);
  const { template, problems } = exportTemplate(catalog, changed);
  expect(problems).toEqual([]);
  return template.Resources;
};

const props = (id: string, values: object) => call('setProps', { id, props: { ...values } });

const firewall = `
  Outer: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet, PrivateIpAddress: 10.0.0.10 } }
  Inner: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet } }
  Firewall:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      NetworkInterfaces:
        - { DeviceIndex: 1, NetworkInterfaceId: !Ref Inner, DeleteOnTermination: false }
        - { DeviceIndex: 0, NetworkInterfaceId: !Ref Outer }
  Other: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet } }
`;

test('a change to an instance whose primary interface is a resource of its own changes that resource', () => {
  const before = written(firewall);
  const after = written(
    firewall,
    props('Firewall', { privateIp: '10.0.0.11', sourceDestinationCheck: false }),
  );

  expect(after['Outer']?.Properties).toEqual({
    SubnetId: { Ref: 'Subnet' },
    PrivateIpAddress: '10.0.0.11',
    SourceDestCheck: false,
  });
  expect(after['Firewall']).toEqual(before['Firewall']);
});

test('an interface with which an instance starts leaves its list when it is attached to another one', () => {
  const resources = written(firewall, props('Inner', { attachedTo: 'Other', atLaunch: false }));

  expect(resources['Firewall']?.Properties?.['NetworkInterfaces']).toEqual([
    { DeviceIndex: 0, NetworkInterfaceId: { Ref: 'Outer' } },
  ]);
  expect(resources['InnerAttachment']).toEqual({
    Type: 'AWS::EC2::NetworkInterfaceAttachment',
    Properties: {
      DeviceIndex: '1',
      InstanceId: { Ref: 'Other' },
      NetworkInterfaceId: { Ref: 'Inner' },
    },
  });
});

test('an interface that is deleted leaves the list of its instance, and the other keeps what was said of it', () => {
  const resources = written(firewall, call('deleteResources', { ids: ['Inner'] }));

  expect(resources['Inner']).toBeUndefined();
  expect(resources['Firewall']?.Properties?.['NetworkInterfaces']).toEqual([
    { DeviceIndex: 0, NetworkInterfaceId: { Ref: 'Outer' } },
  ]);
});

test('a change to the address of an instance stays in the list in which its author described it', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html: an address beside the list is refused.
  const text = `
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      NetworkInterfaces:
        - { DeviceIndex: '0', SubnetId: !Ref Subnet, PrivateIpAddress: 10.0.0.10, Description: first }
        - { DeviceIndex: '1', SubnetId: !Ref Subnet, Description: second }
`;

  const resources = written(text, props('Web', { privateIp: '10.0.0.11' }));

  expect(resources['Web']?.Properties).toEqual({
    ImageId: 'ami-12345678',
    NetworkInterfaces: [
      { DeviceIndex: '0', SubnetId: { Ref: 'Subnet' }, PrivateIpAddress: '10.0.0.11', Description: 'first' },
      { DeviceIndex: '1', SubnetId: { Ref: 'Subnet' }, Description: 'second' },
    ],
  });
});

test('an attachment goes when its interface is detached, and comes when it is attached', () => {
  const text = `
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet } }
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet } }
  Attach: { Type: AWS::EC2::NetworkInterfaceAttachment, Properties: { InstanceId: !Ref Web, NetworkInterfaceId: !Ref Eni, DeviceIndex: '1' } }
`;

  expect(written(text, props('Eni', { attachedTo: null }))['Attach']).toBeUndefined();
  expect(written(text, props('Eni', { deviceIndex: 2 }))['Attach']?.Properties).toMatchObject({
    DeviceIndex: '2',
  });
});

test.each([
  ['an instance', 'Web', { publicIp: 'no' }, 'InstanceId: !Ref Web'],
  ['an interface', 'Eni', { elasticIp: false }, 'NetworkInterfaceId: !Ref Eni'],
])('the Elastic IP address of %s goes with its association', (_, id, change, joined) => {
  const text = `
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet } }
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet } }
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Join: { Type: AWS::EC2::EIPAssociation, Properties: { AllocationId: !GetAtt Address.AllocationId, ${joined} } }
`;

  const resources = written(text, props(id, change));

  expect(Object.keys(resources)).toEqual(['Vpc', 'Subnet', 'Web', 'Eni']);
});

test('a route to an instance with several interfaces names the primary one where that is a resource', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html: an instance is taken with one interface only.
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table', {
        routes: {
          a: { destination: '10.1.0.0/16', target: 'Appliance' },
          b: { destination: '10.2.0.0/16', target: 'Second' },
          c: { destination: '10.3.0.0/16', target: 'Plain' },
        },
      }),
      box(
        'subnet',
        'Subnet',
        {},
        box('instance', 'Appliance', { separateInterface: true, publicIp: 'elastic' }),
        box('network-interface', 'Second', { attachedTo: 'Appliance' }),
        box('instance', 'Plain'),
      ),
    ),
  );

  const { Resources } = exportTemplate(catalog, document).template;

  const targets = Object.values(Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::EC2::Route' ? [Properties?.['InstanceId'] ?? Properties?.['NetworkInterfaceId']] : [],
  );
  expect(targets).toEqual([{ Ref: 'ApplianceNetworkInterface' }, { Ref: 'Second' }, { Ref: 'Plain' }]);
  expect(Resources['ApplianceElasticIpAssociation']?.Properties).toMatchObject({
    NetworkInterfaceId: { Ref: 'ApplianceNetworkInterface' },
  });
});
