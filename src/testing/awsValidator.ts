/** AWS's own offline validator of templates, as the editor and the command line run it. Its engine takes a second to start. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { instantiate, wasmAddress } from 'virtual:cloudformation-validate';
import type { Given, Report, Validated } from '../core/cfn/awsValidator/report';
import { templateValidator, type TemplateValidator } from '../core/cfn/awsValidator/templateValidator';

let started: TemplateValidator | undefined;

/** Loads the engine; for `beforeAll`, with a minute to spare on a busy machine. */
export function startAwsValidator(): void {
  validated('Resources: {}');
}

export function validated(text: string, given: Given = {}): Validated {
  started ??= templateValidator(() =>
    instantiate(new WebAssembly.Module(readFileSync(fileURLToPath(wasmAddress)))),
  );
  return started.validate(text, given);
}

/** What AWS's validator says of a template, which it is expected to manage. */
export function reportOn(text: string, given: Given = {}): Report {
  const answer = validated(text, given);
  if (!('report' in answer)) throw new Error(JSON.stringify(answer));
  return answer.report;
}

/** What AWS finds wrong with a template, one line for each; nothing when it would take it. */
export function awsFaults(text: string, level: 'ERROR' | 'WARN' = 'ERROR'): readonly string[] {
  const grave = ['FATAL', 'ERROR', ...(level === 'WARN' ? ['WARN'] : [])];
  return reportOn(text)
    .diagnostics.filter(({ severity }) => grave.includes(severity))
    .map(
      ({ ruleId, message, entity, propertyPath, startLine }) =>
        `${ruleId} ${entity?.logicalId ?? ''} ${propertyPath ?? ''} (line ${startLine ?? '?'}): ${message}`,
    );
}
