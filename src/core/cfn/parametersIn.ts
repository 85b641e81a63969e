/** The parameters of a diagram's templates that whoever deploys them gives: those of a nested stack are given by the stack around. */
import type { Document } from '../model/document';
import type { Words } from '../../lib/words';
import { isSecret, notAllowed } from './constraints';
import { readStacks } from './nested/readStacks';
import { sourceOf } from './remembered';
import { isNull, valueOf, type SyntaxNode } from './source/syntax';
import { textOf, type Stack } from './stack';

export interface TemplateParameter {
  readonly fileName: string;
  readonly name: string;
  /** As CloudFormation names it: `String`, `List<Number>`, `AWS::EC2::VPC::Id`, … */
  readonly type: string;
  /** '' for none. */
  readonly description: string;
  /** Undefined where whoever deploys has to say. */
  readonly default: string | undefined;
  /** The only values that it may have; empty for any. */
  readonly allowed: readonly string[];
  /** Not to be shown. */
  readonly isSecret: boolean;
  /** The value that the diagram was read with, in place of the default. */
  readonly given: string | undefined;
  /** What is wrong with the value that it has. */
  readonly fault: Words | undefined;
}

export function parametersIn(document: Document): readonly TemplateParameter[] {
  const [first] = document.templates.values();
  const options = first?.readWith ?? { parameters: {}, region: document.settings.region };
  const sources = [...document.templates.values()].flatMap((template) => {
    const source = sourceOf(template);
    return source === undefined ? [] : [{ file: template.fileName, source }];
  });
  const nested = readStacks(sources, options);
  return nested.all
    .filter((stack) => nested.ownerOf(stack) === undefined)
    .flatMap((stack) =>
      [...stack.parameters].map(([name, { value }]) =>
        parameterOf(
          stack,
          name,
          value,
          Object.hasOwn(options.parameters, name) ? options.parameters[name] : undefined,
        ),
      ),
    );
}

function parameterOf(
  stack: Stack,
  name: string,
  definition: SyntaxNode,
  given: string | undefined,
): TemplateParameter {
  const allowed = valueOf(definition, 'AllowedValues');
  const fallback = valueOf(definition, 'Default');
  const otherwise = fallback === undefined || isNull(fallback) ? undefined : defaultText(fallback);
  const value = given ?? otherwise;
  return {
    fileName: stack.file,
    name,
    type: textOf(valueOf(definition, 'Type')) ?? 'String',
    description: textOf(valueOf(definition, 'Description'))?.trim() ?? '',
    default: otherwise,
    allowed: allowed?.is === 'list' ? allowed.items.flatMap((item) => textOf(item) ?? []) : [],
    isSecret: isSecret(definition),
    given,
    fault: value === undefined ? undefined : notAllowed(stack, definition, value),
  };
}

function defaultText(node: SyntaxNode): string | undefined {
  return node.is === 'list' ? node.items.map((item) => textOf(item) ?? '').join(',') : textOf(node);
}
