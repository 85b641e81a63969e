import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { isUnknown } from '../model/value';
import { exportTemplate, exportTemplates } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { placeOf, propertyOf } from './places';
import { templateText } from './templateText';

const example = (name: string) => ({ name, text: readFileSync(`examples/templates/${name}`, 'utf8') });
const yaml = (text: string) => importTemplates(catalog, [{ name: 'net.yaml', text }]);

const network = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
`;

test('a network stands in its Region, subnets in the boxes of their zones', () => {
  const { document } = importTemplates(catalog, [example('two-tier-nat.yaml')], { region: 'us-west-2' });

  const parents = ['PrivateSubnetC', 'us-west-2', 'VPC', 'NatA', 'IGW'].map(
    (id) => document.resources.get(id)?.parentId,
  );

  expect(parents).toEqual(['VPC/us-west-2b', null, 'us-west-2', 'PublicSubnetA', 'VPC']);
  expect(document.resources.get('VPC/us-west-2b')).toMatchObject({
    kind: 'availability-zone',
    parentId: 'VPC',
    props: { zone: 'us-west-2b' },
  });
});

test('what a template gives by parameters is drawn as a stand-in of which nothing is known', () => {
  const { document, findings } = importTemplates(catalog, [example('existing-network.yaml')]);

  expect(findings).toEqual([]);
  const vpc = document.resources.get('VpcId');
  expect(vpc).toMatchObject({ kind: 'vpc', provenance: { outside: '{"Ref":"VpcId"}' } });
  expect(isUnknown(vpc?.kind === 'vpc' ? vpc.props.cidr : undefined)).toBe(true);
  expect(document.resources.get('Group')?.parentId).toBe('VpcId');
  expect(document.resources.get('Server')?.parentId).toBe('SubnetIds1');
  expect(document.resources.get('SubnetIds1')?.parentId).toBe('VpcId');
});

test('a changed parameter changes what is drawn', () => {
  const options = { parameters: { VpcCidr: '10.99.0.0/16' } };

  const { document } = importTemplates(catalog, [example('two-tier-nat.yaml')], options);

  expect(document.resources.get('PrivateSubnetA')?.props).toMatchObject({ cidr: '10.99.2.0/24' });
});

test('a value for a parameter that no template has is told of', () => {
  const { report } = importTemplates(catalog, [example('two-tier-nat.yaml')], {
    parameters: { VpcCird: 'x' },
  });

  expect(report.problems.map(({ message }) => message.en)).toEqual([
    'no template has a parameter “VpcCird”; did you mean “VpcCidr”?',
  ]);
});

test('what a condition forbids is not drawn, and stays in the template', () => {
  const { document, report } = importTemplates(catalog, [example('conditions.yaml')], {
    parameters: { UseNat: 'false' },
  });

  expect(document.resources.has('Nat')).toBe(false);
  expect(report.passedThrough).toContain('Nat');
  expect(document.resources.get('PrivateTable')?.props).toMatchObject({ routes: {} });
  expect(exportTemplate(catalog, document).template.Resources['Nat']).toBeDefined();
});

test('stacks that import from one another are one diagram, and two templates', () => {
  const files = [example('stack-service.yaml'), example('stack-network.yaml')];

  const { document, findings } = importTemplates(catalog, files);

  expect(findings).toEqual([]);
  expect(document.resources.get('Server')?.parentId).toBe('Subnet');
  expect(document.resources.get('S3Endpoint')?.props).toMatchObject({ routeTables: { Table: true } });
  const texts = exportTemplates(catalog, document).map(
    ({ exported }) => templateText(exported.template, 'yaml').text,
  );
  expect(texts).toEqual(files.map(({ text }) => text));
});

test('logical IDs that two files have are told apart by the file', () => {
  const { document } = importTemplates(catalog, [
    { name: 'a.yaml', text: network },
    { name: 'b.yaml', text: network },
  ]);

  expect([...document.resources.keys()]).toEqual(expect.arrayContaining(['a.yaml:Vpc', 'b.yaml:Vpc']));
});

test('numbers of IPv6 subnets are known though AWS assigns the block', () => {
  const { document } = importTemplates(catalog, [example('ipv6-dual-stack.yaml')]);

  expect(document.resources.get('PublicSubnet')?.props).toMatchObject({ ipv6: 0 });
  expect(document.resources.get('PrivateSubnet')?.props).toMatchObject({ ipv6: 1 });
});

test('a field is found in the template at the property that states it', () => {
  const { document } = importTemplates(catalog, [example('public-subnet.yaml')]);

  expect(placeOf(document, 'PublicSubnet', 'cidr')).toEqual({
    file: 'public-subnet.yaml',
    line: 33,
    column: 7,
  });
  expect(placeOf(document, 'PublicSubnet', 'routeTable')).toEqual({
    file: 'public-subnet.yaml',
    line: 54,
    column: 7,
  });
  expect(placeOf(document, 'PublicRouteTable', 'routes.DefaultRoute.target')).toMatchObject({ line: 48 });
  expect(placeOf(document, 'WebSecurityGroup')).toEqual({ file: 'public-subnet.yaml', line: 56, column: 3 });
  expect(placeOf(document, 'WebSecurityGroup', 'inbound.rule-2.peer')).toMatchObject({
    line: 69,
    column: 11,
  });
  expect(placeOf(document, 'PublicSubnet', 'networkAcl')).toEqual({
    file: 'public-subnet.yaml',
    line: 29,
    column: 3,
  });
  expect(propertyOf(document, 'PublicSubnet', 'cidr')).toBe('CidrBlock');
});

test('a place is found again after the diagram was saved and read', () => {
  const { document } = importTemplates(catalog, [example('public-subnet.yaml')]);
  const [[id, template] = ['', undefined]] = document.templates;
  const copy = template === undefined ? new Map() : new Map([[id, { ...template }]]);

  expect(placeOf({ ...document, templates: copy }, 'PublicSubnet', 'cidr')).toMatchObject({ line: 33 });
});

test('one changed property changes nothing else that the author wrote', () => {
  const { document } = importTemplates(catalog, [example('two-tier-nat.yaml')]);
  const before = exportTemplate(catalog, document).template;
  const subnet = document.resources.get('PrivateSubnetA');
  const changed = new Map(document.resources);
  if (subnet?.kind === 'subnet')
    changed.set(subnet.id, { ...subnet, props: { ...subnet.props, cidr: '10.20.9.0/24' } });

  const after = exportTemplate(catalog, { ...document, resources: changed }).template;

  expect(after.Resources['PrivateSubnetA']?.Properties).toEqual({
    ...before.Resources['PrivateSubnetA']?.Properties,
    CidrBlock: '10.20.9.0/24',
  });
  const others = (resources: typeof after.Resources) =>
    Object.entries(resources).filter(([logicalId]) => logicalId !== 'PrivateSubnetA');
  expect(others(after.Resources)).toEqual(others(before.Resources));
  expect(after.Parameters).toEqual(before.Parameters);
});

test('what is deleted from the diagram goes from the template, with its satellites and outputs', () => {
  const { document } = importTemplates(catalog, [example('public-subnet.yaml')]);
  const left = new Map(document.resources);
  left.delete('WebServer');
  left.delete('InternetGateway');
  const table = left.get('PublicRouteTable');
  if (table?.kind === 'route-table') left.set(table.id, { ...table, props: { ...table.props, routes: {} } });

  const { template, problems } = exportTemplate(catalog, { ...document, resources: left });

  expect(problems).toEqual([]);
  expect(Object.keys(template.Resources)).toEqual([
    'Vpc',
    'PublicSubnet',
    'PublicRouteTable',
    'PublicSubnetAssociation',
    'WebSecurityGroup',
  ]);
  expect(template.Outputs).toEqual({});
});

test('tags that people gave stay when a name changes', () => {
  const { document } = importTemplates(catalog, [example('opaque.yaml')]);
  const vpc = document.resources.get('Vpc');
  const renamed = new Map(document.resources);
  if (vpc !== undefined) renamed.set('Vpc', { ...vpc, name: 'new name' });

  const { template } = exportTemplate(catalog, { ...document, resources: renamed });

  expect(template.Resources['Vpc']?.Properties?.['Tags']).toEqual([
    { Key: 'CostCentre', Value: '0042' },
    { Key: 'Name', Value: 'new name' },
    { Key: 'Owner', Value: 'yes' },
  ]);
  expect(template.Resources['Bucket']).toMatchObject({ DeletionPolicy: 'Retain' });
});

test('tags that people gave stay when the name is taken away, and when one is given for the first time', () => {
  const tagsOf = (tags: string, name: string) => {
    const text = `Resources: { Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, Tags: ${tags} } } }`;
    const { document } = importTemplates(catalog, [{ name: 'a.yaml', text }]);
    const vpc = document.resources.get('Vpc');
    if (vpc === undefined) throw new Error('the VPC is drawn');
    const resources = new Map(document.resources).set('Vpc', { ...vpc, name });
    return exportTemplate(catalog, { ...document, resources }).template.Resources['Vpc']?.Properties?.[
      'Tags'
    ];
  };

  expect(tagsOf('[{ Key: Owner, Value: me }, { Key: Name, Value: old }]', '')).toEqual([
    { Key: 'Owner', Value: 'me' },
  ]);
  expect(tagsOf('[{ Key: Owner, Value: me }]', 'new')).toEqual([
    { Key: 'Owner', Value: 'me' },
    { Key: 'Name', Value: 'new' },
  ]);
});

test('what a loop makes is drawn, and macros are told of', () => {
  const { report, document } = importTemplates(catalog, [example('macros.yaml')]);

  expect(report.understood).toEqual(expect.arrayContaining(['TableBlue', 'TableGreen']));
  expect(report.problems.map(({ line, message }) => `${line} ${message.en}`)).toEqual([
    '3 the macro AWS::Serverless-2016-10-31 changes the template when it is deployed; what it adds is not drawn',
  ]);
  expect(document.resources.has('Vpc')).toBe(true);
});

test('a file that is no template says so', () => {
  expect(yaml('- 1\n- 2\n').failure?.message.en).toBe(
    'this is no CloudFormation template: it has no Resources section',
  );
  expect(yaml('resources:\n  a: 1\n').failure?.message.en).toContain('“resources” should be “Resources”');
  expect(yaml('Parameters:\n  A: {Type: String}\n').failure?.message.en).toContain(
    'there is no Resources section',
  );
});

test('a satellite whose owner is not drawn stays as it is', () => {
  const { report, findings } = yaml(`${network}  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: subnet-0123456789abcdef0
      RouteTableId: rtb-0123456789abcdef0
