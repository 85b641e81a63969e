/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { templatesIn } from '../../../testing/templateCorpus';
import { exportTemplates } from '../exportTemplate';
import { importTemplates, type Imported, type ImportOptions } from '../importTemplates';
import { templateText } from '../templateText';

function read(files: Readonly<Record<string, string>>, options: ImportOptions = {}): Imported {
  return importTemplates(
    catalog,
    Object.entries(files).map(([name, text]) => ({ name, text })),
    options,
  );
}

function faults({ findings }: Imported): readonly string[] {
  return findings.map(({ rule, place, message }) => `${place?.file}:${place?.line} ${rule}: ${message.en}`);
}

function parents({ document }: Imported): Readonly<Record<string, string | null>> {
  return Object.fromEntries([...document.resources.values()].map(({ id, parentId }) => [id, parentId]));
}

const vpc = `Parameters: { Cidr: { Type: String } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
Outputs:
  Id: { Value: !Ref Vpc }
`;
const around = (url: string, more = ''): string => `Parameters:
  Base: { Type: String }
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
${more}    Properties: { TemplateURL: ${url}, Parameters: { Cidr: 10.9.0.0/16 } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !GetAtt Network.Outputs.Id, CidrBlock: 10.9.1.0/24 }
`;

describe('a nested stack whose template is among the files is opened', () => {
  test.each([
    ['https://s3.amazonaws.com/bucket/vpc.yaml'],
    ['https://bucket.s3.amazonaws.com/v1/vpc.yaml?versionId=3'],
    ['./vpc.yaml'],
    ['vpc.yaml'],
    ['!Sub "https://${Base}/vpc.yaml"'],
    ['!Sub ["${A}/net/vpc.yaml", {A: !Ref Base}]'],
    ['!Join ["/", [!Ref Base, vpc.yaml]]'],
    ['!Join ["", [!Ref Base, !Sub "/${Base}/vpc.yaml"]]'],
  ])('by the URL %s', (url) => {
    const imported = read({ 'root.yaml': around(url), 'templates/vpc.yaml': vpc });

    const own = imported.document.resources.get('Vpc');
    expect(own?.kind === 'vpc' && own.props.cidr).toBe('10.9.0.0/16');
    expect(parents(imported)['Subnet']).toBe('Vpc');
    expect(faults(imported)).toEqual([]);
    expect(imported.report.passedThrough).toEqual([]);
  });

  test('whichever file comes first, and by a parameter with a default', () => {
    const root = around('!Ref Base').replace('{ Type: String }', '{ Type: String, Default: x/vpc.yaml }');

    expect(parents(read({ 'vpc.yaml': vpc, 'root.yaml': root }))['Subnet']).toBe('Vpc');
    expect(parents(read({ 'root.yaml': root, 'vpc.yaml': vpc }))['Subnet']).toBe('Vpc');
  });

  test('of two files of one name, the one whose folder the URL names', () => {
    const imported = read({
      'root.yaml': around('https://host/b/vpc.yaml'),
      'a/vpc.yaml': vpc.replaceAll('Vpc', 'WrongVpc'),
      'b/vpc.yaml': vpc,
    });

    expect(parents(imported)['Subnet']).toBe('Vpc');
  });

  test('as an application of SAM', () => {
    const root = around('x').replace('AWS::CloudFormation::Stack', 'AWS::Serverless::Application');
    const imported = read({
      'root.yaml': `Transform: AWS::Serverless-2016-10-31\n${root.replace('TemplateURL: x', 'Location: ./vpc.yaml')}`,
      'vpc.yaml': vpc,
    });

    expect(parents(imported)['Subnet']).toBe('Vpc');
  });
});

test('the diagram is called after the stack that is in no other', () => {
  const files = {
    'vpc.yaml': `Description: Inner\n${vpc}`,
    'root.yaml': `Description: Whole\n${around('vpc.yaml')}`,
  };

  expect(read(files).document.name).toBe('Whole');
});

test('a nested stack that a condition leaves out makes nothing', () => {
  const root = `Conditions: { Never: !Equals [a, b] }\n${around('vpc.yaml', '    Condition: Never\n')}`;

  const imported = read({ 'root.yaml': root, 'vpc.yaml': vpc });

  expect(imported.document.resources.has('Vpc')).toBe(false);
});

test('a nested stack whose file is missing says which file to open with it', () => {
  const { report } = read({ 'root.yaml': around('https://host/vpc.yaml') });

  expect(report.passedThrough).toEqual(['Network']);
  expect(report.problems.map(({ line, message }) => `${line} ${message.en}`)).toEqual([
    '4 Network is a nested stack made of vpc.yaml; open vpc.yaml together with this file to see what it makes',
  ]);
});

