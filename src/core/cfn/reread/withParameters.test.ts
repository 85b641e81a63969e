import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import type { Document, Resource } from '../../model/document';
import { exportTemplate } from '../exportTemplate';
import { importTemplates } from '../importTemplates';
import { parametersIn } from '../parametersIn';
import { templateText } from '../templateText';
import { withParameters } from './reread';

const text = `Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod], Description: which of them}
  Block: {Type: String, Default: 10.0.0.0/16}
  Zones: {Type: CommaDelimitedList, Default: 'ap-northeast-1a,ap-northeast-1c'}
  Secret: {Type: String, NoEcho: true}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  # the network
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref Block # by stage
      Tags: [{Key: Name, Value: !Sub '\${Stage}-vpc'}]
  Second:
    Type: AWS::EC2::VPC
    Condition: IsProd
    Properties: {CidrBlock: 10.9.0.0/16}
`;

const read = (): Document => importTemplates(catalog, [{ name: 'net.yaml', text }]).document;

function given(document: Document, parameters: Record<string, string>): Document {
  const next = withParameters(catalog, document, parameters);
  if ('message' in next) throw new Error(next.message.en);
  return next;
}

function named(document: Document, logicalId: string): Resource | undefined {
  return [...document.resources.values()].find(({ provenance }) => provenance?.logicalId === logicalId);
}

const written = (document: Document): string =>
  templateText(exportTemplate(catalog, document).template, 'yaml').text;

test('a value of a parameter changes what it gives, and what its conditions make', () => {
  const document = read();

  const prod = given(document, { Stage: 'prod', Block: '10.1.0.0/16' });

  expect(named(prod, 'Vpc')).toMatchObject({ name: 'prod-vpc', props: { cidr: '10.1.0.0/16' } });
  expect(named(prod, 'Vpc')?.id).toBe(named(document, 'Vpc')?.id);
  expect(named(document, 'Second')).toBeUndefined();
  expect(named(prod, 'Second')).toBeDefined();
});

test('the text stays as it is, and the values are kept with the templates', () => {
  const prod = given(read(), { Stage: 'prod' });

  expect(written(prod)).toBe(text);
  expect([...prod.templates.values()][0]?.readWith?.parameters).toEqual({ Stage: 'prod' });
});

test('what was changed in the diagram stays changed, and where things stand', () => {
  const document = read();
  const vpc = named(document, 'Vpc');
  if (vpc === undefined) throw new Error('the VPC is read');
  const moved = { ...vpc, name: 'mine', x: vpc.x + 400 } as Resource;

  const prod = given(
    { ...document, resources: new Map(document.resources).set(vpc.id, moved) },
    { Stage: 'prod', Block: '10.1.0.0/16' },
  );

  expect(named(prod, 'Vpc')).toMatchObject({ name: 'mine', x: vpc.x + 400, props: { cidr: '10.1.0.0/16' } });
  expect(written(prod)).toContain('CidrBlock: !Ref Block # by stage');
  expect(written(prod)).toContain('Value: mine');
});

test('the default comes back when nothing is given any more', () => {
  const document = read();

  const back = given(given(document, { Stage: 'prod' }), {});

  expect(named(back, 'Second')).toBeUndefined();
  expect(named(back, 'Vpc')?.name).toBe('dev-vpc');
});

test('the parameters are listed with what they may be, and what they are', () => {
  const [stage, block, zones, secret] = parametersIn(given(read(), { Stage: 'test' }));

  expect(stage).toMatchObject({
    name: 'Stage',
    type: 'String',
    description: 'which of them',
    default: 'dev',
    allowed: ['dev', 'prod'],
    given: 'test',
  });
  expect(stage?.fault?.en).toContain('dev');
  expect(block).toMatchObject({ default: '10.0.0.0/16', given: undefined, fault: undefined, allowed: [] });
  expect(zones).toMatchObject({ default: 'ap-northeast-1a,ap-northeast-1c' });
  expect(secret).toMatchObject({ isSecret: true, default: undefined });
});

test('those of a nested stack are given by the stack around, and not asked for', () => {
  const { document } = importTemplates(catalog, [
    {
      name: 'root.yaml',
      text: `Parameters: {Cidr: {Type: String, Default: 10.0.0.0/16}}
Resources:
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./inner.yaml, Parameters: {Block: !Ref Cidr}}
`,
    },
    {
      name: 'inner.yaml',
      text: `Parameters: {Block: {Type: String}}
Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}}
`,
    },
  ]);

  expect(parametersIn(document).map(({ name }) => name)).toEqual(['Cidr']);
  expect(named(given(document, { Cidr: '10.7.0.0/16' }), 'Vpc')).toMatchObject({
    props: { cidr: '10.7.0.0/16' },
  });
});
