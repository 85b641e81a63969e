/** A stack as a class of TypeScript: typed properties for its parameters, constructs for its resources. */
import { commentText } from '../identifiers';
import { lay } from '../layout';
import { importsOf } from '../modules';
import { printBody } from '../print/printBody';
import { createStackNames, type StackNames } from '../print/stackNames';
import { unmarked } from '../print/unmarked';
import type { ProgramParameter } from '../readParameter';
import type { StackProgram } from '../stackProgram';
import { stringLiteral } from './literals';
import { typescript } from './typescript';

/** `className`: of the stack; the interface of its properties is called after it. */
export function printStack(program: StackProgram, className: string): string {
  const names = createStackNames(program, typescript);
  const members = printMembers(names);
  const props = members.length === 0 ? 'cdk.StackProps' : `${className}Props`;
  return [
    "import * as cdk from 'aws-cdk-lib';",
    ...importsOf(program).map(({ alias, module }) => `import * as ${alias} from 'aws-cdk-lib/${module}';`),
    "import { Construct } from 'constructs';",
    '',
    ...(members.length === 0
      ? []
      : [`export interface ${props} extends cdk.StackProps {`, ...members, '}', '']),
    `export class ${className} extends cdk.Stack {`,
    `  constructor(scope: Construct, id: string, props: ${props} = {}) {`,
    `    super(scope, id, ${superProps(program)});`,
    ...printBody(program, names),
    '  }',
    '}',
    '',
  ].join('\n');
}

function superProps({ description }: StackProgram): string {
  if (description === '') return 'props';
  const items = [`description: ${stringLiteral(unmarked(description))}`, '...props'];
  const { page, indent } = typescript;
  return lay({ open: '{', items, close: '}', spaced: true }, page, indent, '    super(scope, id, );'.length);
}

/** The members of the interface of the stack's properties. */
function printMembers(names: StackNames): string[] {
  return [...names.members].flatMap(([parameter, name]) => {
    const about = commentText(parameter.description);
    const byDefault =
      parameter.default === undefined ? 'asked for when it is deployed' : typescript.defaultOf(parameter);
    return [
      '  /**',
      ...(about === '' ? [] : [`   * ${about}`, '   *']),
      `   * @default ${commentText(byDefault)}`,
      '   */',
      `  readonly ${name}?: ${typeOf(parameter)};`,
    ];
  });
}

function typeOf({ gives, allowed }: ProgramParameter): string {
  if (gives === 'list') return 'string[]';
  if (gives === 'number') return 'number';
  return allowed === null ? 'string' : allowed.map(stringLiteral).join(' | ');
}
