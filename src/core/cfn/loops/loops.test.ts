/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html */
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { exportTemplate } from '../exportTemplate';
import { importTemplates, type Imported } from '../importTemplates';
import { placeOf } from '../places';
import { templateText } from '../templateText';

const transform = 'Transform: AWS::LanguageExtensions\n';
const vpc = '  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n';

function read(text: string, parameters: Readonly<Record<string, string>> = {}): Imported {
  return importTemplates(catalog, [{ name: 'net.yaml', text }], { parameters });
}

function faults({ findings }: Imported): readonly string[] {
  return findings.map(({ rule, place, message }) => `${place?.line} ${rule}: ${message.en}`);
}

function remarks({ report }: Imported): readonly string[] {
  return report.problems.map(({ line, message }) => `${line} ${message.en}`);
}

function made({ report }: Imported): readonly string[] {
  return report.understood.filter((id) => id !== 'Vpc');
}

const subnets = (collection: string): string => `${transform}Parameters:
  Names: { Type: CommaDelimitedList }
Resources:
${vpc}  Fn::ForEach::Subnets:
    - Name
    - ${collection}
    - Subnet&{Name}:
        Type: AWS::EC2::Subnet
        Properties:
          VpcId: !Ref Vpc
          CidrBlock: !Sub 10.0.\${Name}.0/24
`;

test.each([
  ['a list', "['1', '2']", {}],
  ['a parameter that is given', '!Ref Names', { Names: '1,2' }],
  ['a text that is split', "!Split ['|', '1|2']", {}],
  ['numbers', '[1, 2]', {}],
])('a loop over %s makes a resource for each of its values', (_, collection, given) => {
  const imported = read(subnets(collection), given);

  const cidrs = made(imported).map((id) => {
    const resource = imported.document.resources.get(id);
    return resource?.kind === 'subnet' ? `${id} ${JSON.stringify(resource.props.cidr)}` : id;
  });
  expect(cidrs).toEqual(['Subnet1 "10.0.1.0/24"', 'Subnet2 "10.0.2.0/24"']);
  expect(faults(imported)).toEqual([]);
});

test('a logical ID is made of the letters and digits of a value where &{…} says so', () => {
  expect(made(read(subnets("['1-a', '2.b']")))).toEqual(['Subnet1a', 'Subnet2b']);
});

test('a loop over what is known only when the stack is made is kept, and told of with the reason', () => {
  const imported = read(subnets('!Ref Names'));

  expect(made(imported)).toEqual([]);
  expect(remarks(imported)).toEqual([
    '6 Fn::ForEach::Subnets makes resources that are not drawn; it is kept: parameter Names gives it when the stack is made',
  ]);
});

test('loops within loops, and names put together from both, lead where they should', () => {
  const imported = read(`${transform}Resources:
${vpc}  Fn::ForEach::Tiers:
    - Tier
    - [App, Data]
    - \${Tier}Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
      Fn::ForEach::Zones:
        - Zone
        - ['1', '2']
        - \${Tier}\${Zone}:
            Type: AWS::EC2::Subnet
            Properties: { VpcId: !Ref Vpc, CidrBlock: !Sub '10.0.\${Zone}.0/24' }
          \${Tier}\${Zone}Table:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: { Ref: { 'Fn::Sub': '\${Tier}\${Zone}' } }
              RouteTableId: !GetAtt [!Sub '\${Tier}Table', RouteTableId]
`);

  const tables = ['App1', 'App2', 'Data1', 'Data2'].map((id) => {
    const subnet = imported.document.resources.get(id);
    return subnet?.kind === 'subnet' ? subnet.props.routeTable : undefined;
  });
  expect(tables).toEqual(['AppTable', 'AppTable', 'DataTable', 'DataTable']);
  expect(faults(imported)).toEqual([]);
});

