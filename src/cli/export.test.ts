import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';

describe('export', () => {
  it('writes a template to standard output, in YAML or JSON', async () => {
    const yaml = await vpcanvas('export o.json --to cloudformation', { 'o.json': open });
    const json = await vpcanvas('export o.json --to cloudformation-json', { 'o.json': open });

    expect(yaml).toMatchObject({ status: 0, err: '' });
    expect(yaml.out).toMatch(/^AWSTemplateFormatVersion: /);
    expect(json.json).toMatchObject({ Resources: { Vpc: { Type: 'AWS::EC2::VPC' } } });
  });

  it('writes a template that says of the network what the diagram says', async () => {
    const { out } = await vpcanvas('export o.json --to cloudformation', { 'o.json': open });

    const traced = await vpcanvas('trace back.yaml --from internet --to Web', { 'back.yaml': out });

    expect(traced.status).toBe(0);
  });

  it('replaces a file whole, and leaves standard output empty', async () => {
    const ran = await vpcanvas('export o.json --to cloudformation -o net.yaml', { 'o.json': open });

    expect(ran).toMatchObject({ status: 0, out: '' });
    expect(ran.written.get('net.yaml')).toContain('AWS::EC2::VPC');
  });

  it('says so in one line when the file cannot be written', async () => {
    const ran = await vpcanvas('export o.json --to cloudformation -o /forbidden/net.yaml', {
      'o.json': open,
    });

    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(
      /^vpcanvas: \/forbidden\/net\.yaml: cannot be written, and was left as it was: .*\n$/,
    );
  });

  it('writes several templates into a folder, and asks for one', async () => {
    const files = { 'x.yaml': template, 'y.yaml': template };
    const ran = await vpcanvas('export x.yaml y.yaml --to cloudformation -o out', files);
    const asked = await vpcanvas('export x.yaml y.yaml --to cloudformation', files);

    expect([...ran.written.keys()]).toEqual(['out/x.yaml', 'out/y.yaml']);
    expect(asked).toMatchObject({ status: 2, out: '' });
    expect(asked.err).toContain('name a folder for them with -o');
  });

  it('writes templates of one name from two folders side by side', async () => {
    const files = { 'one/net.yaml': template, 'two/net.yaml': template };

    const ran = await vpcanvas('export one/net.yaml two/net.yaml --to cloudformation -o out', files);

    expect([...ran.written.keys()]).toEqual(['out/net.yaml', 'out/net-2.yaml']);
  });

  describe('to a CDK project', () => {
    const project = [
      'bin/app.ts',
      'lib/network-stack.ts',
      'package.json',
      'cdk.json',
      'tsconfig.json',
      '.gitignore',
    ];
    const files = { 'network.yaml': template };

    it('prints the class of the stack', async () => {
      const { out, err, status } = await vpcanvas('export network.yaml --to cdk-typescript', files);

      expect({ err, status }).toEqual({ err: '', status: 0 });
      expect(out).toContain('export class NetworkStack extends cdk.Stack {');
    });

    it('writes the project into a folder', async () => {
      const { written, out } = await vpcanvas('export network.yaml --to cdk-typescript -o net', files);

      expect(out).toBe('');
      expect([...written.keys()].sort()).toEqual(project.map((path) => `net/${path}`).sort());
    });

    it('writes the project into an archive', async () => {
      const { bytes } = await vpcanvas('export network.yaml --to cdk-typescript -o net.zip', files);

      const found = unzipSync(bytes.get('net.zip') ?? new Uint8Array());
      expect(Object.keys(found).sort()).toEqual(project.sort());
      expect(strFromU8(found['bin/app.ts'] ?? new Uint8Array())).toContain('new NetworkStack(app');
    });

    it('writes the class alone to a file of TypeScript', async () => {
      const { written } = await vpcanvas('export network.yaml --to cdk-typescript -o stack.ts', files);

      expect(written.get('stack.ts')).toContain('export class NetworkStack');
    });

    it('writes the same in Python', async () => {
      const asked = await vpcanvas('export network.yaml --to cdk-python', files);
      const { written } = await vpcanvas('export network.yaml --to cdk-python -o net', files);

      expect(asked.out).toContain('class NetworkStack(cdk.Stack):');
      expect([...written.keys()].sort()).toEqual([
        'net/.gitignore',
        'net/app.py',
        'net/cdk.json',
        'net/requirements.txt',
        'net/stacks/__init__.py',
        'net/stacks/network_stack.py',
      ]);
      expect(written.get('net/app.py')).toContain('NetworkStack(app, "Network", env=env)');
    });

    it('makes one project of several templates, and lets a stack wait for those that it imports from', async () => {
      const provider = `${template}Outputs:\n  Out:\n    Value: !Ref Vpc\n    Export: { Name: shared-vpc }\n`;
      const consumer = `Resources:\n  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !ImportValue shared-vpc, CidrBlock: 10.0.9.0/24 }\n`;
      const given = { 'consumer.yaml': consumer, 'provider.yaml': provider };

      const { written } = await vpcanvas(
        'export consumer.yaml provider.yaml --to cdk-typescript -o net',
        given,
      );
      const asked = await vpcanvas('export consumer.yaml provider.yaml --to cdk-typescript', given);

      expect(written.get('net/bin/app.ts')).toContain('consumerStack.addStackDependency(providerStack);');
      expect(asked.status).toBe(2);
    });
  });

  it('says which formats there are', async () => {
    expect((await vpcanvas('export o.json --to visio', { 'o.json': open })).err).toContain(
      'There is no format “visio”; there are: cloudformation, cloudformation-json',
    );
    expect((await vpcanvas('export o.json', { 'o.json': open })).status).toBe(2);
  });
});
