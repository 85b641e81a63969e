/** AWS's own offline validator of templates, which comes with the CDK library. Its engine takes a second to start. */
import { createRequire } from 'node:module';

/** The part of its interface that we use. */
interface Validator {
  readonly CompositeEngine: new () => {
    validateTemplate(
      template: unknown,
      config: { readonly severityLevel: 'ERROR' | 'WARN' },
    ): { readonly diagnostics: readonly Diagnostic[] };
  };
  readonly TemplateContent: new (content: string, name: string) => unknown;
}

interface Diagnostic {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly propertyPath?: string;
  readonly entity?: { readonly logicalId?: string; readonly name?: string };
  readonly startLine?: number;
}

let started:
  | {
      readonly validator: Validator;
      readonly engine: InstanceType<Validator['CompositeEngine']>;
    }
  | undefined;

/** Loads the engine; for `beforeAll`, with a minute to spare on a busy machine. */
export function startAwsValidator(): void {
  start();
}

/** What AWS finds wrong with a template, one line for each; nothing when it would take it. */
export function awsFaults(text: string, level: 'ERROR' | 'WARN' = 'ERROR'): readonly string[] {
  const { validator, engine } = start();
  const { diagnostics } = engine.validateTemplate(new validator.TemplateContent(text, 'template'), {
    severityLevel: level,
  });
  return diagnostics.map(
    ({ ruleId, message, entity, propertyPath, startLine }) =>
      `${ruleId} ${entity?.logicalId ?? entity?.name ?? ''} ${propertyPath ?? ''} (line ${startLine ?? '?'}): ${message}`,
  );
}

function start(): NonNullable<typeof started> {
  if (started === undefined) {
    const library = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib'));
    // The package is AWS's; its types lie where imports from here do not reach.
    const validator = library('@aws/cloudformation-validate') as Validator;
    started = { validator, engine: new validator.CompositeEngine() };
  }
  return started;
}
