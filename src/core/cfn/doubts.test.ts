/**
 * A reference that leads to nothing is no reason to conclude anything: CloudFormation would refuse the template, and what
 * its author meant is only likely.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html
 */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { opened, reopened, traceOf } from '../../testing/opened';
import { sound } from '../../testing/soundTemplate';
import { call } from '../commands';
import type { Document } from '../model/document';
import { documentAfter } from '../plans/plan';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { templateFindings } from './templateFindings';

describe('a doubt', () => {
  const inVpc = sound.replace('VpcId: !Ref Vpc\n  PrivateTable', 'VpcId: Vpcc\n  PrivateTable').replace(
    '  Igw:\n',
    `  Other:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  OtherSubnet:
    Type: AWS::EC2::Subnet
    Properties: { CidrBlock: 10.0.9.0/24, VpcId: !Ref Other }
  Igw:
`,
  );
  const why = 'VpcId of PrivateSubnet is the text “Vpcc”, which is no id; that Vpc was meant is only likely';

  test('goes when the resource is put into another box, and comes back with it', () => {
    const moved = (document: Document, parentId: string): Document =>
      documentAfter({ catalog }, document, {
        title: { en: '', ja: '' },
        commands: [call('moveResources', { moves: [{ id: 'PrivateSubnet', parentId, x: 0, y: 0 }] })],
      });
    const document = opened(inVpc);

    const elsewhere = moved(document, 'Other');
    const back = moved(elsewhere, 'Vpc');

    expect(traceOf(document, 'App>internet').unknowns[0]?.en).toBe(why);
    expect(traceOf(elsewhere, 'App>internet').unknowns.map(({ en }) => en)).not.toContain(why);
    expect(templateFindings(catalog, elsewhere)).toEqual([]);
    expect(traceOf(back, 'App>internet').verdict).toBe('unknown');
    expect(templateFindings(catalog, back)).toHaveLength(1);
  });

  test('goes when the value is set, to what was likely meant or to something else', () => {
    const document = opened(sound.replace('NatGatewayId: !Ref Nat\n', 'NatGatewayId: !Ref Natt\n'));
    const set = (target: string | null): Document =>
      documentAfter({ catalog }, document, {
        title: { en: '', ja: '' },
        commands: [
          call('setRow', { id: 'PrivateTable', field: 'routes', row: 'PrivateRoute', values: { target } }),
        ],
      });

    expect(traceOf(set('Nat'), 'App>internet').verdict).toBe('reachable');
    expect(traceOf(set(null), 'App>internet').verdict).toBe('blocked');
    for (const target of ['Nat', null]) expect(templateFindings(catalog, set(target))).toEqual([]);
  });

  test('about one of a list stays when another one is changed', () => {
    const text = sound.replace('[!Ref WebGroup, !Ref CallerGroup]', '[!Ref WebGroup, !Ref CalerGroup]');
    const changed = documentAfter({ catalog }, opened(text), {
      title: { en: '', ja: '' },
      commands: [call('setProps', { id: 'Web', props: { securityGroups: { CallerGroup: true } } })],
    });

    expect(traceOf(changed, 'Web>App:8080').verdict).toBe('unknown');
    expect(templateFindings(catalog, changed)).toHaveLength(1);
  });

  test('about everything in a VPC names what the flow meets, and no more', () => {
    const text = sound.replaceAll('VpcId: !Ref Vpc', 'VpcId: VPC');

    const { verdict, unknowns } = traceOf(opened(text), 'internet>Web');

    expect(verdict).toBe('unknown');
    expect(unknowns.map(({ en }) => en.split(' is the text')[0])).toEqual([
      'VpcId of Attachment',
      'VpcId of PublicSubnet',
      'VpcId of PublicTable',
      'VpcId of WebGroup',
    ]);
    expect(traceOf(opened(text), 'internet>Web:22').verdict).toBe('blocked');
  });

  test('is none within one subnet, whatever VPC it stands in', () => {
    const text = sound.replace('VpcId: !Ref Vpc\n  PublicTable', 'VpcId: VPC\n  PublicTable');

    expect(traceOf(opened(text), 'Caller>Web').verdict).toBe('reachable');
    expect(traceOf(opened(text), 'Caller>App').verdict).toBe('unknown');
  });

  test('is none where another path or another group lets the flow through', () => {
    const text = sound.replace('- !Ref IsolatedTable\n', '- !Ref PublicTabel\n');

    expect(traceOf(opened(text), 'Web>service:s3').verdict).toBe('reachable');
  });

  test('about the main route table of another VPC leaves nothing blocked', () => {
    const text = sound
      .replace('VpcId: !Ref Vpc\n  PrivateTable', 'VpcId: VPC\n  PrivateTable')
      .replace(
        'SubnetId: !Ref PrivateSubnet\n      RouteTableId',
        'SubnetId: subnet-0123456789abcdef0\n      RouteTableId',
      );

    expect(traceOf(opened(text.replace('VpcId: VPC', 'VpcId: !Ref Vpc')), 'App>internet').verdict).toBe(
      'blocked',
    );
    expect(traceOf(opened(text), 'App>internet').verdict).toBe('unknown');
  });

  test('about whether a rule restricts a group leaves open what else may leave', () => {
    const text = `${sound}  AppOut:
    Type: AWS::EC2::SecurityGroupEgress
    Properties:
      GroupId: !GetAtt AppGrop.GroupId
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
      CidrIp: 0.0.0.0/0
`;

    expect(traceOf(opened(text), 'App>internet:80').verdict).toBe('unknown');
    expect(traceOf(opened(text.replace('AppGrop', 'AppGroup')), 'App>internet:80').verdict).toBe('blocked');
    expect(traceOf(opened(sound), 'App>internet:80').verdict).toBe('reachable');
  });

  test('is one, too, where what was likely meant is not made', () => {
    const text = `Conditions: { Never: !Equals [1, 2] }\n${sound
      .replace('RouteTableId: !Ref PrivateTable\n  Acl:', 'RouteTableId: !Ref PrivatTable\n  Acl:')
      .replace('  PrivateTable:\n', '  PrivateTable:\n    Condition: Never\n')}`;

    expect(traceOf(opened(text), 'App>internet').verdict).toBe('unknown');
  });

  test('about a group of subnets is one about all of them', () => {
    const text = `${sound}  Subnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties: { DBSubnetGroupDescription: two, SubnetIds: [!Ref PrivateSubnet, !Ref IsolatedSubnet] }
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: 20
      DBSubnetGroupName: Subnets
      VPCSecurityGroups: [!Ref WebGroup]
`;
    const document = reopened(opened(text));
    const [finding, ...more] = templateFindings(catalog, document);
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error('there is a fix');

    expect(more).toEqual([]);
    expect(traceOf(document, 'App>Database').verdict).toBe('unknown');
    expect(traceOf(document, 'App>Database:22').verdict).toBe('blocked');
    expect(traceOf(documentAfter({ catalog }, document, fix), 'App>Database').verdict).toBe('reachable');
  });

  test.each([
    [
      'a function',
      'Lambda::Function',
      'VpcConfig: { SubnetIds: [!Ref PrivateSubent], SecurityGroupIds: [!Ref CallerGroup] }',
    ],
    [
      'a task',
      'ECS::Service',
      'NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref PrivateSubent], SecurityGroups: [!Ref CallerGroup] } }',
    ],
    [
      'an instance with an interface of its own',
      'EC2::Instance',
      'NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: !Ref PrivateSubent, GroupSet: [!Ref CallerGroup] }]',
    ],
  ])('about the subnet of %s is mended where it stands', (_, type, property) => {
    const required =
      type === 'Lambda::Function'
        ? '      Role: arn:aws:iam::123456789012:role/a\n      Code: { ZipFile: a }\n'
        : '';
    const text = `${sound}  Worker:\n    Type: AWS::${type}\n    Properties:\n${required}      ${property}\n`;
    const document = opened(text);
    const [finding] = templateFindings(catalog, document);
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error('there is a fix');

    const mended = documentAfter({ catalog }, document, fix);

    expect(traceOf(document, 'Worker>internet').verdict).toBe('unknown');
    expect(traceOf(mended, 'Worker>internet').verdict).toBe('reachable');
    expect(exportTemplate(catalog, mended).template.Resources['Worker']).toEqual(
      exportTemplate(catalog, opened(text.replace('PrivateSubent', 'PrivateSubnet'))).template.Resources[
        'Worker'
      ],
    );
  });

  test.each([
    ['Select', '!Select [0, [!Ref PrivateSubent]]'],
    ['If', '!If [IsOne, !Ref PrivateSubent, !Ref PublicSubnet]'],
  ])('about what stands in a function is mended there: %s', (_, value) => {
    const text = `Conditions: { IsOne: !Equals [1, 1] }\n${sound.replace(
      'SubnetId: !Ref PrivateSubnet\n  Caller',
      `SubnetId: ${value}\n  Caller`,
    )}`;
    const document = opened(text);
    const [finding] = templateFindings(catalog, document);
    const [fix] = finding?.fixes ?? [];
    if (fix === undefined) throw new Error('there is a fix');

    const mended = documentAfter({ catalog }, document, fix);

    expect(traceOf(document, 'App>internet').verdict).toBe('unknown');
    expect(traceOf(mended, 'App>internet').verdict).toBe('reachable');
    expect(exportTemplate(catalog, mended).template.Resources).toEqual(
      exportTemplate(catalog, opened(text.replace('PrivateSubent', 'PrivateSubnet'))).template.Resources,
    );
  });

  test('is as much one where nothing was likely meant', () => {
    const text = sound.replace('NatGatewayId: !Ref Nat\n', 'NatGatewayId: !Ref Elsewhere\n');

    const { verdict, unknowns } = traceOf(
      opened(
        text
          .replaceAll('  Nat:', '  One:')
          .replace(
            '  NatAddress',
            '  Two:\n    Type: AWS::EC2::NatGateway\n    Properties: { SubnetId: !Ref PublicSubnet, AllocationId: !GetAtt NatAddress.AllocationId }\n  NatAddress',
          ),
      ),
      'App>internet',
    );

    expect(verdict).toBe('unknown');
    expect(unknowns[0]?.en).toBe(
      'NatGatewayId of PrivateRoute refers to “Elsewhere”, which the template does not have',
    );
  });

  test('about something that another stack imports reaches it', () => {
    const one = `${sound}Outputs:
  Subnet: { Value: !Ref PrivatSubnet, Export: { Name: subnet } }
`;
    const other = `Resources:
  Remote:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0123456789abcdef0, SubnetId: !ImportValue subnet, SecurityGroupIds: [] }
`;
    const read = (text: string): Document =>
      importTemplates(catalog, [
        { name: 'one.yaml', text },
        { name: 'other.yaml', text: other },
      ]).document;

    expect(traceOf(read(one), 'Remote>internet').verdict).toBe('unknown');
    expect(traceOf(read(one.replace('PrivatSubnet', 'PrivateSubnet')), 'Remote>internet').verdict).toBe(
      'reachable',
    );
  });
});
