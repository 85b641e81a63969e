import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

test('an ECS service is read with its subnets, its groups and its container', () => {
  const { the, logicalId } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
  Cluster: { Type: AWS::ECS::Cluster }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{ Name: app, Image: example.com/app, PortMappings: [{ ContainerPort: 8080 }] }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      DesiredCount: 2
      NetworkConfiguration:
        AwsvpcConfiguration: { AssignPublicIp: ENABLED, Subnets: [!Ref A, !Ref B], SecurityGroups: [!Ref Group] }
  OnInstances:
    Type: AWS::ECS::Service
    Properties: { Cluster: !Ref Cluster, TaskDefinition: !Ref Task, LaunchType: EC2 }
`,
  );

  const service = the('ecs-service', 'Service');
  expect(logicalId(service.parentId)).toBe('A');
  expect(service.props).toEqual({
    assignPublicIp: true,
    desiredCount: 2,
    containerPort: 8080,
    image: 'example.com/app',
    subnets: { [the('subnet', 'B').id]: true },
    securityGroups: { [the('security-group', 'Group').id]: true },
    targetGroups: {},
  });
  expect(() => the('ecs-service', 'OnInstances')).toThrow('OnInstances is no ecs-service');
});

test('an ECS service is read with the target groups that it registers its tasks in', () => {
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: HTTP, Port: 80, TargetType: ip } }
  Cluster: { Type: AWS::ECS::Cluster }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: side, PortMappings: [{ ContainerPort: 9000 }] }, { Name: web, PortMappings: [{ ContainerPort: 8080 }] }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LoadBalancers: [{ ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Group }]
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref A] } }
`,
  );

  expect(the('ecs-service', 'Service').props).toMatchObject({
    containerPort: 8080,
    targetGroups: { [the('target-group', 'Group').id]: true },
  });
});
