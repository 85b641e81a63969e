/** Of the faults that the examples of our rules show, AWS's validator finds some as well. None is told twice. */
import { expect, test } from 'vitest';
import { catalog, rules } from '../../../aws';
import { reportOn } from '../../../testing/awsValidator';
import { fromSketch } from '../../catalog/fromSketch';
import type { Document } from '../../model/document';
import type { Finding } from '../../rules/rule';
import { validate } from '../../rules/validate';
import { importTemplates } from '../importTemplates';
import { templateFindings } from '../templateFindings';
import { templateRules } from '../templateRules';
import { awsFindings } from './awsFinding';
import { findingsOfReport } from './findingsOfReport';
import { textsAsRead, textsToValidate, type TextToValidate } from './textsToValidate';

const cfnLint = new Map([...rules.values(), ...templateRules].map(({ id, cfnLint: ids = [] }) => [id, ids]));
const cfnLintOf = (rule: string): readonly string[] => cfnLint.get(rule) ?? [];

interface Compared {
  readonly all: readonly string[];
  readonly left: readonly string[];
}

function compared(
  document: Document,
  texts: readonly TextToValidate[],
  others: readonly Finding[],
): Compared {
  const own = { findings: validate(catalog, rules, document, others).findings, cfnLintOf };
  const of = (findings: readonly { readonly rule: string; readonly severity: string }[]): string[] =>
    findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  return {
    all: texts.flatMap(({ text }) => of(awsFindings(reportOn(text)))),
    left: texts.flatMap((text) => of(findingsOfReport(catalog, document, text, reportOn(text.text), own))),
  };
}

test('an error that a drawn example shows is told by our rule alone', () => {
  const results = [...rules.values()].flatMap(({ id, examples }) =>
    examples.bad.map((bad) => {
      const document = fromSketch(catalog, bad);
      return { id, ...compared(document, textsToValidate(catalog, document), []) };
    }),
  );

  expect(results.filter(({ left }) => left.length > 0)).toEqual([]);
  expect(new Set(results.filter(({ all }) => all.length > 0).map(({ id }) => id))).toEqual(
    new Set([
      'application-load-balancer-one-zone',
      'dns-record-value-invalid',
      'misplaced-resource',
      'port-range-reversed',
      'resolver-endpoint-one-address',
      'subnet-cidr-outside-vpc',
      'subnet-cidr-overlap',
    ]),
  );
}, 120_000);

test('an error that an example of a template shows is told by our rule alone', () => {
  const results = templateRules.flatMap(({ id, examples }) =>
    examples.bad.map((text) => {
      const { document } = importTemplates(catalog, [{ name: 't.yaml', text }]);
      return { id, ...compared(document, textsAsRead(document), templateFindings(catalog, document)) };
    }),
  );

  expect(results.filter(({ left }) => left.length > 0)).toEqual([
    // Beside the name that is wrong, the subnet stands where it may not stand beside interfaces.
    { id: 'template-unknown-property', all: ['E3002', 'E3020', 'E3020'], left: ['E3020', 'E3020'] },
  ]);
  expect(results.filter(({ all }) => all.length > 0).length).toBeGreaterThan(10);
}, 120_000);

test('rules of ours name rules that AWS’s validator or cfn-lint can have', () => {
  const named = [...cfnLint.values()].flat();

  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((id) => !/^[EFW]\d{4}$/.test(id))).toEqual([]);
});
