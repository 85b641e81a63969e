/** A stack as a class of Python: keyword arguments for its parameters, constructs for its resources. */
import { commentText } from '../identifiers';
import { importsOf } from '../modules';
import { printBody } from '../print/printBody';
import { createStackNames, type StackNames } from '../print/stackNames';
import { unmarked } from '../print/unmarked';
import type { ProgramParameter } from '../readParameter';
import type { StackProgram } from '../stackProgram';
import { stringLiteral } from './literals';
import { python } from './python';

export function printStack(program: StackProgram, className: string): string {
  const names = createStackNames(program, python);
  const given = [...names.members].map(([parameter, name]) => printArgument(parameter, name));
  const typing = ['Literal', 'Sequence'].filter((name) => given.some((each) => each.includes(`${name}[`)));
  const { description } = program;
  return [
    ...(typing.length === 0 ? [] : [`from typing import ${typing.join(', ')}`, '']),
    'import aws_cdk as cdk',
    ...importsOf(program).map(({ alias, module }) => importOf(alias, module)),
    'from constructs import Construct',
    '',
    '',
    `class ${className}(cdk.Stack):`,
    '    def __init__(',
    '        self,',
    '        scope: Construct,',
    '        construct_id: str,',
    ...(given.length === 0 ? [] : ['        *,', ...given.map((each) => `        ${each},`)]),
    '        **kwargs,',
    '    ) -> None:',
    ...printDocumentation(names),
    ...(description === ''
      ? []
      : [`        kwargs.setdefault("description", ${stringLiteral(unmarked(description))})`]),
    '        super().__init__(scope, construct_id, **kwargs)',
    ...printBody(program, names),
    '',
  ].join('\n');
}

function importOf(alias: string, module: string): string {
  const name = module.replaceAll('-', '_');
  return `from aws_cdk import ${name} as ${alias}`;
}

function printArgument(parameter: ProgramParameter, name: string): string {
  const type = typeOf(parameter);
  return parameter.default === undefined
    ? `${name}: ${type} | None = None`
    : `${name}: ${type} = ${python.defaultOf(parameter)}`;
}

function typeOf({ gives, allowed }: ProgramParameter): string {
  if (gives === 'list') return 'Sequence[str]';
  if (gives === 'number') return 'float';
  return allowed === null ? 'str' : `Literal[${allowed.map(stringLiteral).join(', ')}]`;
}

function printDocumentation({ members }: StackNames): string[] {
  const about = [...members].flatMap(([{ description }, name]) => {
    const text = commentText(description);
    return text === '' ? [] : [`            ${name}: ${text}`];
  });
  return about.length === 0 ? [] : ['        """', '        Args:', ...about, '        """'];
}