test('conditions, outputs and properties may be made by loops', () => {
  const imported = read(`${transform}Conditions:
  Fn::ForEach::Stages: [Stage, [Dev, Prod], { 'Is\${Stage}': !Equals [!Ref Stage, Prod] }]
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Condition: IsProd
    Properties:
      CidrBlock: 10.0.0.0/16
      Fn::ForEach::Dns: [What, [Support, Hostnames], { 'EnableDns\${What}': true }]
  Other:
    Type: AWS::EC2::VPC
    Condition: IsDev
    Properties: { CidrBlock: 10.1.0.0/16 }
Outputs:
  Fn::ForEach::Ids: [Which, [Vpc], { '\${Which}Id': { Value: !Ref { 'Fn::Sub': '\${Which}' } } }]
`);

  const own = imported.document.resources.get('Vpc');
  expect(own?.kind === 'vpc' && own.props.dnsHostnames).toBe(true);
  expect(imported.document.resources.has('Other')).toBe(false);
  expect(faults(imported)).toEqual([]);
});

test('a loop without the transform that knows it is a fault, and read all the same', () => {
  const imported = read(subnets("['1']").replace(transform, ''));

  expect(faults(imported)).toEqual([
    '5 template-wrong-shape: Fn::ForEach::Subnets needs “Transform: AWS::LanguageExtensions” at the top of the template',
  ]);
  expect(made(imported)).toEqual(['Subnet1']);
});

test('a key that two turns make is a fault', () => {
  expect(faults(read(subnets("['1', '1']")))).toEqual([
    '9 template-duplicate-key: a loop makes “Subnet1” a second time',
  ]);
});

test('a fault of what a loop makes has the line of the loop’s text', () => {
  const imported = read(subnets("['1']").replace('!Ref Vpc', '!Ref Vcp'));

  expect(placeOf(imported.document, 'Subnet1', 'cidr')).toMatchObject({ line: 13 });
  expect(faults(imported).map((each) => each.split(':')[0])).toEqual(['12 template-dangling-reference']);
});

test.each([
  ['no list', 'Fn::ForEach::X: { a: b }'],
  ['two parts', 'Fn::ForEach::X: [Name, [A]]'],
  ['a text for a list', 'Fn::ForEach::X: [Name, A, { "${Name}": { Type: AWS::EC2::InternetGateway } }]'],
  ['a text to be made', 'Fn::ForEach::X: [Name, [A], text]'],
  [
    'a list for an identifier',
    'Fn::ForEach::X: [[Name], [A], { "${Name}": { Type: AWS::EC2::InternetGateway } }]',
  ],
])('a loop of %s is kept and told of', (_, loop) => {
  const imported = read(`${transform}Resources:\n${vpc}  ${loop}\n`);

  expect(made(imported)).toEqual([]);
  expect(remarks(imported)).toEqual([
    '4 Fn::ForEach::X makes resources that are not drawn; it is kept: it takes an identifier, a list of texts, and an object with what each turn makes',
  ]);
});

// Made one by one, a hundred million of them would outlast the time that a test has.
test('loops that would make millions of resources are kept without making them', () => {
  const list = JSON.stringify(Array.from({ length: 100 }, (_, index) => `A${index}`));
  const gateway = '{ "${A}${B}${C}${D}": { Type: AWS::EC2::InternetGateway } }';
  const loop = ['D', 'C', 'B', 'A'].reduce(
    (inner, name) => `{ "Fn::ForEach::${name}": [${name}, ${list}, ${inner}] }`,
    gateway,
  );
  const imported = read(`${transform}Resources: ${loop}\n`);

  expect(remarks(imported)).toEqual([
    '2 Fn::ForEach::A makes resources that are not drawn; it is kept: it makes more than a template can hold',
  ]);
});

test('a template with loops comes back byte for byte', () => {
  const text = subnets("['1', '2']");

  expect(templateText(exportTemplate(catalog, read(text).document).template, 'yaml').text).toBe(text);
});
