/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { catalog } from '../../aws';
import { translationOf } from '../../awsTerraform';
import { expectJoinedModules } from '../../testing/terraform/expectJoinedModules';
import { importTemplates } from '../cfn/importTemplates';
import type { CfnTemplate } from '../cfn/template';
import { exportTerraform } from './exportTerraform';
import { terraformProject } from './project';

type Sections = Readonly<Record<string, unknown>>;

function written(templates: Readonly<Record<string, Sections>>): {
  readonly files: Readonly<Record<string, string>>;
  readonly remarks: readonly string[];
  joined(): Promise<void>;
} {
  const { files, remarks } = terraformProject(
    Object.entries(templates).map(([file, { Parameters = {}, Resources = {}, Outputs = {}, ...others }]) => ({
      name: file.replace(/^.*\/|\.\w+$/g, ''),
      file,
      template: { Parameters, Resources, Outputs, others } as CfnTemplate,
    })),
    translationOf,
    'ap-northeast-1',
  );
  return {
    files: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    remarks: remarks.map(({ en }) => en),
    joined: () => expectJoinedModules(files),
  };
}

const stack = (TemplateURL: unknown, Parameters?: object, others: object = {}): object => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL, ...(Parameters === undefined ? {} : { Parameters }) },
  ...others,
});
const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const output = (id: string, name: string): object => ({ 'Fn::GetAtt': [id, `Outputs.${name}`] });

describe('the modules of nested stacks fit together', () => {
  const folder = 'examples/templates/stacks';
  test.each(readdirSync(folder))('%s', async (name) => {
    const files = readdirSync(`${folder}/${name}`).map((file) => ({
      name: `${name}/${file}`,
      text: readFileSync(`${folder}/${name}/${file}`, 'utf8'),
    }));
    const { document } = importTemplates(catalog, files);

    const { files: made } = exportTerraform(catalog, document, translationOf);

    await expectJoinedModules(made);
    expect(made.map(({ text }) => text).join('')).not.toContain('aws_cloudformation_stack');
  });
});

