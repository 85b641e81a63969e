import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import type { Resource } from '../../core/model/document';
import { imported } from '../../testing/imported';
import { factsFrom } from '../../testing/kindFacts';

const text = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Targets: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: HTTP, Port: 80 } }
  Alb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Subnets: [!Ref A, !Ref C] } }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Alb
      Protocol: HTTP
      Port: 8080
      DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }]
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 10
      Conditions:
        - { Field: host-header, HostHeaderConfig: { Values: [a.example.com, b.example.com] } }
        - { Field: source-ip, SourceIpConfig: { Values: [10.0.0.0/8] } }
      Actions: [{ Type: forward, TargetGroupArn: !Ref Targets }]
`;

test('a load balancer without a type is an application one, read with the rules of its listeners', () => {
  const { the } = imported(catalog, text);

  const alb = the('application-load-balancer', 'Alb');
  expect(alb.props).toMatchObject({
    scheme: 'internet-facing',
    addressType: 'ipv4',
    subnets: { C: true },
    listeners: { Listener: { protocol: 'HTTP', port: 8080, targetGroup: null, others: {} } },
    rules: {
      Rule: {
        listener: 8080,
        priority: 10,
        host: 'a.example.com, b.example.com',
        path: '',
        targetGroup: 'Targets',
      },
    },
  });
  expect(Object.values(alb.provenance?.satellites ?? {})).toEqual(['Listener', 'Rule']);
});

test('its listener sends to where its rules do as well', () => {
  const { document } = imported(catalog, text);

  expect(factsFrom(catalog, document, 'Alb')[0]).toMatchObject({
    type: 'application',
    crossZone: true,
    listeners: { Listener: { targetGroup: null, others: ['Targets'] } },
  });
});

test('a rule keeps its other conditions and its listener’s action when its priority changes', () => {
  const { document } = imported(catalog, text);
  const alb = document.resources.get('Alb') as Resource<'application-load-balancer'>;
  const [[key, rule] = ['', undefined]] = Object.entries(alb.props.rules);
  if (rule === undefined) throw new Error('the rule is read');
  const changed = { ...alb, props: { ...alb.props, rules: { [key]: { ...rule, priority: 20 } } } };

  const { template } = exportTemplate(catalog, {
    ...document,
    resources: new Map(document.resources).set('Alb', changed),
  });

  const before = exportTemplate(catalog, document).template.Resources;
  expect(template.Resources['Rule']?.Properties).toEqual({ ...before['Rule']?.Properties, Priority: 20 });
  expect(template.Resources['Listener']).toEqual(before['Listener']);
});
