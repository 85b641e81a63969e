/**
 * `npm run prove:python [PYTHON]`: the real library, as Python has it, makes the same template of the generated Python as our
 * own export is, for every example, for random designs and for hostile names. PYTHON has aws-cdk-lib installed. Ends with
 * a line `N passed, N failed`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { printStack } from '../core/cdk/python/printStack';
import { readStack } from '../core/cdk/stackProgram';
import type { CfnValue } from '../core/cfn/template';
import { evaluatedTemplate } from './evaluatedTemplate';
import { hostileTemplate, hostileTexts } from './hostileNames';
import { exampleTemplates, randomTemplates, sectionsOf, type ProvenTemplate } from './provenTemplates';

const seeds = 200;

export function main([python = 'python3']: readonly string[]): Promise<number> {
  const proven: ProvenTemplate[] = [
    ...exampleTemplates(),
    ...Array.from({ length: seeds }, (_, index) => randomTemplates(index + 1)).flat(),
    ...hostileTexts
      .filter((text) => !text.includes('{Token['))
      .map((text, index) => ({ name: `hostile ${index}`, template: hostileTemplate(text) })),
  ];
  const jobs = proven.map(({ name, template }) => ({
    name,
    code: printStack(readStack(template), 'NetworkStack'),
  }));
  const answers = execFileSync(python, ['src/testing/synthesize.py'], {
    input: JSON.stringify(jobs),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, CDK_VALIDATION: 'false', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' },
  });
  let failed = 0;
  const seen = new Set<string>();
  for (const line of answers.split('\n').filter((each) => each !== '')) {
    const { name, template, error } = JSON.parse(line) as Answer;
    seen.add(name);
    const fault =
      error ??
      differenceOf(
        template ?? {},
        proven.find((each) => each.name === name),
      );
    if (fault === null) continue;
    failed += 1;
    console.log(`${name}: ${fault}`);
  }
  failed += proven.filter(({ name }) => !seen.has(name)).length;
  // One of the hostile names would make a file, were it run.
  if (existsSync('pwned')) throw new Error('a name became code: it made the file “pwned”');
  console.log(`\n${proven.length - failed} passed, ${failed} failed`);
  return Promise.resolve(failed === 0 ? 0 : 1);
}

interface Answer {
  readonly name: string;
  readonly template?: Readonly<Record<string, CfnValue>>;
  readonly error?: string;
}

function differenceOf(
  template: Readonly<Record<string, CfnValue>>,
  proven: ProvenTemplate | undefined,
): string | null {
  const made = evaluatedTemplate(template);
  const wanted = evaluatedTemplate(
    sectionsOf(proven?.template ?? { Parameters: {}, Resources: {}, Outputs: {} }),
  );
  for (const section of ['resources', 'outputs'] as const)
    for (const id of new Set([...Object.keys(made[section]), ...Object.keys(wanted[section])]))
      if (!isDeepStrictEqual(made[section][id], wanted[section][id]))
        return `${id} is ${JSON.stringify(made[section][id])}, not ${JSON.stringify(wanted[section][id])}`;
  return null;
}
