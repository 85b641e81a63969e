import { describe, expect, it } from 'vitest';
import { maxTextLength } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';

describe('input', () => {
  it('is known by its content, whatever the file is called', async () => {
    expect((await vpcanvas('check x.txt', { 'x.txt': open })).status).toBe(0);
    expect((await vpcanvas('trace x.txt --from Server --to internet', { 'x.txt': template })).status).toBe(1);
  });

  it('is read from standard input for “-”', async () => {
    expect((await vpcanvas('check -', { '-': open })).status).toBe(0);
  });

  it('may be UTF-16, as some editors save it', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${open}`, 'utf16le'));

    expect((await vpcanvas('check u.json', { 'u.json': bytes })).status).toBe(0);
  });

  it('may be several files, which make one diagram', async () => {
    const ran = await vpcanvas('trace o.json net.yaml --from Server --to Web --format json', {
      'o.json': open,
      'net.yaml': template,
    });

    expect(ran.status).toBe(1);
    expect(ran.json).toMatchObject({ flow: { from: 'Server', to: 'Web' } });
  });

  it.each<[string, string, Record<string, string | Uint8Array | { readonly code: string }>]>([
    ['nowhere.json', 'nowhere.json: there is no such file', {}],
    ['folder', 'folder: this is a folder', { folder: { code: 'EISDIR' } }],
    ['secret', 'secret: the file may not be read', { secret: { code: 'EACCES' } }],
    ['- -', 'Standard input (“-”) can be read only once', { '-': '' }],
    ['e.json', 'e.json: The file is empty', { 'e.json': '' }],
    ['n.json', 'n.json: This is neither a vpcanvas diagram', { 'n.json': '{"name": 1}' }],
    ['j.json', 'j.json:2:10: The file is not valid JSON', { 'j.json': '{"vpcanvas": 1,\n "name": nope}' }],
    [
      't.json',
      't.json:1:300: The file ends in the middle',
      { 't.json': open.replaceAll('\n', ' ').slice(0, 299) },
    ],
    ['v.json', 'v.json: This diagram was saved by a newer vpcanvas', { 'v.json': '{"vpcanvas": 99}' }],
    ['y.yaml', 'y.yaml:4:1: ', { 'y.yaml': 'Resources:\n  Vpc:\n   Type: "AWS\n' }],
    ['big.json', 'big.json: the file is larger than 20 MB', { 'big.json': new Uint8Array(maxTextLength) }],
    ['', 'No FILE was named', {}],
    ['o.json --param A=1', '--param sets a parameter of a template', { 'o.json': open }],
    ['net.yaml --param A', '--param takes NAME=VALUE', { 'net.yaml': template }],
    [
      'net.yaml --param Blok=1',
      'no template has a parameter “Blok”; did you mean “Block”?',
      { 'net.yaml': template },
    ],
  ])('that is none is refused in one line: check %s', async (args, words, files) => {
    const ran = await vpcanvas(`check ${args}`, files);

    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(words);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['net.yaml', 'Resources:\n\tVpc:\n', 'net.yaml:2:1: a tab is used'],
    ['net.json', '{"Resources": {"A": 1,}}', 'net.json:1:23: “}” stands where'],
    ['net.yaml', 'AWSTemplateFormatVersion: 2010-09-09\n', 'net.yaml:1:1: there is no Resources section'],
    ['d.json', '{"vpcanvas": 1,\n "name": nope}', 'd.json:2:10: The file is not valid JSON: a value'],
    ['d.json', '{"vpcanvas": 1,\n "name"', 'd.json:2:8: The file ends in the middle: it was'],
  ])('that does not parse is told with its file and place once: %s %j', async (name, text, line) => {
    const { status, err } = await vpcanvas(`check ${name}`, { [name]: text });

    expect(status).toBe(2);
    expect(err.startsWith(`vpcanvas: ${line}`)).toBe(true);
    expect(err.split(name)).toHaveLength(2);
    expect(err).not.toMatch(/line \d|column \d/);
  });

  it.each([
    ['Count=many', 'net.yaml:2:3: the parameter Count cannot be “many”: it takes a number (few of them)'],
    ['Count=9', 'net.yaml:2:3: the parameter Count cannot be “9”: it must be at most 3 (few of them)'],
    ['Env=prod', 'net.yaml:3:3: the parameter Env cannot be “prod”: it must be one of dev, test'],
    ['Secret=abc', 'net.yaml:4:3: the parameter Secret cannot be “…”: it must have at least 4 characters'],
    ['Cuont=1', 'no template has a parameter “Cuont”; did you mean “Count”?'],
    ['Other=1', 'no template has a parameter “Other”; there are: Count, Env, Secret'],
  ])('takes no value that CloudFormation would not take: %s', async (given, line) => {
    const net = `Parameters:
  Count: { Type: Number, MaxValue: 3, ConstraintDescription: few of them }
  Env: { Type: String, AllowedValues: [dev, test] }
  Secret: { Type: String, NoEcho: true, MinLength: 4 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;

    for (const verb of ['check', 'trace', 'export']) {
      const rest =
        verb === 'trace' ? '--from internet --to 10.0.0.1' : verb === 'export' ? '--to cloudformation' : '';
      const { status, out, err } = await vpcanvas(`${verb} net.yaml --param ${given} ${rest}`, {
        'net.yaml': net,
      });

      expect({ status, out, err }).toEqual({ status: 2, out: '', err: `vpcanvas: ${line}\n` });
    }
    const japanese = await vpcanvas(`check net.yaml --lang ja --param ${given}`, { 'net.yaml': net });
    expect(japanese.err).toMatch(/パラメータ.*「.*」/);
  });

  it('is placed in another Region when asked', async () => {
    const { json } = await vpcanvas(
      'trace o.json --from Web --to service:s3 --format json --region eu-west-1',
      {
        'o.json': open,
      },
    );

    expect(json).toMatchObject({ resolution: { name: 's3.eu-west-1.amazonaws.com' } });
  });
});
