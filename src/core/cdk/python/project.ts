/** A CDK project in Python: `pip install -r requirements.txt && npx cdk synth` works in its folder. */
import { snakeCase } from '../names';
import { namedStacks, versions, type NamedStack, type NamedTemplate, type Project } from '../project';
import { stringLiteral } from './literals';
import { printStack } from './printStack';

/** `region`: where the design is drawn. */
export function pythonProject(templates: readonly NamedTemplate[], region: string): Project {
  const stacks = namedStacks(templates);
  const classes = stacks.map((stack) => ({
    path: `stacks/${moduleOf(stack)}.py`,
    text: printStack(stack.program, stack.className),
  }));
  const [main] = classes;
  if (main === undefined) throw new Error('pythonProject expects at least one template');
  return {
    main,
    files: [
      { path: 'app.py', text: printApp(stacks, region) },
      { path: 'stacks/__init__.py', text: '' },
      ...classes,
      {
        path: 'requirements.txt',
        text: `aws-cdk-lib==${versions.python['aws-cdk-lib']}\nconstructs==${versions.python.constructs}\n`,
      },
      { path: 'cdk.json', text: `${JSON.stringify({ app: 'python3 app.py' }, null, 2)}\n` },
      { path: '.gitignore', text: '__pycache__\n.venv\ncdk.out\n' },
    ],
    remarks: stacks.flatMap(({ program }) => program.remarks),
  };
}

function moduleOf({ fileName }: NamedStack): string {
  return fileName.replaceAll('-', '_');
}

function printApp(stacks: readonly NamedStack[], region: string): string {
  const needed = new Set(stacks.flatMap(({ after }) => after));
  const variableOf = ({ className }: NamedStack): string => snakeCase(className);
  return [
    '#!/usr/bin/env python3',
    'import os',
    '',
    'import aws_cdk as cdk',
    '',
    ...stacks.map((stack) => `from stacks.${moduleOf(stack)} import ${stack.className}`),
    '',
    'app = cdk.App()',
    'env = cdk.Environment(',
    '    account=os.getenv("CDK_DEFAULT_ACCOUNT"),',
    `    region=${stringLiteral(region)},`,
    ')',
    '',
    ...stacks.flatMap((stack) => {
      const isNamed = needed.has(stack) || stack.after.length > 0;
      const made = `${stack.className}(app, ${stringLiteral(stack.stackId)}, env=env)`;
      return [
        isNamed ? `${variableOf(stack)} = ${made}` : made,
        ...stack.after.map((other) => `${variableOf(stack)}.add_stack_dependency(${variableOf(other)})`),
      ];
    }),
    '',
    'app.synth()',
    '',
  ].join('\n');
}