test('what a stack asks of a nested one, and gives it, is checked', () => {
  const root = `Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: vpc.yaml
      Parameters: { Cdir: 10.9.0.0/16 }
Outputs:
  Id: { Value: !GetAtt Network.Outputs.VpcId }
`;

  expect(faults(read({ 'root.yaml': root, 'vpc.yaml': vpc }))).toEqual([
    'root.yaml:6 template-missing-property: Network does not give the parameter Cidr, for which vpc.yaml has no default',
    'root.yaml:6 template-dangling-reference: Network gives the parameter “Cdir”, which vpc.yaml does not have; did you mean “Cidr”?',
    'root.yaml:8 template-unknown-attribute: Value of Id asks Network for the output “VpcId”, which vpc.yaml does not have',
  ]);
});

test('a template is read once for each stack that is made of it, with what that one is given', () => {
  const root = `Resources:
  Blue: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: vpc.yaml, Parameters: { Cidr: 10.1.0.0/16 } } }
  Green: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: vpc.yaml, Parameters: { Cidr: 10.2.0.0/16 } } }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !GetAtt Blue.Outputs.Id, PeerVpcId: !GetAtt Green.Outputs.Id }
`;

  const { document, findings } = read({ 'root.yaml': root, 'vpc.yaml': vpc });

  const blocks = [...document.resources.values()].flatMap((each) =>
    each.kind === 'vpc' ? [`${each.id} ${JSON.stringify(each.props.cidr)}`] : [],
  );
  expect(blocks).toEqual(['vpc.yaml:Vpc "10.1.0.0/16"', 'vpc.yaml-2:Vpc "10.2.0.0/16"']);
  const peering = document.resources.get('Peering');
  expect(peering?.kind === 'peering-connection' && [peering.props.requester, peering.props.accepter]).toEqual(
    ['vpc.yaml:Vpc', 'vpc.yaml-2:Vpc'],
  );
  expect(findings).toEqual([]);
});

describe('stacks in a circle', () => {
  const stack = (url: string): string => `Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url} } }
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;

  test('of one are a fault, and end', () => {
    expect(faults(read({ 'a.yaml': stack('a.yaml') }))).toEqual([
      'a.yaml:2 template-circular-reference: Inner is made of a.yaml, in which it stands itself; stacks would be made without end',
    ]);
  });

  test('of several are a fault, and end', () => {
    const imported = read({
      'a.yaml': stack('b.yaml'),
      'b.yaml': stack('c.yaml'),
      'c.yaml': stack('a.yaml'),
    });

    expect(faults(imported)).toEqual([
      'c.yaml:2 template-circular-reference: Inner is made of a.yaml, in which it stands itself; stacks would be made without end',
    ]);
  });

  test('whose values go round are unknown, and end', () => {
    const a = `Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: b.yaml, Parameters: { In: !GetAtt Inner.Outputs.Out } }
`;
    const b = `Parameters: { In: { Type: String } }
Resources: { Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref In } } }
Outputs: { Out: { Value: !Ref In } }
`;

    const imported = read({ 'a.yaml': a, 'b.yaml': b });

    expect(faults(imported).map((each) => each.split(': ')[0])).toEqual([
      'a.yaml:4 template-circular-reference',
    ]);
    const own = imported.document.resources.get('Vpc');
    expect(own?.kind === 'vpc' && own.props.cidr).toMatchObject({ unknown: {} });
  });
});

test('stacks that nest more than anybody opens are opened up to a bound, and told of', () => {
  const inner = (url: string): string =>
    `Resources:\n${Array.from({ length: 9 }, (_, index) => `  S${index}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${url} } }\n`).join('')}`;

  const { document, report } = read({
    'a.yaml': inner('b.yaml'),
    'b.yaml': inner('c.yaml'),
    'c.yaml': inner('d.yaml'),
    'd.yaml': 'Resources: { Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } } }\n',
  });

  expect(document.templates.size).toBeLessThanOrEqual(200);
  expect(
    report.problems.some(({ message }) => message.en.includes('one nested stack more than are opened')),
  ).toBe(true);
});

describe.each(['stacks/three-tier', 'stacks/spokes', 'stacks/deep', 'stacks/exports'])(
  'the files of %s',
  (folder) => {
    const files = templatesIn(folder);
    const imported = importTemplates(catalog, files);

    test('make one diagram without a fault, in which nothing stands for something elsewhere', () => {
      expect(imported.findings).toEqual([]);
      expect(imported.report.problems).toEqual([]);
      expect(imported.report.passedThrough).toEqual([]);
      const outside = [...imported.document.resources.values()].filter(
        ({ provenance }) => provenance?.outside !== undefined,
      );
      expect(outside).toEqual([]);
    });

    test('come back byte for byte', () => {
      for (const { template, exported } of exportTemplates(catalog, imported.document)) {
        const format = template?.fileName.endsWith('json') === true ? 'json' : 'yaml';
        expect(templateText(exported.template, format).text).toBe(template?.text);
        expect(exported.problems).toEqual([]);
      }
    });
  },
);
