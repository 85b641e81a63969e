import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import type { Resource } from '../../core/model/document';
import { imported } from '../../testing/imported';
import { factsFrom } from '../../testing/kindFacts';

const around = `
Parameters:
  Existing: { Type: AWS::EC2::Instance::Id }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref A } }
`;
const read = (text: string) => imported(catalog, `${around}${text}`);

test('a target group is read with its targets: by reference, by address, and those that exist already', () => {
  const { the, logicalId } = read(`
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      VpcId: !Ref Vpc
      TargetType: ip
      Protocol: TCP
      Port: 80
      Targets:
        - { Id: !GetAtt Web.PrivateIp, Port: 8080 }
        - { Id: 192.168.0.9, AvailabilityZone: all }
      TargetGroupAttributes:
        - { Key: preserve_client_ip.enabled, Value: 'true' }
        - { Key: load_balancing.cross_zone.enabled, Value: use_load_balancer_configuration }
`);

  const group = the('target-group', 'Group');
  expect(logicalId(group.parentId)).toBe('Vpc');
  expect(group.props).toEqual({
    targetType: 'ip',
    protocol: 'TCP',
    port: 80,
    targets: {
      'target-1': { target: { ref: 'Web' }, port: 8080, zone: '' },
      'target-2': { target: '192.168.0.9', port: null, zone: 'all' },
    },
    preserveClientIp: 'on',
    crossZone: 'load-balancer',
    ipv6: false,
  });
});

test('a network interface is a target by its address, and is written as that', () => {
  const { document, the } = read(`
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A } }
  Other: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref A } }
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      VpcId: !Ref Vpc
      TargetType: ip
      Targets: [{ Id: !GetAtt Eni.PrimaryPrivateIpAddress }]
`);
  const group = the('target-group', 'Group');
  const targets = { ...group.props.targets, other: { target: { ref: 'Other' }, port: null, zone: '' } };
  const changed = { ...group, props: { ...group.props, targets } } as Resource<'target-group'>;

  const { template } = exportTemplate(catalog, {
    ...document,
    resources: new Map(document.resources).set('Group', changed),
  });

  expect(group.props.targets).toEqual({ 'target-1': { target: { ref: 'Eni' }, port: null, zone: '' } });
  expect(template.Resources['Group']?.Properties?.['Targets']).toEqual([
    { Id: { 'Fn::GetAtt': ['Eni', 'PrimaryPrivateIpAddress'] } },
    { Id: { 'Fn::GetAtt': ['Other', 'PrimaryPrivateIpAddress'] } },
  ]);
});

test('a target that nobody knows is kept as its author wrote it when another one is added', () => {
  const { document, the } = read(`
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      VpcId: !Ref Vpc
      Protocol: TCP
      Port: 80
      Targets: [{ Id: !Ref Existing }, { Id: i-0123456789abcdef0 }]
`);
  const group = the('target-group', 'Group');
  const targets = { ...group.props.targets, web: { target: { ref: 'Web' }, port: null, zone: '' } };
  const changed = { ...group, props: { ...group.props, targets } } as Resource<'target-group'>;

  const { template } = exportTemplate(catalog, {
    ...document,
    resources: new Map(document.resources).set('Group', changed),
  });

  expect(template.Resources['Group']?.Properties?.['Targets']).toEqual([
    { Id: { Ref: 'Existing' } },
    { Id: 'i-0123456789abcdef0' },
    { Id: { Ref: 'Web' } },
  ]);
  expect(factsFrom(catalog, document, 'Group')).toMatchObject([
    { targets: { 'target-1': { target: { unknown: {} } }, 'target-2': { target: { unknown: {} } } } },
  ]);
});

test.each([
  'Fleet: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: "1", MaxSize: "1", TargetGroupARNs: [!Ref Group] } }',
  'Fleet: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: "1", MaxSize: "1", TrafficSources: [{ Type: elbv2, Identifier: !Ref Group }] } }',
  'Fleet: { Type: AWS::ECS::Service, Properties: { LoadBalancers: [{ ContainerName: a, ContainerPort: 80, TargetGroupArn: !Ref Group }] } }',
])('who registers by itself and is not drawn has targets that are not known: %s', (registrar) => {
  const { the } = read(`
  Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: TCP, Port: 80 } }
  ${registrar}
`);

  expect(the('target-group', 'Group').props.targets).toMatchObject({
    'by-Fleet': { target: { unknown: { en: 'Fleet registers its own targets, which are not drawn' } } },
  });
});

test('a target group of a Gateway Load Balancer is none of this kind', () => {
  const { the } = read(`
  Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: GENEVE, Port: 6081 } }
`);

  expect(() => the('target-group', 'Group')).toThrow();
});
