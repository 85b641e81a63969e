/** `check --schemas`: AWS's own validator of templates beside our rules. */
import { beforeAll, describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import type { Document } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { validate } from '../core/rules/validate';
import { writeDiagram } from '../core/store/diagramFile';
import { startAwsValidator } from '../testing/awsValidator';
import { vpcanvas } from '../testing/commandLine';
import { textOf } from '../testing/commandLineFiles';
import type { CheckResult } from './checkResult';

beforeAll(startAwsValidator, 60_000);

/** A group of queries, of which our rules know nothing. */
const queries = `Resources:
  Logs:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: logs
      RecursiveDeleteOption: perhaps
`;

async function checked(args: string, files: Parameters<typeof vpcanvas>[1]): Promise<CheckResult> {
  const { json } = await vpcanvas(`check ${args} --schemas --format json`, files);
  // The shape that `check --format json` has.
  return json as CheckResult;
}

const rulesIn = ({ findings }: CheckResult): readonly string[] => findings.map(({ rule }) => rule);

describe('of a template', () => {
  test('what AWS finds has cfn-lint’s name, the severity, the place, the resource and the property', async () => {
    const { findings, summary } = await checked('net.yaml', { 'net.yaml': queries });

    expect(findings).toEqual([
      {
        rule: 'E3012',
        severity: 'error',
        message: "'perhaps' is not of type 'boolean'",
        on: ['Logs'],
        field: 'RecursiveDeleteOption',
        file: 'net.yaml',
        line: 6,
        column: 7,
        fixes: [],
        source: 'cloudformation-validate',
        about: 'Property type mismatch',
      },
    ]);
    expect(summary).toEqual({ error: 1, warning: 0, advice: 0 });
  });

  test('an error of AWS’s is one for the exit status, and without the option nobody asks', async () => {
    const files = { 'net.yaml': queries };

    expect((await vpcanvas('check net.yaml --schemas', files)).status).toBe(1);
    expect((await vpcanvas('check net.yaml', files)).status).toBe(0);
  });

  test('the text marks what is AWS’s, in either language, and shows its proposal', async () => {
    const files = {
      'net.yaml': `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
`,
    };

    const { out } = await vpcanvas('check net.yaml --schemas', files);
    const { out: japanese } = await vpcanvas('check net.yaml --schemas --lang ja', files);

    expect(out).toMatch(/^ {2}5:7 +warning .*deprecated.*\[W3045, AWS\]\n +→ Remove AccessControl and use/m);
    expect(japanese).toMatch(/^ {2}5:7 +警告 .*deprecated.*\[W3045, AWS\]/m);
  });

  test('what our own rules say of the same place stays, with its fix, and is not told twice', async () => {
    const result = await checked('net.yaml', {
      'net.yaml': `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: Vpc
      CidrBlock: 10.0.0.0/24
`,
    });

    expect(result.findings.map(({ rule, line, fixes }) => [rule, line, fixes.length])).toEqual([
      ['template-literal-for-reference', 6, 1],
    ]);
  });

  test('parameters and Region are those of the command line', async () => {
    const files = {
      'net.yaml': `Parameters:
  Acl: { Type: String, Default: Private }
Resources:
  Logs: { Type: AWS::S3::Bucket, Properties: { AccessControl: !Ref Acl } }
`,
    };

    expect(rulesIn(await checked('net.yaml', files))).not.toContain('W3030');
    expect(rulesIn(await checked('net.yaml --param Acl=Nobody', files))).toContain('W3030');
  });

  test('a resource that is a part of what is drawn is called what the template calls it', async () => {
    const { findings } = await checked('net.yaml', {
      'net.yaml': `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: AWS::EC2::InternetGateway }
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    UpdateReplacePolicy: Sometimes
    Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway }
`,
    });

    expect(findings.filter(({ source }) => source !== undefined)).toMatchObject([
      { rule: 'F0018', on: ['Attachment'], line: 6 },
      { rule: 'W3011', on: ['Attachment'], line: 4 },
    ]);
  });

  test('of several templates each finding has its own file', async () => {
    const { findings } = await checked('a.yaml b.json', {
      'a.yaml': queries,
      'b.json': JSON.stringify({
        Resources: {
          Other: {
            Type: 'AWS::Athena::WorkGroup',
            Properties: { Name: 'other', RecursiveDeleteOption: 'maybe' },
          },
        },
      }),
    });

    expect(findings.map(({ on, file, line }) => [on, file, line])).toEqual([
      [['Logs'], 'a.yaml', 6],
      [['Other'], 'b.json', 1],
    ]);
  });
});

describe('of a diagram', () => {
  test('the template that it makes is validated, and findings are on its resources', async () => {
    const { findings } = await checked('net.vpcanvas.json', {
      'net.vpcanvas.json': textOf(sketch(box('public-access-block', 'Bpa', { mode: 'off' }))),
    });
    const found = findings.filter(({ source }) => source !== undefined);

    expect(found).toMatchObject([
      { rule: 'W3030', severity: 'warning', on: ['Bpa'], field: 'InternetGatewayBlockMode' },
    ]);
    expect(found[0]).not.toHaveProperty('line');
  });

  test('what somebody suppressed is not told again in other words', async () => {
    const document = fromSketch(
      catalog,
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'A', { cidr: '10.0.0.0/24' }),
          box('subnet', 'B', { cidr: '10.0.0.0/24' }),
        ),
      ),
    );
    const overlap = validate(catalog, rules, document).findings.find(
      ({ rule }) => rule === 'subnet-cidr-overlap',
    );
    const suppressions = new Map([['s', { finding: overlap?.key ?? '', reason: 'a drawing of what was' }]]);
    const about = async (design: Document): Promise<readonly string[]> => {
      const result = await checked('net.vpcanvas.json', {
        'net.vpcanvas.json': writeDiagram(catalog, design),
      });
      return rulesIn(result).filter((rule) => rule === 'subnet-cidr-overlap' || rule === 'E3060');
    };

    expect(await about(document)).toEqual(['subnet-cidr-overlap']);
    expect(await about({ ...document, suppressions })).toEqual([]);
  });
});