`);

  expect(findings).toEqual([]);
  expect(report).toMatchObject({ understood: ['Vpc'], passedThrough: ['Association'] });
});

test('the lines of a template as its author wrote it are those of each resource', () => {
  const { document } = importTemplates(catalog, [example('public-subnet.yaml')]);

  const { lines } = templateText(exportTemplate(catalog, document).template, 'yaml');

  expect(lines.get('PublicRouteTable')).toEqual({ first: 37, last: 40 });
  expect(lines.get('WebAddress')).toMatchObject({ first: 87 });
});

test('what is added to a template that was read is written with the parameters that it needs, and no others', () => {
  const { document } = importTemplates(catalog, [example('existing-network.yaml')]);
  const server = document.resources.get('Server');
  const added = new Map(document.resources);
  if (server?.kind === 'instance') {
    const { provenance: _, ...fresh } = server;
    added.set('new', {
      ...fresh,
      id: 'new',
      name: 'second server',
      props: { ...server.props, instanceType: 't3.micro' },
    });
  }

  const { template } = exportTemplate(catalog, { ...document, resources: added });

  expect(template.Resources['SecondServer']?.Properties).toMatchObject({
    ImageId: { Ref: 'AmazonLinuxAmi' },
    SubnetId: { 'Fn::Select': [0, { Ref: 'SubnetIds' }] },
    SecurityGroupIds: [{ Ref: 'Group' }],
  });
  expect(Object.keys(template.Parameters)).toEqual([
    'VpcId',
    'SubnetIds',
    'AllowedCidr',
    'ImageId',
    'AmazonLinuxAmi',
  ]);
});

test('an unquoted yes is a truth value, as it is to CloudFormation', () => {
  const { document } = importTemplates(catalog, [example('hand-indented.yml')]);

  expect(document.resources.get('vpc')?.props).toMatchObject({ dnsHostnames: true });
  const { template } = exportTemplate(catalog, document);
  expect(template.Resources['vpc']?.Properties).toMatchObject({ EnableDnsHostnames: true });
});

test('a subnet that is a parameter stands in the VPC of the security group beside it', () => {
  const { document } = yaml(`Parameters:
  Subnet: {Type: AWS::EC2::Subnet::Id}
  Network: {Type: AWS::EC2::VPC::Id}
  Other: {Type: AWS::EC2::VPC::Id}
