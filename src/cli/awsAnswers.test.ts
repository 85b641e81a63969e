import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';

/** The answers of a mock AWS, as a folder that is called `live`. */
function live(name: string): Readonly<Record<string, string>> {
  const folder = `examples/describe/${name}`;
  return Object.fromEntries(
    readdirSync(folder).map((file) => [`live/${file}`, readFileSync(`${folder}/${file}`, 'utf8')]),
  );
}

const session = live('session-manager');

describe('a folder with answers of the AWS CLI', () => {
  it('is a FILE of every verb, whose resources are named by their Name tags and by their ids', async () => {
    const id = /"InstanceId": "(i-[0-9a-f]+)"/.exec(Object.values(session).join(''))?.[1] ?? '';

    const byName = await vpcanvas('trace live --from Instance --to service:ssm', session);
    const byId = await vpcanvas(`trace live --from ${id} --to service:ssm --format json`, session);
    const checked = await vpcanvas('check live', session);
    const matrix = await vpcanvas('matrix live --from Instance', session);

    expect(byName).toMatchObject({ status: 0, err: '' });
    expect(byId.json).toMatchObject({ verdict: 'reachable', flow: { from: id } });
    expect([checked.status, matrix.status]).toEqual([0, 0]);
  });

  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
  it('has ends with the short ids of older resources, and with ARNs', async () => {
    const older = Object.fromEntries(
      Object.entries(session).map(([path, text]) => [
        path,
        text.replaceAll(/\b([a-z]+)-([0-9a-f]{8})[0-9a-f]{9}\b/g, '$1-$2'),
      ]),
    );
    const id = /"InstanceId": "(i-[0-9a-f]{8})"/.exec(Object.values(older).join(''))?.[1] ?? '';
    const web = live('web-behind-alb');
    const arn = /"LoadBalancerArn": "(arn:[^"]+)"/.exec(Object.values(web).join(''))?.[1] ?? '';
    const end = arn.replace(/^.*:loadbalancer\//, '');

    const short = await vpcanvas(`trace live --from ${id} --to service:ssm --format json`, older);
    const whole = await vpcanvas(`trace live --from internet --to ${arn} --port 80 --format json`, web);
    const last = await vpcanvas(`trace live --from internet --to ${end} --port 80 --format json`, web);

    expect(id).toMatch(/^i-/);
    expect(short.json).toMatchObject({ verdict: 'reachable', flow: { from: id } });
    expect(whole.json).toMatchObject({ verdict: (last.json as { verdict: string }).verdict });
    expect(whole.json).toMatchObject({ flow: { from: 'internet', port: 80 } });
    expect([whole.err, last.err]).toEqual(['', '']);
  });

  it('can be its files one by one, and standard input', async () => {
    const [vpcs] = Object.keys(session).filter((path) => path.includes('describe-vpcs'));

    const some = await vpcanvas(`import ${Object.keys(session).join(' ')} -o d.json`, session);
    const one = await vpcanvas('import - -o d.json', { '-': session[vpcs ?? ''] ?? '' });

    expect(some.status).toBe(0);
    expect(some.err).not.toContain('aws ');
    expect(one.status).toBe(0);
    expect(one.err).toContain('aws ec2 describe-vpc-attribute --attribute enableDnsSupport --vpc-id vpc-');
  });

  it('is told of in the import report, with the commands that are missing', async () => {
    const without = Object.fromEntries(
      Object.entries(session).filter(([path]) => !path.includes('security-groups')),
    );

    const ran = await vpcanvas('import live --format json -o d.json', without);

    expect(ran.json).toMatchObject({
      commands: [
        'aws ec2 describe-security-groups --region ap-northeast-1 --output json > ec2-describe-security-groups.json',
      ],
    });
  });

  it('may have a file that a failed command left empty, and none that is damaged', async () => {
    const empty = await vpcanvas('import live -o d.json', { ...session, 'live/x.json': '' });
    const damaged = await vpcanvas('import live -o d.json', { ...session, 'live/x.json': '{"Vpcs": [\n{]}' });
    const bare = await vpcanvas('import live -o d.json', {
      ...session,
      'live/x.json': '[{"VpcId": "vpc-1"}]',
    });

    expect(empty.status).toBe(0);
    expect(empty.err).toContain('live/x.json: nothing of this file is drawn');
    expect(damaged).toMatchObject({ status: 2, out: '' });
    expect(damaged.err).toMatch(/^vpcanvas: live\/x\.json:2:2: /);
    expect(bare.status).toBe(2);
    expect(bare.err).toContain('without --query');
  });

  it('may have what a failed command said, which is told, and is refused with another output format', async () => {
    const said =
      'An error occurred (UnauthorizedOperation) when calling the DescribeSubnets operation: You may not.';
    const failed = await vpcanvas('import live -o d.json', { ...session, 'live/x.json': `\n${said}\n` });
    const yaml = await vpcanvas('import vpcs.yaml --lang ja', { 'vpcs.yaml': 'Vpcs:\n- VpcId: vpc-1\n' });

    expect(failed.status).toBe(0);
    expect(failed.err).toContain(
      'live/x.json: This is what the AWS CLI says when a command fails: DescribeSubnets',
    );
    expect(yaml).toMatchObject({ status: 2, out: '' });
    expect(yaml.err).toMatch(/^vpcanvas: vpcs\.yaml: .*--output json を付けて.*\n$/);
  });

  it('is refused in one line when it has no JSON file, or more than 20 MB together', async () => {
    const none = await vpcanvas('import live', { 'live/notes.txt': 'hello' });
    const big = `{"Vpcs": [], "x": "${'x'.repeat(11_000_000)}"}`;
    const large = await vpcanvas('import live', { 'live/a.json': big, 'live/b.json': big });

    expect(none).toMatchObject({ status: 2, out: '' });
    expect(none.err).toMatch(/^vpcanvas: live: there is no \.json file in this folder.*\n$/);
    expect(large.status).toBe(2);
    expect(large.err).toMatch(/20 MB/);
  });

  it('makes one diagram with a template', async () => {
    const ran = await vpcanvas('import live net.yaml -o d.json', { ...session, 'net.yaml': template });

    expect(ran.status).toBe(0);
    expect(ran.written.get('d.json')).toContain('vpc-');
  });
});

describe('export --to aws-describe', () => {
  it('writes a file for each call into a folder or an archive, and none to standard output', async () => {
    const files = { 'o.json': open };
    const folder = await vpcanvas('export o.json --to aws-describe -o out', files);
    const archive = await vpcanvas('export o.json --to aws-describe -o out.zip', files);
    const output = await vpcanvas('export o.json --to aws-describe', files);

    const names = [...folder.written.keys()];
    expect(folder.status).toBe(0);
    expect(names).toContain('out/ec2-describe-vpcs.json');
    expect(Object.keys(unzipSync(archive.bytes.get('out.zip') ?? new Uint8Array())).length).toBe(
      names.length,
    );
    expect(
      strFromU8(
        unzipSync(archive.bytes.get('out.zip') ?? new Uint8Array())['ec2-describe-vpcs.json'] ??
          new Uint8Array(),
      ),
    ).toBe(folder.written.get('out/ec2-describe-vpcs.json'));
    expect(output.status).toBe(2);
  });

  it('says the same when what it wrote is read', async () => {
    const { written } = await vpcanvas('export o.json --to aws-describe -o out', { 'o.json': open });

    const traced = await vpcanvas('trace out --from internet --to Web', Object.fromEntries(written));

    expect(traced.status).toBe(0);
  });
});
