/**
 * Findings in SARIF 2.1.0, the format that code-scanning services read:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type { Severity } from '../core/rules/rule';
import type { Language } from '../lib/words';
import { allRules } from './allRules';
import type { CheckFinding, CheckResult } from './checkResult';
import { flowText } from './question';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };

export function sarifOf(result: CheckResult, files: readonly string[], language: Language): object {
  const [firstFile = ''] = files;
  const used = new Set<string>();
  /** Of rules that are not ours. */
  const others = new Map<string, CheckFinding>();
  const results: object[] = [];
  const add = (
    rule: string,
    severity: Severity,
    message: string,
    place: { readonly file?: string; readonly line?: number; readonly column?: number },
    names: readonly string[],
  ): void => {
    used.add(rule);
    const region =
      place.line === undefined
        ? {}
        : {
            region: {
              startLine: place.line,
              ...(place.column === undefined ? {} : { startColumn: place.column }),
            },
          };
    results.push({
      ruleId: rule,
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: uriOf(place.file ?? firstFile) }, ...region },
          ...(names.length === 0
            ? {}
            : { logicalLocations: names.map((name) => ({ name, kind: 'resource' })) }),
        },
      ],
    });
  };
  for (const finding of result.findings) {
    const { rule, severity, message, on, source, ...place } = finding;
    if (source !== undefined) others.set(rule, finding);
    add(rule, severity, message, place, on);
  }
  for (const { flow, expected, verdict, message } of result.expectations)
    if (verdict !== expected)
      add(
        'expectation',
        verdict === 'unknown' ? 'warning' : 'error',
        `${flowText(flow)}: ${message}`,
        {},
        [],
      );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'vpcanvas',
            rules: [...used].sort().map((id) => {
              const rule = allRules.get(id);
              return rule === undefined
                ? ruleOfAws(id, others.get(id))
                : {
                    id,
                    shortDescription: { text: rule.summary[language] },
                    fullDescription: { text: rule.why[language] },
                    ...(rule.sources[0] === undefined ? {} : { helpUri: rule.sources[0] }),
                    defaultConfiguration: { level: levels[rule.severity] },
                  };
            }),
          },
        },
        results,
      },
    ],
  };
}

/** What AWS says of a rule of its own. */
function ruleOfAws(id: string, finding: CheckFinding | undefined): object {
  const { about, page } = finding ?? {};
  return {
    id,
    ...(about === undefined ? {} : { shortDescription: { text: about } }),
    ...(page === undefined ? {} : { helpUri: page }),
  };
}

/** Relative to where the command was run, with characters that a URI cannot hold escaped. */
function uriOf(file: string): string {
  return file === '-' ? 'stdin' : file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