describe('a nested stack whose template is at hand', () => {
  it('is a call of a module with its parameters, of which outputs are asked', async () => {
    const { files, joined } = written({
      'root.yaml': {
        Resources: {
          Network: stack('https://bucket.s3.amazonaws.com/network.yaml', { Cidr: '10.0.0.0/16' }),
          Group: {
            Type: 'AWS::EC2::SecurityGroup',
            Properties: { GroupDescription: 'x', VpcId: output('Network', 'Vpc') },
          },
        },
      },
      'network.yaml': {
        Parameters: { Cidr: { Type: 'String' } },
        Resources: { Vpc: { ...vpc, Properties: { CidrBlock: { Ref: 'Cidr' } } } },
        Outputs: { Vpc: { Value: { Ref: 'Vpc' } } },
      },
    });

    expect(files['main.tf']).toContain(
      'module "network" {\n  source = "./network"\n  cidr   = "10.0.0.0/16"\n}',
    );
    expect(files['main.tf']).toContain('vpc_id      = module.network.vpc');
    expect(files['network/main.tf']).toContain('cidr_block = var.cidr');
    await joined();
  });

  it('is there only where its condition holds, and waits for what it waits for', async () => {
    const { files, joined } = written({
      'root.yaml': {
        Parameters: { Wanted: { Type: 'String', Default: 'yes' } },
        Conditions: { IsWanted: { 'Fn::Equals': [{ Ref: 'Wanted' }, 'yes'] } },
        Resources: {
          Vpc: vpc,
          Network: stack('network.yaml', undefined, { Condition: 'IsWanted', DependsOn: 'Vpc' }),
        },
        Outputs: { Id: { Condition: 'IsWanted', Value: output('Network', 'Vpc') } },
      },
      'network.yaml': { Resources: { Vpc: vpc }, Outputs: { Vpc: { Value: { Ref: 'Vpc' } } } },
    });

    expect(files['main.tf']).toContain('count = local.is_wanted ? 1 : 0');
    expect(files['main.tf']).toContain('depends_on = [aws_vpc.vpc]');
    expect(files['outputs.tf']).toContain('local.is_wanted ? module.network[0].vpc : null');
    await joined();
  });

  it('is given lists as lists, and the default where a condition takes a value away', async () => {
    const { files, joined } = written({
      'root.yaml': {
        Parameters: { Zones: { Type: 'CommaDelimitedList' }, Large: { Type: 'String', Default: 'no' } },
        Conditions: { IsLarge: { 'Fn::Equals': [{ Ref: 'Large' }, 'yes'] } },
        Resources: {
          Network: stack('network.yaml', {
            Names: 'a, b',
            Joined: { 'Fn::Join': [',', ['a', { Ref: 'Large' }]] },
            Whole: { 'Fn::Join': [',', { Ref: 'Zones' }] },
            Text: { Ref: 'Zones' },
            Size: { 'Fn::If': ['IsLarge', '9', { Ref: 'AWS::NoValue' }] },
          }),
        },
      },
      'network.yaml': {
        Parameters: {
          Names: { Type: 'CommaDelimitedList' },
          Joined: { Type: 'CommaDelimitedList' },
          Whole: { Type: 'CommaDelimitedList' },
          Text: { Type: 'String' },
          Size: { Type: 'Number', Default: 3 },
        },
        Resources: { Vpc: vpc },
      },
    });

    expect(files['main.tf']).toContain('names  = ["a", "b"]');
    expect(files['main.tf']).toContain('joined = ["a", var.large]');
    expect(files['main.tf']).toContain('whole  = split(",", join(",", var.zones))');
    expect(files['main.tf']).toContain('text   = join(",", var.zones)');
    expect(files['main.tf']).toContain('size   = local.is_large ? "9" : 3');
    await joined();
  });

  it('that is made twice is one module that is called twice, each under a name of its own', async () => {
    const topic = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'x' } };
    const { files, joined } = written({
      'root.yaml': { Resources: { Blue: stack('spoke.yaml'), Green: stack('spoke.yaml') } },
      'spoke.yaml': { Resources: { Topic: topic } },
    });

    expect(Object.keys(files).filter((path) => path.endsWith('/main.tf'))).toEqual(['spoke/main.tf']);
    expect(files['main.tf']).toContain('stack_name = "${var.stack_name}-blue"');
    expect(files['main.tf']).toContain('stack_name = "${var.stack_name}-green"');
    await joined();
  });

  it('hands on what it cannot know: a parameter that nobody gives, and what other stacks export', async () => {
    const { files, joined } = written({
      'root.yaml': { Resources: { Inner: stack('inner.yaml', { Stage: 'dev', Unheard: 'x' }) } },
      'inner.yaml': {
        Parameters: { Stage: { Type: 'String' }, Size: { Type: 'Number' } },
        Resources: {
          Subnet: {
            Type: 'AWS::EC2::Subnet',
            Properties: { VpcId: { 'Fn::ImportValue': { 'Fn::Sub': '${Stage}-vpc' } } },
          },
        },
      },
      'network.yaml': {
        Resources: { Vpc: vpc },
        Outputs: { Vpc: { Value: { Ref: 'Vpc' }, Export: { Name: 'dev-vpc' } } },
      },
    });

    expect(files['root/main.tf']).toContain('size = var.inner_size');
    expect(files['root/main.tf']).toContain('Not carried over: Parameters.Unheard "x"');
    expect(files['main.tf']).toContain('= module.network.vpc');
    await joined();
  });

  it('gives on what it exports, and hands it to the others that import it', async () => {
    const exporting = {
      Parameters: { Stage: { Type: 'String' } },
      Resources: { Vpc: vpc },
      Outputs: { Vpc: { Value: { Ref: 'Vpc' }, Export: { Name: { 'Fn::Sub': '${Stage}-vpc' } } } },
    };
    const importing = (name: unknown): object => ({
      Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { 'Fn::ImportValue': name } } },
    });
    const { files, joined } = written({
      'root.yaml': {
        Parameters: { Stage: { Type: 'String', Default: 'dev' } },
        Resources: {
          Network: stack('network.yaml', { Stage: { Ref: 'Stage' } }),
          Servers: stack('servers.yaml', { Name: { Ref: 'Stage' } }, { DependsOn: 'Network' }),
        },
      },
      'network.yaml': exporting,
      'servers.yaml': {
        Parameters: { Name: { Type: 'String' } },
        Resources: importing({ 'Fn::Sub': '${Name}-vpc' }),
      },
      'other.yaml': { Resources: importing('dev-vpc') },
    });

    expect(files['root/main.tf']).toMatch(/module "servers" \{[^}]*= module\.network\.vpc\n/);
    expect(files['root/variables.tf']).not.toContain('exports');
    expect(files['root/outputs.tf']).toContain('output "network_vpc" {\n  value = module.network.vpc\n}');
    expect(files['main.tf']).toMatch(/module "other" \{[^}]*= module\.root\.network_vpc\n/);
    await joined();
  });

  it('is not opened within itself', () => {
    const { files } = written({ 'a.yaml': { Resources: { Again: stack('a.yaml'), Vpc: vpc } } });

    expect(files['main.tf']).toContain('resource "aws_cloudformation_stack" "again"');
  });
});

describe('a nested stack whose template is not at hand', () => {
  it('remains a stack of CloudFormation, with its parameters as texts and its outputs', () => {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack
    const { files, remarks } = written({
      'root.yaml': {
        Parameters: { Zones: { Type: 'CommaDelimitedList' } },
        Resources: {
          Network: stack('https://bucket.s3.amazonaws.com/network.yaml', {
            Count: 2,
            Zones: { Ref: 'Zones' },
          }),
        },
        Outputs: {
          Vpc: { Value: output('Network', 'Vpc') },
          Id: { Value: { Ref: 'Network' } },
        },
      },
    });

    expect(files['main.tf']).toBe(`resource "aws_cloudformation_stack" "network" {
  template_url = "https://bucket.s3.amazonaws.com/network.yaml"
  parameters = {
    Count = "2"
    Zones = join(",", var.zones)
  }
  name = "\${var.stack_name}-network"
}
`);
    expect(files['outputs.tf']).toContain('value = aws_cloudformation_stack.network.outputs["Vpc"]');
    expect(files['outputs.tf']).toContain('value = aws_cloudformation_stack.network.id');
    expect(remarks).toHaveLength(1);
  });
});