describe('where the validator gives no answer', () => {
  const broken = { validateTemplates: () => Promise.resolve([{ broke: 'index out of bounds' }]) };
  const endless = { validateTemplates: () => Promise.resolve([{ gaveUpAfter: 30 }]) };

  test('a warning says so, and what our rules have found stands', async () => {
    const files = { 'net.yaml': 'Resources:\n  Table: { Type: AWS::EC2::RouteTable }\n' };

    for (const [io, words] of [
      [broken, 'broke off on this template (index out of bounds)'],
      [endless, 'given up on this template after 30 seconds'],
    ] as const) {
      const { status, json } = await vpcanvas('check net.yaml --schemas --format json', files, io);
      // The shape that `check --format json` has.
      const { findings } = json as CheckResult;

      expect(status).toBe(1);
      expect(findings.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
        ['template-missing-property', 'error', 'net.yaml'],
        ['unused-resource', 'advice', 'net.yaml'],
        ['template-not-validated', 'warning', 'net.yaml'],
      ]);
      expect(findings.at(-1)?.message).toContain(words);
    }
  });

  test('it says so in Japanese, and does not fail a template that has no other error', async () => {
    const { status, out } = await vpcanvas(
      'check net.yaml --schemas --lang ja',
      { 'net.yaml': queries },
      endless,
    );

    expect(status).toBe(0);
    expect(out).toContain('30 秒以内に完了しなかった');
  });
});

test('SARIF describes AWS’s rules with AWS’s words', async () => {
  const { json } = await vpcanvas('check net.yaml --schemas --format sarif', { 'net.yaml': queries });

  expect(json).toMatchObject({
    runs: [
      {
        tool: { driver: { rules: [{ id: 'E3012', shortDescription: { text: 'Property type mismatch' } }] } },
        results: [{ ruleId: 'E3012', level: 'error' }],
      },
    ],
  });
});
