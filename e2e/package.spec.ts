/** The npm package, packed and installed into an empty folder without a network: the command line, and nothing of the browser. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder = '';

const faulty = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Front:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Front, RouteTableId: !Ref Table }
  Web:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref Front }
  Logs:
    Type: AWS::Athena::WorkGroup
    Properties: { Name: logs, RecursiveDeleteOption: perhaps }
`;

function started(command: string, args: readonly string[], cwd: string) {
  return spawnSync(command, args, { cwd, encoding: 'utf8' });
}

function vpcanvas(...args: string[]) {
  return started('npx', ['--no', 'vpcanvas', ...args], folder);
}

test.beforeAll(() => {
  test.setTimeout(180_000);
  // Away from the project, whose own packages would be found from within it.
  folder = mkdtempSync(join(tmpdir(), 'vpcanvas-package-'));
  const packed = join(folder, 'packed');
  mkdirSync(packed);
  // The bundle was built just before; npm would build it once more.
  const pack = started('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', packed], root);
  expect(pack.stderr).toBe('');
  const [tarball = ''] = readdirSync(packed);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, 'net.yaml'), faulty);
  const install = started(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--silent', join(packed, tarball)],
    folder,
  );
  expect(install.stderr).toBe('');
  expect(install.status).toBe(0);
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('it brings the command line, its licences and the README, and needs no other package', () => {
  const installed = join(folder, 'node_modules');
  const files = readdirSync(join(installed, 'vpcanvas'), { recursive: true, encoding: 'utf8' });
  // npm's own file.
  const manifest = JSON.parse(readFileSync(join(installed, 'vpcanvas/package.json'), 'utf8')) as object;

  expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['vpcanvas']);
  expect(manifest).not.toHaveProperty('dependencies');
  expect(files.filter((file) => !file.includes('/')).sort()).toEqual([
    'LICENSE',
    'NOTICE',
    'README.md',
    'dist-cli',
    'package.json',
  ]);
  expect(files).toEqual(
    expect.arrayContaining([
      'dist-cli/vpcanvas.js',
      'dist-cli/cloudformation-validate.wasm',
      'dist-cli/THIRD-PARTY-LICENSES.txt',
      'dist-cli/cloudformation-validate/LICENSE.txt',
      'dist-cli/cloudformation-validate/NOTICE.txt',
      'dist-cli/cloudformation-validate/THIRD-PARTY-LICENSES.txt',
    ]),
  );
  // AWS's icons, for pictures; nothing of the page, and no source.
  const ofPage = files.filter((file) => /\.(?:svg|css|html|tsx?|map)$/.test(file));
  expect(ofPage.filter((file) => !/^dist-cli\/icons\/[\w-]+\/[\w-]+\.svg$/.test(file))).toEqual([]);
  expect(files).toContain('dist-cli/icons/resource/AmazonVPCNATGateway.svg');
});

test('every package of which the bundle has a part is named with the text of its licence', () => {
  const text = readFileSync(join(folder, 'node_modules/vpcanvas/dist-cli/THIRD-PARTY-LICENSES.txt'), 'utf8');

  for (const name of ['yaml', 'immer', 'fflate']) expect(text).toMatch(new RegExp(`^${name} \\d.*\\)$`, 'm'));
  expect(text).toContain('Permission is hereby granted, free of charge');
  expect(text).not.toContain('holds no text of the licence');
});

test('check, trace and export work from it', () => {
  const check = vpcanvas('check', 'net.yaml');
  const trace = vpcanvas('trace', 'net.yaml', '--from', 'Web', '--to', 'service:s3');
  const exported = vpcanvas('export', 'net.yaml', '--to', 'cdk-typescript', '-o', 'net');

  expect([check.stderr, trace.stderr]).toEqual(['', '']);
  expect(check.stdout).toMatch(/^\d+ errors?, /);
  expect(trace.status).toBe(1);
  expect(trace.stdout).toContain('Table');
  expect(exported.status).toBe(0);
  expect(readdirSync(join(folder, 'net'))).toContain('package.json');
});

test('check --schemas finds its WebAssembly beside itself', () => {
  const { stdout, stderr, status } = vpcanvas('check', 'net.yaml', '--schemas', '--format', 'json');

  expect(stderr).toBe('');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({ rule: 'E3012', on: ['Logs'], file: 'net.yaml', line: 15 }),
    ]) as unknown,
  });
});
