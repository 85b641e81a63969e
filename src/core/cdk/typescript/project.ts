/** A CDK project in TypeScript: `npm install && npx cdk synth` works in its folder. */
import { namedStacks, versions, type NamedStack, type NamedTemplate, type Project } from '../project';
import { stringLiteral } from './literals';
import { printStack } from './printStack';

/** `region`: where the design is drawn. */
export function typescriptProject(templates: readonly NamedTemplate[], region: string): Project {
  const stacks = namedStacks(templates);
  const classes = stacks.map((stack) => ({
    path: `lib/${stack.fileName}.ts`,
    text: printStack(stack.program, stack.className),
  }));
  const [main] = classes;
  if (main === undefined) throw new Error('typescriptProject expects at least one template');
  return {
    main,
    files: [
      { path: 'bin/app.ts', text: printApp(stacks, region) },
      ...classes,
      { path: 'package.json', text: json(packageOf(stacks[0]?.fileName ?? 'network-stack')) },
      { path: 'cdk.json', text: json({ app: 'npx ts-node --prefer-ts-exts bin/app.ts' }) },
      { path: 'tsconfig.json', text: json(tsconfig) },
      { path: '.gitignore', text: 'node_modules\ncdk.out\n' },
    ],
    remarks: stacks.flatMap(({ program }) => program.remarks),
  };
}

function printApp(stacks: readonly NamedStack[], region: string): string {
  const needed = new Set(stacks.flatMap(({ after }) => after));
  const variableOf = ({ stackId }: NamedStack): string =>
    `${stackId.charAt(0).toLowerCase()}${stackId.slice(1)}Stack`;
  return [
    '#!/usr/bin/env node',
    "import * as cdk from 'aws-cdk-lib';",
    ...stacks.map(({ className, fileName }) => `import { ${className} } from '../lib/${fileName}';`),
    '',
    'const app = new cdk.App();',
    `const env = { account: process.env.CDK_DEFAULT_ACCOUNT, region: ${stringLiteral(region)} };`,
    '',
    ...stacks.flatMap((stack) => {
      const isNamed = needed.has(stack) || stack.after.length > 0;
      const made = `new ${stack.className}(app, '${stack.stackId}', { env });`;
      return [
        isNamed ? `const ${variableOf(stack)} = ${made}` : made,
        ...stack.after.map((other) => `${variableOf(stack)}.addStackDependency(${variableOf(other)});`),
      ];
    }),
    '',
  ].join('\n');
}

function packageOf(name: string): object {
  return {
    name,
    version: '0.1.0',
    private: true,
    bin: { app: 'bin/app.js' },
    scripts: { build: 'tsc', synth: 'cdk synth', deploy: 'cdk deploy' },
    dependencies: { 'aws-cdk-lib': versions['aws-cdk-lib'], constructs: versions.constructs },
    devDependencies: {
      '@types/node': '20.19.0',
      'aws-cdk': versions['aws-cdk'],
      'ts-node': '10.9.2',
      typescript: '5.9.3',
    },
  };
}

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    esModuleInterop: true,
    skipLibCheck: true,
  },
  include: ['bin', 'lib'],
  exclude: ['node_modules', 'cdk.out'],
};

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
