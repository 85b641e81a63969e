import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { call } from '../../core/commands';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import type { Document } from '../../core/model/document';
import { compileNetwork, factsOf } from '../../core/network/network';
import { documentAfter } from '../../core/plans/plan';
import { imported } from '../../testing/imported';

const zone = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet } }
  Zone:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: corp.example.com.
      VPCs: [{ VPCId: !Ref Vpc, VPCRegion: !Ref AWS::Region }]
`;
const read = (text: string) => imported(catalog, `${zone}${text}`);
const written = (document: Document): string =>
  templateText(exportTemplate(catalog, document).template, 'yaml').text;
const changed = (document: Document, ...commands: readonly ReturnType<typeof call>[]): Document =>
  documentAfter({ catalog }, document, { title: { en: '', ja: '' }, commands });

test('a private hosted zone is read with its VPCs, and a public one is not drawn', () => {
  const { the, document } = read(`
  Public: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com } }
`);

  expect(the('hosted-zone', 'Zone').props).toEqual({
    domain: 'corp.example.com',
    vpcs: { [the('vpc', 'Vpc').id]: true },
    records: {},
  });
  expect([...document.resources.values()].filter(({ kind }) => kind === 'hosted-zone')).toHaveLength(1);
});

test('records are read from record sets and groups, by the id of the zone and by its name', () => {
  const { the } = read(`
  One: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: one.corp.example.com., Type: A, TTL: '60', ResourceRecords: [10.0.0.5, 10.0.0.6] } }
  Two: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneName: CORP.example.com, Name: two.corp.example.com, Type: CNAME, TTL: '60', ResourceRecords: [one.corp.example.com] } }
  Other: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneName: example.org., Name: x.example.org, Type: A, TTL: '60', ResourceRecords: [192.0.2.1] } }
  Group:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      HostedZoneId: !GetAtt Zone.Id
      RecordSets:
        - { Name: three.corp.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.7], SetIdentifier: a, Failover: PRIMARY }
        - { Name: three.corp.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.8], SetIdentifier: b, Failover: SECONDARY }
        - { Name: four.corp.example.com, Type: A, AliasTarget: { DNSName: one.corp.example.com., HostedZoneId: !Ref Zone } }
`);

  const plain = { target: null, alias: false, standby: false };
  expect(the('hosted-zone', 'Zone').props.records).toEqual({
    One: { ...plain, name: 'one.corp.example.com', type: 'A', value: '10.0.0.5, 10.0.0.6' },
    Two: { ...plain, name: 'two.corp.example.com', type: 'CNAME', value: 'one.corp.example.com' },
    'Group-1': { ...plain, name: 'three.corp.example.com', type: 'A', value: '10.0.0.7' },
    'Group-2': { ...plain, name: 'three.corp.example.com', type: 'A', value: '10.0.0.8', standby: true },
    'Group-3': {
      ...plain,
      name: 'four.corp.example.com',
      type: 'A',
      value: 'one.corp.example.com',
      alias: true,
    },
  });
});

test('records lead to the resources whose addresses and names they hold', () => {
  const { the } = read(`
  Endpoint: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.ap-northeast-1.ssm, SubnetIds: [!Ref Subnet] } }
  Alias: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: a.corp.example.com, Type: A, AliasTarget: { DNSName: !Select [1, !Split [':', !Select [0, !GetAtt Endpoint.DnsEntries]]], HostedZoneId: !Select [0, !Split [':', !Select [0, !GetAtt Endpoint.DnsEntries]]] } } }
  Cname: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: c.corp.example.com, Type: CNAME, TTL: '60', ResourceRecords: [!Select [1, !Split [':', !Select [0, !GetAtt Endpoint.DnsEntries]]]] } }
  Private: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: p.corp.example.com, Type: A, TTL: '60', ResourceRecords: [!GetAtt Web.PrivateIp] } }
  Eni: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet } }
  OfEni: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: e.corp.example.com, Type: A, TTL: '60', ResourceRecords: [!GetAtt Eni.PrimaryPrivateIpAddress] } }
  Public: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: q.corp.example.com, Type: A, TTL: '60', ResourceRecords: [!GetAtt Web.PublicIp] } }
  Balancer: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: l.corp.example.com, Type: A, AliasTarget: { DNSName: !GetAtt Elsewhere.DNSName, HostedZoneId: Z35SXDOTRQ7X7K } } }
  Elsewhere: { Type: AWS::Elemental::Thing, Properties: {} }
`);

  const { records } = the('hosted-zone', 'Zone').props;
  const endpoint = the('interface-endpoint', 'Endpoint').id;
  expect(records['Alias']).toMatchObject({ target: endpoint, alias: true });
  expect(records['Cname']).toMatchObject({ target: endpoint, alias: false });
  expect(records['Private']).toMatchObject({ target: the('instance', 'Web').id, value: '' });
  expect(records['OfEni']).toMatchObject({ target: the('network-interface', 'Eni').id, value: '' });
  expect(records['Public']).toMatchObject({ target: null, value: { unknown: {} } });
  expect(records['Balancer']).toMatchObject({ target: null, alias: true, value: { unknown: {} } });
});

const balancer = `
  Lb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: TYPE, Scheme: internal, Subnets: [!Ref Subnet] } }
