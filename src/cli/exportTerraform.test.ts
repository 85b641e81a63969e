import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';

const files = { 'network.yaml': template };
const provider = `${template}Outputs:\n  Out:\n    Value: !Ref Vpc\n    Export: { Name: shared-vpc }\n`;
const consumer = `Parameters:
  Zone: { Type: String }
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !ImportValue shared-vpc, CidrBlock: 10.0.9.0/24, AvailabilityZone: !Ref Zone }
`;

describe('export --to terraform', () => {
  it('prints one configuration', async () => {
    const { out, err, status } = await vpcanvas('export o.json --to terraform', { 'o.json': open });

    expect({ err, status }).toEqual({ err: '', status: 0 });
    expect(out).toMatch(/^terraform \{\n/);
    expect(out).toContain('provider "aws" {\n  region = var.aws_region\n}');
    expect(out).toContain('resource "aws_vpc" "vpc" {');
    expect(out).toContain('vpc_id                  = aws_vpc.vpc.id');
  });

  it('writes a folder, an archive or one file', async () => {
    const folder = await vpcanvas('export network.yaml --to terraform -o net', files);
    const archive = await vpcanvas('export network.yaml --to terraform -o net.zip', files);
    const file = await vpcanvas('export network.yaml --to terraform -o net.tf', files);

    expect([...folder.written.keys()].sort()).toEqual(['net/main.tf', 'net/variables.tf', 'net/versions.tf']);
    expect(folder.written.get('net/versions.tf')).toContain('version = "~> 6.25"');
    const found = unzipSync(archive.bytes.get('net.zip') ?? new Uint8Array());
    expect(strFromU8(found['main.tf'] ?? new Uint8Array())).toBe(folder.written.get('net/main.tf'));
    expect(file.written.get('net.tf')).toContain('required_providers');
  });

  it('makes a module of each template, and gives one what another exports', async () => {
    const given = { 'consumer.yaml': consumer, 'provider.yaml': provider };

    const { written } = await vpcanvas('export consumer.yaml provider.yaml --to terraform -o net', given);
    const asked = await vpcanvas('export consumer.yaml provider.yaml --to terraform', given);

    expect(written.get('net/main.tf')).toBe(`module "consumer" {
  source     = "./consumer"
  zone       = var.zone
  shared_vpc = module.provider.out
}

module "provider" {
  source = "./provider"
}
`);
    expect(written.get('net/consumer/main.tf')).toContain('vpc_id            = var.shared_vpc');
    expect(written.get('net/variables.tf')).toContain('variable "zone" {\n  type = string\n}');
    expect(written.get('net/terraform.tfvars.example')).toBe('zone = ""\n');
    expect(asked.status).toBe(2);
  });

  it('knows an export whose name is put together by the names of stacks', async () => {
    const given = {
      'shared.yaml': `${template}Outputs:\n  Out:\n    Value: !Ref Vpc\n    Export: { Name: !Sub '\${AWS::StackName}-Vpc' }\n`,
      'app.yaml': consumer
        .replace('  Zone:', '  Network: { Type: String, Default: shared }\n  Zone:')
        .replace('!ImportValue shared-vpc', "{ 'Fn::ImportValue': !Sub '${Network}-Vpc' }"),
    };

    const { written } = await vpcanvas('export app.yaml shared.yaml --to terraform -o net', given);

    expect(written.get('net/main.tf')).toContain('= module.shared.out\n');
  });

  it('says what cannot be said, in either language', async () => {
    const given = { 'x.yaml': `${template}  Thing:\n    Type: Custom::Thing\n` };

    const english = await vpcanvas('export x.yaml --to terraform', given);
    const japanese = await vpcanvas('export x.yaml --to terraform --lang ja', given);

    expect(english.status).toBe(0);
    expect(english.err).toContain('Thing (Custom::Thing) is of no type that can be written for Terraform');
    expect(japanese.err).toContain('Thing (Custom::Thing) は Terraform に変換できない型のため');
  });
});
