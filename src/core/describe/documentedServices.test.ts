/**
 * Records in the forms that the AWS CLI reference documents, each with the page, with what they must mean. The values are ours.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
import { describe, expect, it } from 'vitest';
import { documentedNetwork as network, propsOf, readAnswers as read } from '../../testing/documentedAnswers';

const VpcId = 'vpc-0a';

describe('what the AWS CLI reference documents', () => {
  // https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-target-health.html
  it('of load balancers: whose targets an answer lists, its file’s name says', () => {
    const arn = (part: string) => `arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:${part}`;
    const groups = ['one', 'two'].map((name, index) => ({
      TargetGroupArn: arn(`targetgroup/${name}/000000000000000${index}`),
      TargetGroupName: name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId,
      TargetType: 'ip',
    }));
    const health = (Id: string, State: string) => ({ Target: { Id, Port: 80 }, TargetHealth: { State } });
    const answers = {
      ...network,
      groups: { TargetGroups: groups },
      'health-targetgroup-two-0000000000000001': {
        TargetHealthDescriptions: [health('10.0.0.7', 'unhealthy'), health('10.0.0.8', 'draining')],
      },
    };

    expect(Object.values(propsOf(answers, 'two/0000000000000001')['targets'] as object)).toMatchObject([
      { target: '10.0.0.7', port: 80 },
    ]);
    expect(Object.keys(propsOf(answers, 'one/0000000000000000')['targets'] as object)).toEqual(['unknown']);
    expect(read(answers).report.commands).toContain(
      `aws elbv2 describe-target-health --target-group-arn ${groups[0]?.TargetGroupArn} --region ap-northeast-1 --output json > elbv2-describe-target-health.targetgroup-one-0000000000000000.json`,
    );
  });

  // https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-load-balancers.html
  it('of Network Load Balancers: the addresses of their nodes, which their network interfaces show', () => {
    const LoadBalancerArn =
      'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/net/web/0a0a0a0a0a0a0a0a';
    const answers = {
      ...network,
      balancers: {
        LoadBalancers: [
          {
            LoadBalancerArn,
            LoadBalancerName: 'web',
            Type: 'network',
            Scheme: 'internal',
            VpcId,
            State: { Code: 'active' },
            AvailabilityZones: [
              { ZoneName: 'ap-northeast-1a', SubnetId: 'subnet-0a', LoadBalancerAddresses: [] },
            ],
          },
        ],
      },
      enis: {
        NetworkInterfaces: [
          {
            NetworkInterfaceId: 'eni-0a',
            SubnetId: 'subnet-0a',
            Description: 'ELB net/web/0a0a0a0a0a0a0a0a',
            InterfaceType: 'network_load_balancer',
            RequesterManaged: true,
            PrivateIpAddress: '10.0.0.44',
          },
        ],
      },
    };

    expect(Object.values(propsOf(answers, 'net/web/0a0a0a0a0a0a0a0a')['addresses'] as object)).toMatchObject([
      { subnet: 'subnet-0a', privateIp: '10.0.0.44', elasticIp: false },
    ]);
  });

  // https://docs.aws.amazon.com/cli/latest/reference/route53/list-resource-record-sets.html
  it('of private hosted zones: records that name a resource lead to it, and public zones are not drawn', () => {
    const zone = (Id: string, PrivateZone: boolean) => ({
      Id: `/hostedzone/${Id}`,
      Name: 'example.internal.',
      Config: { PrivateZone },
    });
    const answers = {
      ...network,
      zones: { HostedZones: [zone('Z1PRIVATE', true), zone('Z2PUBLIC', false)] },
      'zone-Z1PRIVATE': {
        HostedZone: zone('Z1PRIVATE', true),
        VPCs: [{ VPCRegion: 'ap-northeast-1', VPCId: VpcId }],
      },
      'records-Z1PRIVATE': {
        ResourceRecordSets: [
          {
            Name: 'example.internal.',
            Type: 'NS',
            TTL: 172800,
            ResourceRecords: [{ Value: 'ns-0.awsdns-00.com.' }],
          },
          {
            Name: '\\052.example.internal.',
            Type: 'CNAME',
            TTL: 60,
            ResourceRecords: [{ Value: 'db.abc.ap-northeast-1.rds.amazonaws.com' }],
          },
        ],
      },
      databases: {
        DBInstances: [
          {
            DBInstanceIdentifier: 'db',
            DBInstanceArn: 'arn:aws:rds:ap-northeast-1:123456789012:db:db',
            Engine: 'postgres',
            DBInstanceStatus: 'available',
            Endpoint: { Address: 'db.abc.ap-northeast-1.rds.amazonaws.com', Port: 5432 },
            DBSubnetGroup: { Subnets: [{ SubnetIdentifier: 'subnet-0a' }] },
            VpcSecurityGroups: [],
          },
        ],
      },
    };

    expect(propsOf(answers, 'db')).toMatchObject({ engine: 'postgres', port: 5432 });
    expect(Object.values(propsOf(answers, 'Z1PRIVATE')['records'] as object)).toMatchObject([
      { name: '*.example.internal', type: 'CNAME', target: 'db' },
    ]);
    expect(read(answers).document.resources.has('Z2PUBLIC')).toBe(false);
  });

  // https://docs.aws.amazon.com/cli/latest/reference/lambda/list-functions.html
  it('of Lambda functions: those with subnets stand in the first, the others in no VPC', () => {
    const lambda = (name: string, VpcConfig: unknown) => ({
      FunctionName: name,
      FunctionArn: `arn:aws:lambda:ap-northeast-1:123456789012:function:${name}`,
      Runtime: 'python3.13',
      Handler: 'index.handler',
      VpcConfig,
    });
    const { document } = read({
      ...network,
      functions: {
        Functions: [
          lambda('inside', { SubnetIds: ['subnet-0c', 'subnet-0a'], SecurityGroupIds: [], VpcId }),
          lambda('outside', { SubnetIds: [], SecurityGroupIds: [], VpcId: '' }),
        ],
      },
    });

    expect(document.resources.get('inside')).toMatchObject({
      parentId: 'subnet-0c',
      props: { subnets: { 'subnet-0a': true } },
    });
    expect(document.resources.get(document.resources.get('outside')?.parentId ?? '')?.kind).toBe('region');
  });

  // https://docs.aws.amazon.com/cli/latest/reference/s3api/list-buckets.html
  it('of buckets and tables: the service is drawn once, however many there are', () => {
    const { document } = read({
      buckets: { Buckets: [{ Name: 'a' }, { Name: 'b' }] },
      tables: { TableNames: ['t', 'u'] },
    });

    expect(
      [...document.resources.values()].map(({ name, props }) => [
        name,
        'service' in props ? props.service : '',
      ]),
    ).toEqual([
      ['S3', 's3'],
      ['DynamoDB', 'dynamodb'],
    ]);
  });
});
