/** The command line as it is installed: bundled, and started as other people's scripts start it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = 'examples/three-paths/three-paths.vpcanvas.json';

function started(command: string, ...args: string[]) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8' });
}

test('the command line is started by its own name through npx, and through npm', () => {
  const npx = started('npx', 'vpcanvas', 'check', example);
  const npm = started('npm', 'run', '--silent', 'vpcanvas', '--', 'check', example);

  expect(npx.status).toBe(0);
  expect(npm.status).toBe(0);
  expect(npm.stdout).toBe(npx.stdout);
  expect(npx.stdout).toContain('expectations met');
});

test('an output file is replaced whole, and nothing is left beside it', () => {
  const testInfo = test.info();
  const folder = testInfo.outputPath('out');
  rmSync(folder, { recursive: true, force: true });
  const out = testInfo.outputPath('out', 'net.yaml');
  started('mkdir', '-p', folder);

  const first = started(
    'node',
    'dist-cli/vpcanvas.js',
    'export',
    example,
    '--to',
    'cloudformation',
    '-o',
    out,
  );
  const again = started(
    'node',
    'dist-cli/vpcanvas.js',
    'export',
    example,
    '--to',
    'cloudformation-json',
    '-o',
    out,
  );

  expect([first.status, again.status]).toEqual([0, 0]);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toHaveProperty('Resources');
  expect(readdirSync(folder)).toEqual(['net.yaml']);
});

test('a reader that closes the pipe early draws no complaint', () => {
  const piped = started(
    'sh',
    '-c',
    `node dist-cli/vpcanvas.js export ${example} --to cloudformation | head -n 1`,
  );

  expect(piped.stdout).toContain('AWSTemplateFormatVersion');
  expect(piped.stderr).toBe('');
});

test('the bundle can be run by itself', () => {
  const entry = join(root, 'dist-cli/vpcanvas.js');

  expect(readFileSync(entry, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect(statSync(entry).mode & 0o111).not.toBe(0);
  expect(started(entry, '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('AWS’s validator is found beside the command line, wherever that lies', () => {
  const folder = test.info().outputPath('elsewhere');
  cpSync(join(root, 'dist-cli'), folder, { recursive: true });
  writeFileSync(
    join(folder, 'net.yaml'),
    'Resources:\n  Logs:\n    Type: AWS::Athena::WorkGroup\n    Properties:\n      Name: logs\n      RecursiveDeleteOption: perhaps\n',
  );

  const checked = spawnSync('node', ['vpcanvas.js', 'check', 'net.yaml', '--schemas'], {
    cwd: folder,
    encoding: 'utf8',
  });

  expect(checked.stderr).toBe('');
  expect(checked.stdout).toMatch(/6:7 +error +'perhaps' is not of type 'boolean' +\[E3012, AWS\]/);
  expect(checked.status).toBe(1);
});

test('a template on which AWS’s validator does not come to an end is given up, and all other findings stay', () => {
  test.setTimeout(180_000);
  const folder = test.info().outputPath('endless');
  mkdirSync(folder, { recursive: true });
  const many = Array.from({ length: 150 }, (_, index) => index);
  const endless = [
    'Parameters:',
    ...many.map((index) => `  P${index}: { Type: String }`),
    'Conditions:',
    ...many.map((index) => `  C${index}: !Equals [!Ref P${index}, a]`),
    'Resources:',
    '  Table: { Type: AWS::EC2::RouteTable }',
    '  Vpc:',
    '    Type: AWS::EC2::VPC',
    '    Properties:',
    `      CidrBlock: ${many.map((index) => `!If [C${index}, a${index}, `).join('')}x${']'.repeat(many.length)}`,
  ];
  writeFileSync(join(folder, 'net.yaml'), `${endless.join('\n')}\n`);

  const checked = started('node', 'dist-cli/vpcanvas.js', 'check', join(folder, 'net.yaml'), '--schemas');

  expect(checked.stdout).toContain('Table (AWS::EC2::RouteTable) needs VpcId');
  expect(checked.stdout).toMatch(/AWS’s validator (?:was given up|broke off) on this template/);
  expect(checked.stdout).toContain('[template-not-validated]');
  expect(checked.status).toBe(1);
});
