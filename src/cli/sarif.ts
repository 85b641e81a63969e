/**
 * Findings in SARIF 2.1.0, the format that code-scanning services read, with what GitHub's asks for beyond the standard: words
 * for every rule, a place with its end for every result, and no more of them than it takes.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import type { Severity } from '../core/rules/rule';
import type { Language } from '../lib/words';
import { allRules } from './allRules';
import type { CheckFinding, CheckResult } from './checkResult';
import { flowText } from './question';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };

/** What GitHub takes in one run; a longer file is refused whole. */
const mostResults = 25_000;
const longestText = 1000;

export function sarifOf(result: CheckResult, files: readonly string[], language: Language): object {
  const [firstFile = ''] = files;
  const expectations = result.expectations.flatMap((each): CheckFinding[] =>
    each.verdict === each.expected
      ? []
      : [
          {
            rule: 'expectation',
            severity: each.verdict === 'unknown' ? 'warning' : 'error',
            message: `${flowText(each.flow)}: ${each.message}`,
            on: [],
            fixes: [],
          },
        ],
  );
  const all = [...result.findings, ...expectations];
  // The gravest, where there are too many.
  const told =
    all.length > mostResults
      ? (['error', 'warning', 'advice'] as const)
          .flatMap((severity) => all.filter((each) => each.severity === severity))
          .slice(0, mostResults)
      : all;
  const byRule = new Map(told.map((finding) => [finding.rule, finding]));
  const rules = [...byRule.keys()].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'vpcanvas',
            ...(typeof VERSION === 'string' ? { version: VERSION } : {}),
            rules: rules.map((id) => descriptorOf(id, byRule.get(id), language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: told.map((finding) => resultOf(finding, rules.indexOf(finding.rule), firstFile)),
      },
    ],
  };
}

/** Put in when the command line is bundled. */
declare const VERSION: string | undefined;

function resultOf(finding: CheckFinding, ruleIndex: number, firstFile: string): object {
  const { rule, severity, message, on, file = firstFile, line = 1, column = 1, field } = finding;
  // What stands there is the name of the property or of the resource; without a place, the file as a whole is meant.
  const length = finding.line === undefined ? 1 : (field ?? on[0] ?? ' ').length;
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: cut(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column, endLine: line, endColumn: column + length },
        },
        ...(on.length === 0 ? {} : { logicalLocations: on.map((name) => ({ name, kind: 'resource' })) }),
      },
    ],
  };
}

function descriptorOf(id: string, finding: CheckFinding | undefined, language: Language): object {
  const rule = allRules.get(id);
  const summary = rule?.summary[language] ?? finding?.about ?? id;
  const why = rule?.why[language] ?? `${summary} (AWS CloudFormation Validate, ${id})`;
  const pages = rule?.sources ?? (finding?.page === undefined ? [] : [finding.page]);
  return {
    id,
    shortDescription: { text: cut(summary) },
    fullDescription: { text: cut(why) },
    help: {
      text: [why, ...pages].join('\n'),
      markdown: [why, ...pages.map((page) => `- <${page}>`)].join('\n\n'),
    },
    ...(pages[0] === undefined ? {} : { helpUri: pages[0] }),
    ...(rule === undefined ? {} : { defaultConfiguration: { level: levels[rule.severity] } }),
    properties: { tags: [rule === undefined ? 'aws-cloudformation-validate' : 'vpcanvas'] },
  };
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

/** Relative to where the command was run, with characters that a URI cannot hold escaped. */
function uriOf(file: string): string {
  return file === '-' ? 'stdin' : file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
