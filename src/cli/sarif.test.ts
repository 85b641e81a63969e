/**
 * What code-scanning services take: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { startAwsValidator } from '../testing/awsValidator';
import { vpcanvas } from '../testing/commandLine';
import { closed, template } from '../testing/commandLineFiles';
import type { CheckFinding, CheckResult } from './checkResult';
import { sarifOf } from './sarif';

beforeAll(startAwsValidator, 60_000);

/** The parts of a log that are looked at here. */
interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly rules: readonly {
            readonly id: string;
            readonly shortDescription: { readonly text: string };
            readonly fullDescription: { readonly text: string };
            readonly help: { readonly text: string; readonly markdown: string };
            readonly helpUri?: string;
            readonly properties: { readonly tags: readonly string[] };
          }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string };
            readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
          };
        }[];
      }[];
    },
  ];
}

/** Of our own rules, of AWS's, of an expectation, of a damaged diagram, and of names that no URI holds. */
const runs: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['a template', 'net.yaml --param Block=10.0.0.0/33', { 'net.yaml': template }],
  [
    'AWS’s findings',
    'net.yaml --schemas',
    {
      'net.yaml': 'Resources:\n  Logs: { Type: AWS::S3::Bucket, Properties: { AccessControl: Everyone } }\n',
    },
  ],
  ['a diagram whose flow is blocked', 'closed.json', { 'closed.json': closed }],
  ['a damaged diagram', 'd.json', { 'd.json': closed.replace('"kind": "subnet"', '"kind": "nothing"') }],
  ['standard input', '-', { '-': template.replace('!Ref Vpc', 'Vpc') }],
  [
    'a folder with other letters',
    'ネット/a#b.yaml',
    { 'ネット/a#b.yaml': template.replace('!Ref Vpc', 'Vpc') },
  ],
];

describe.each(runs)('the log of %s', (_, args, files) => {
  const logOf = async (language: string): Promise<Log> => {
    const { json } = await vpcanvas(`check ${args} --format sarif --lang ${language}`, files);
    // What the tests below make sure of.
    return json as Log;
  };

  test.each(['en', 'ja'])(
    'has words for every rule, and a whole place for every result (%s)',
    async (language) => {
      const { version, runs: logged } = await logOf(language);
      const [{ tool, results, columnKind }, ...more] = logged;
      const { rules } = tool.driver;

      expect([version, columnKind, more.length]).toEqual(['2.1.0', 'utf16CodeUnits', 0]);
      expect(results.length).toBeGreaterThan(0);
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      for (const { shortDescription, fullDescription, help, helpUri, properties } of rules) {
        for (const { text } of [shortDescription, fullDescription, help]) expect(text).not.toBe('');
        expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
        expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
        expect(helpUri ?? 'https://').toMatch(/^https:\/\//);
        expect(properties.tags.length).toBeLessThanOrEqual(20);
      }
      for (const { ruleId, ruleIndex, level, message, locations } of results) {
        expect(rules[ruleIndex]?.id).toBe(ruleId);
        expect(['error', 'warning', 'note']).toContain(level);
        expect(message.text).not.toBe('');
        expect(message.text.length).toBeLessThanOrEqual(1000);
        expect(locations).toHaveLength(1);
        for (const { physicalLocation } of locations) {
          const { artifactLocation, region } = physicalLocation;
          expect(artifactLocation.uri).toMatch(/^(?:[\w.~/-]|%[\dA-F]{2})+$/);
          expect(Object.values(region).every((value) => Number.isInteger(value) && value >= 1)).toBe(true);
          expect(region.endLine).toBe(region.startLine);
          expect(region.endColumn).toBeGreaterThan(region.startColumn);
        }
      }
    },
  );
});

test('a place ends where the name of the property ends', async () => {
  const { json } = await vpcanvas('check net.yaml --format sarif', {
    'net.yaml': template.replace('VpcId: !Ref Vpc', 'VpcId: Vpc'),
  });
  // What the tests above make sure of.
  const [{ results }] = (json as Log).runs;

  expect(results[0]?.locations[0]?.physicalLocation.region).toEqual({
    startLine: 14,
    startColumn: 7,
    endLine: 14,
    endColumn: 7 + 'VpcId'.length,
  });
});

test('of more results than GitHub takes the gravest are kept, and long words are cut', () => {
  const finding = (severity: CheckFinding['severity'], index: number): CheckFinding => ({
    rule: `rule-${index % 7}`,
    severity,
    message: 'x'.repeat(3000),
    on: [`R${index}`],
    fixes: [],
  });
  const findings = Array.from({ length: 30_000 }, (_, index) =>
    finding(index % 3 === 0 ? 'error' : 'advice', index),
  );
  const result: CheckResult = {
    findings,
    expectations: [],
    summary: { error: 10_000, warning: 0, advice: 20_000 },
  };

  // The shape that `sarifOf` gives.
  const [{ results }] = (sarifOf(result, ['net.yaml'], 'en') as Log).runs;

  expect(results).toHaveLength(25_000);
  expect(results.filter(({ level }) => level === 'error')).toHaveLength(10_000);
  expect(results[0]?.message.text).toHaveLength(1000);
});