`;

test.each(['network', 'application'])(
  'records lead to %s load balancers, and are written as aliases',
  (type) => {
    const { document, the } = read(`${balancer.replace('TYPE', type)}
  Alias: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: a.corp.example.com, Type: A, AliasTarget: { DNSName: !GetAtt Lb.DNSName, HostedZoneId: !GetAtt Lb.CanonicalHostedZoneID } } }
  Sub: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: s.corp.example.com, Type: A, AliasTarget: { DNSName: !Sub 'dualstack.\${Lb.DNSName}', HostedZoneId: !GetAtt Lb.CanonicalHostedZoneID } } }
  Cname: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: c.corp.example.com, Type: CNAME, TTL: '60', ResourceRecords: [!GetAtt Lb.DNSName] } }
`);
    const { id, props } = the('hosted-zone', 'Zone');

    const after = changed(
      document,
      call('setRow', {
        id,
        field: 'records',
        row: 'fresh',
        values: { name: 'new.corp.example.com', type: 'A', target: 'Lb', alias: true },
      }),
    );

    expect(props.records).toMatchObject({
      Alias: { target: 'Lb', alias: true },
      Sub: { target: 'Lb', alias: true },
      Cname: { target: 'Lb', alias: false },
    });
    const { template } = exportTemplate(catalog, after);
    const added = Object.entries(template.Resources).find(
      ([logicalId]) => !written(document).includes(`${logicalId}:`),
    );
    expect(added?.[1].Properties).toMatchObject({
      Name: 'new.corp.example.com',
      AliasTarget: {
        DNSName: { 'Fn::GetAtt': ['Lb', 'DNSName'] },
        HostedZoneId: { 'Fn::GetAtt': ['Lb', 'CanonicalHostedZoneID'] },
      },
    });
    const same = Object.entries(template.Resources).find(([logicalId]) => logicalId === 'Sub');
    expect(same?.[1].Properties).toMatchObject({
      AliasTarget: { DNSName: { 'Fn::Sub': 'dualstack.${Lb.DNSName}' } },
    });
  },
);

test('an alias leads packets to the targets of a load balancer', () => {
  const named = zone.replace('CidrBlock: 10.0.0.0/16', 'CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true');
  const { document } = imported(
    catalog,
    `${named}${balancer.replace('TYPE', 'network')}
  Client: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref Subnet } }
  Open: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc, GroupDescription: o, SecurityGroupIngress: [{ IpProtocol: -1, CidrIp: 10.0.0.0/16 }] } }
  Shop: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Open] } }
  Group: { Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: { VpcId: !Ref Vpc, Protocol: TCP, Port: 80, Targets: [{ Id: !Ref Shop }] } }
  Listener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { LoadBalancerArn: !Ref Lb, Protocol: TCP, Port: 80, DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Group }] } }
  Alias: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: a.corp.example.com, Type: A, AliasTarget: { DNSName: !GetAtt Lb.DNSName, HostedZoneId: !GetAtt Lb.CanonicalHostedZoneID } } }
`,
  );

  const trace = compileNetwork(factsOf(catalog, document)).trace({
    from: { resource: 'Client' },
    to: { dns: 'a.corp.example.com' },
    protocol: 'tcp',
    port: 80,
    sourcePort: null,
  });

  expect(trace).toMatchObject({ verdict: 'reachable', blockedBy: [] });
  expect(trace.forward.steps.at(-1)).toMatchObject({ at: 'Shop' });
});

test('one record of a group is changed in its place, and all else of the group stays', () => {
  const { document, the } = read(`
  Group:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      HostedZoneName: corp.example.com.
      Comment: kept
      RecordSets:
        - { Name: a.corp.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.7], SetIdentifier: a, Weight: 9 }
        # between
        - { Name: a.corp.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.8], SetIdentifier: b, Weight: 1 }
`);

  const after = changed(
    document,
    call('setRow', {
      id: the('hosted-zone', 'Zone').id,
      field: 'records',
      row: 'Group-2',
      values: { value: '10.0.0.9' },
    }),
  );

  const text = written(after);
  expect(text).toContain('Comment: kept');
  expect(text).toContain('HostedZoneName: corp.example.com.');
  expect(text).not.toContain('HostedZoneId');
  expect(text).toMatch(/Weight: 9/);
  expect(text).toMatch(/10\.0\.0\.7/);
  expect(text).toMatch(/10\.0\.0\.9/);
  expect(text).not.toMatch(/10\.0\.0\.8/);
  expect(text).toMatch(/SetIdentifier: b/);
});

test('a record that is added to a template is a resource of its own; one that is removed goes', () => {
  const { document, the } = read(`
  Old: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !Ref Zone, Name: old.corp.example.com, Type: A, TTL: '60', ResourceRecords: [10.0.0.5] } }
`);
  const { id } = the('hosted-zone', 'Zone');

  const added = changed(
    document,
    call('setRow', {
      id,
      field: 'records',
      row: 'fresh',
      values: {
        name: 'new.corp.example.com',
        type: 'A',
        target: the('instance', 'Web').id,
        value: '',
        alias: false,
        standby: false,
      },
    }),
  );
  const removed = changed(added, call('setRow', { id, field: 'records', row: 'Old', values: null }));

  expect(written(added)).toContain('ZoneNewRecord:');
  expect(written(added)).toContain('!GetAtt Web.PrivateIp');
  expect(written(added)).toContain('old.corp.example.com');
  expect(written(removed)).toContain('new.corp.example.com');
  expect(written(removed)).not.toContain('old.corp.example.com');
});
