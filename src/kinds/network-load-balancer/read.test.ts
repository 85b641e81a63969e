import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import type { Resource } from '../../core/model/document';
import { imported } from '../../testing/imported';

const around = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Targets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: TCP, Port: 80 } }
  More: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: TCP, Port: 80 } }
`;
const read = (text: string) => imported(catalog, `${around}${text}`);

test('a Network Load Balancer is read with its listeners, the addresses of its nodes and its attributes', () => {
  const { the, logicalId } = read(`
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: network
      SubnetMappings:
        - { SubnetId: !Ref A, AllocationId: !GetAtt Address.AllocationId }
        - { SubnetId: !Ref C, PrivateIPv4Address: 10.0.1.10 }
      LoadBalancerAttributes: [{ Key: load_balancing.cross_zone.enabled, Value: 'true' }]
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off'
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Nlb
      Protocol: TCP
      Port: 80
      DefaultActions:
        - Type: forward
          ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Targets }, { TargetGroupArn: !Ref More }] }
`);

  const nlb = the('network-load-balancer', 'Nlb');
  expect(logicalId(nlb.parentId)).toBe('A');
  expect(nlb.props).toEqual({
    scheme: 'internet-facing',
    subnets: { C: true },
    securityGroups: {},
    crossZone: true,
    filtersPrivateLink: false,
    dualStack: false,
    addresses: {
      'mapping-1': { subnet: 'A', privateIp: '', elasticIp: true },
      'mapping-2': { subnet: 'C', privateIp: '10.0.1.10', elasticIp: false },
    },
    listeners: { Listener: { protocol: 'TCP', port: 80, targetGroup: 'Targets', others: { More: true } } },
  });
  expect(Object.values(nlb.provenance?.satellites ?? {})).toEqual(['Listener', 'Address']);
});

test('a listener that forwards to a group of another stack does not know whom to', () => {
  const { the } = read(`
  Nlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: network, Subnets: [!Ref A] } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Nlb
      Protocol: TCP
      Port: 80
      DefaultActions: [{ Type: forward, TargetGroupArn: !ImportValue Targets }]
`);

  expect(the('network-load-balancer', 'Nlb').props.listeners).toMatchObject({
    Listener: { targetGroup: { unknown: {} } },
  });
});

test('a listener does not know whom to forward to when one of its groups is only likely meant', () => {
  const { the, faults } = read(`
  Nlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: network, Subnets: [!Ref A] } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Nlb
      Protocol: TCP
      Port: 80
      DefaultActions:
        - Type: forward
          ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Targets }, { TargetGroupArn: !Ref Moer }] }
`);

  expect(faults.join()).toContain('Moer');
  expect(the('network-load-balancer', 'Nlb').props.listeners).toMatchObject({
    Listener: { port: 80, targetGroup: { unknown: {} } },
  });
});

test('a node whose Elastic IP address is only likely meant has one that is not known', () => {
  const { the } = read(`
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: network
      SubnetMappings: [{ SubnetId: !Ref A, AllocationId: !GetAtt Adress.AllocationId }, { SubnetId: !Ref C }]
`);

  expect(the('network-load-balancer', 'Nlb').props.addresses).toMatchObject({
    'mapping-1': { subnet: 'A', elasticIp: { unknown: {} } },
  });
});

test('attributes that an author gave stay when cross-zone load balancing is turned on', () => {
  const { document } = read(`
  Nlb:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: network
      Subnets: [!Ref A]
      LoadBalancerAttributes: [{ Key: deletion_protection.enabled, Value: 'true' }]
`);
  const nlb = document.resources.get('Nlb') as Resource<'network-load-balancer'>;
  const changed = { ...nlb, props: { ...nlb.props, crossZone: true } };

  const { template } = exportTemplate(catalog, {
    ...document,
    resources: new Map(document.resources).set('Nlb', changed),
  });

  expect(template.Resources['Nlb']?.Properties?.['LoadBalancerAttributes']).toEqual([
    { Key: 'deletion_protection.enabled', Value: 'true' },
    { Key: 'load_balancing.cross_zone.enabled', Value: 'true' },
  ]);
});
