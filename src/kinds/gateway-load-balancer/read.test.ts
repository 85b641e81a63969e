import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { call, runCommand } from '../../core/commands';
import { imported } from '../../testing/imported';

const gwlb = (targets: string, more = '') =>
  imported(
    catalog,
    `
Parameters: { Elsewhere: { Type: AWS::EC2::Instance::Id } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Firewall: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref A } }
  Gwlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: gateway, SubnetMappings: [{ SubnetId: !Ref A }, { SubnetId: !Ref B }], LoadBalancerAttributes: [{ Key: deletion_protection.enabled, Value: 'true' }, { Key: load_balancing.cross_zone.enabled, Value: 'true' }] } }
  Listener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref Gwlb, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Group }] } }
  Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { Protocol: GENEVE, Port: 6081, VpcId: !Ref Vpc${targets} } }
${more}`,
  );

test('a load balancer is read with its nodes, its listener and its appliances', () => {
  const { the, logicalId } = gwlb(
    ', Targets: [{ Id: !Ref Firewall }, { Id: !Ref Elsewhere }, { Id: i-0123456789abcdef0 }]',
  );

  const found = the('gateway-load-balancer', 'Gwlb');
  expect(logicalId(found.parentId)).toBe('A');
  expect(found.provenance?.satellites).toEqual({ listener: 'Listener', 'target-group': 'Group' });
  expect(found.props).toMatchObject({ targetType: 'instance', crossZone: true });
  expect(Object.keys(found.props.subnets).map(logicalId)).toEqual(['B']);
  expect(Object.values(found.props.targets)).toEqual([
    { target: { ref: the('instance', 'Firewall').id } },
    { target: { unknown: expect.anything() } },
    { target: 'i-0123456789abcdef0' },
  ]);
});

test('instances that an Auto Scaling group registers are not known', () => {
  const { the } = gwlb(
    '',
    "  Fleet: { Type: AWS::AutoScaling::AutoScalingGroup, Properties: { MinSize: '1', MaxSize: '2', TargetGroupARNs: [!Ref Group], VPCZoneIdentifier: [!Ref A] } }",
  );

  expect(Object.values(the('gateway-load-balancer', 'Gwlb').props.targets)).toEqual([
    { target: { unknown: expect.objectContaining({ en: expect.stringContaining('Fleet') }) } },
  ]);
});

test('a load balancer of another type is not taken for one', () => {
  const { document } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Nlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: network } }
`,
  );

  expect([...document.resources.values()].map(({ kind }) => kind)).not.toContain('gateway-load-balancer');
});

test('an appliance of which nothing is known stays registered when another one is added', () => {
  const { document } = gwlb(', Targets: [{ Id: !Ref Elsewhere }]');

  const changed = runCommand(
    { catalog },
    document,
    call('setRow', { id: 'Gwlb', field: 'targets', row: 'new', values: { target: { ref: 'Firewall' } } }),
  );

  expect(exportTemplate(catalog, changed).template.Resources['Group']?.Properties).toMatchObject({
    Port: 6081,
    Targets: [{ Id: { Ref: 'Elsewhere' } }, { Id: { Ref: 'Firewall' } }],
  });
});
