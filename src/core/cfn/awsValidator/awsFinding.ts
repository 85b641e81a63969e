/** The findings of AWS's validator in the form of ours. Its words stay as they are: they are AWS's, and in English. */
import type { AwsWords, Severity } from '../../rules/rule';
import type { Diagnostic, Report } from './report';

export interface AwsFinding extends AwsWords {
  /** As cfn-lint calls it: `E3012`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The properties of it that lead to the place, outermost first; none for a resource as a whole. */
  readonly properties: readonly string[];
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

export function awsFindings({ diagnostics }: Report): readonly AwsFinding[] {
  return diagnostics.flatMap((each) => {
    const severity = severities[each.severity];
    return severity === undefined ? [] : [findingOf(each, severity)];
  });
}

/** What CloudFormation refuses before it does anything is no graver here than what the service refuses later. */
const severities: Readonly<Record<Diagnostic['severity'], Severity | undefined>> = {
  FATAL: 'error',
  ERROR: 'error',
  WARN: 'warning',
  INFO: 'advice',
  DEBUG: undefined,
};

function findingOf(
  {
    ruleId,
    message,
    entity,
    propertyPath,
    suggestedFix,
    startLine,
    startColumn,
    documentationUrl,
    ruleDescription,
  }: Diagnostic,
  severity: Severity,
): AwsFinding {
  // Of a schema it names the repository that it was made in, which helps nobody.
  const page =
    documentationUrl?.startsWith('https://docs.aws.amazon.com/') === true ? documentationUrl : undefined;
  return {
    rule: cfnLintId(ruleId),
    severity,
    message,
    ...(suggestedFix === undefined ? {} : { suggestion: suggestedFix }),
    ...(ruleDescription === undefined ? {} : { about: ruleDescription }),
    ...(page === undefined ? {} : { page }),
    ...(entity?.logicalId === undefined ? {} : { logicalId: entity.logicalId }),
    properties: propertiesOf(propertyPath, message),
    ...(startLine === undefined ? {} : { line: startLine }),
    ...(startLine === undefined || startColumn === undefined ? {} : { column: startColumn }),
  };
}

/** Of `Properties.Ingress.0.CidrIp` both names; a property that is missing stands in the message only. */
function propertiesOf(path: string | undefined, message: string): readonly string[] {
  const [section, ...steps] = path?.split('.') ?? [];
  if (section !== 'Properties') return [];
  const missing = /^'(\w+)' is a required property$/.exec(message)?.[1];
  return [...steps, ...(missing === undefined ? [] : [missing])].filter((step) => /^[A-Za-z]\w*$/.test(step));
}

/**
 * The validator has a letter of its own, F, for what is a plain error in cfn-lint (https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md).
 * These mean there what they mean here; other numbers are the validator's own, or mean something else there.
 */
const sameInCfnLint: ReadonlySet<string> = new Set(
  (
    '0000 1004 1020 1030 1031 1032 2002 2003 2011 2015 3002 3003 3004 3006 3007 3012 3014 3017 3018 3020 3021 3030 3031 ' +
    '3032 3033 3034 3037 3058 6004 6011 6101 7002'
  ).split(' '),
);

function cfnLintId(id: string): string {
  const number = id.slice(1);
  return id.startsWith('F') && sameInCfnLint.has(number) ? `E${number}` : id;
}