Resources:
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SubnetId: !Ref Subnet
      SecurityGroupIds: [!Ref Group]
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: a group, VpcId: !Ref Network}
  OtherGroup:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: another, VpcId: !Ref Other}
`);

  expect(document.resources.get('Subnet')?.parentId).toBe('Network');
});

test('what a tool’s module makes is no fault', () => {
  const { findings } = yaml(`Resources:
  Network:
    Type: !Rain::Module vpc.yml
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: a group, VpcId: !Ref NetworkVPC}
`);

  expect(findings).toEqual([]);
});

test('rules that stand beside their group stay there when something else of the group changes', () => {
  const { document } = importTemplates(catalog, [example('separate-rules.yaml')]);
  const before = exportTemplate(catalog, document).template.Resources;
  const group = document.resources.get('BackGroup');
  const changed = new Map(document.resources);
  if (group !== undefined) changed.set('BackGroup', { ...group, name: 'database' });

  const after = exportTemplate(catalog, { ...document, resources: changed }).template.Resources;

  expect({ ...after, BackGroup: undefined }).toEqual({ ...before, BackGroup: undefined });
  expect(after['BackGroup']?.Properties).toEqual({
    ...before['BackGroup']?.Properties,
    Tags: [{ Key: 'Name', Value: 'database' }],
  });
});

test('a rule beside its group that is changed moves into the group, the others stay', () => {
  const { document } = importTemplates(catalog, [example('separate-rules.yaml')]);
  const group = document.resources.get('BackGroup');
  const changed = new Map(document.resources);
  const rule = group?.kind === 'security-group' ? group.props.inbound['BackFromFront'] : undefined;
  if (group?.kind === 'security-group' && rule !== undefined) {
    const inbound = { ...group.props.inbound, BackFromFront: { ...rule, fromPort: 3306, toPort: 3306 } };
    changed.set('BackGroup', { ...group, props: { ...group.props, inbound } });
  }

  const { template, problems } = exportTemplate(catalog, { ...document, resources: changed });

  expect(problems).toEqual([]);
  expect(Object.keys(template.Resources)).toContain('BackFromItself');
  expect(Object.keys(template.Resources)).toContain('FrontToBack');
  const again = importTemplates(catalog, [{ name: 'x', text: templateText(template, 'yaml').text }]);
  const back = again.document.resources.get('BackGroup');
  const ports = back?.kind === 'security-group' ? Object.values(back.props.inbound) : [];
  expect(ports.map(({ fromPort }) => fromPort)).toEqual(expect.arrayContaining([3306, null]));
  expect(ports).toHaveLength(2);
});

test('a role to which something else refers outlives its instance', () => {
  const { document } = yaml(`${network}  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17'}}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: [!Ref Role]}
  Policy:
    Type: AWS::IAM::RolePolicy
    Properties: {RoleName: !Ref Role, PolicyName: a}
  Server:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-0123456789abcdef0, SubnetId: !Ref Subnet, IamInstanceProfile: !Ref Profile}
`);
  const left = new Map(document.resources);
  left.delete('Server');

  const { template, problems } = exportTemplate(catalog, { ...document, resources: left });

  expect(Object.keys(template.Resources)).toEqual(['Vpc', 'Subnet', 'Role', 'Policy']);
  expect(problems).toEqual([]);
});
