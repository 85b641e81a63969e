/**
 * What is larger than CloudFormation takes, each said once.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
import type { Words } from '../../../lib/words';
import type { Severity } from '../../rules/rule';
import { entryOf, valueOf } from '../source/syntax';
import { textOf, type Section, type Stack } from '../stack';
import type { TemplateFault } from './templateFault';

const mostBytes = 1_000_000;
/** What a request may hold; a larger template has to stand in a bucket. */
const mostBytesInRequest = 51_200;
const longestName = 255;
const longestDescription = 1024;
const longestParameterValue = 4096;

const most = {
  Parameters: { count: 200, what: { en: 'parameters', ja: 'パラメータ' } },
  Mappings: { count: 200, what: { en: 'mappings', ja: 'マッピング' } },
  Resources: { count: 500, what: { en: 'resources', ja: 'リソース' } },
  Outputs: { count: 200, what: { en: 'outputs', ja: '出力' } },
} as const;
/** Of one mapping. */
const mostKeys = 200;

export function* checkLimits(stack: Stack): Generator<TemplateFault> {
  const { source, root } = stack;
  const named: Readonly<Record<keyof typeof most, ReadonlyMap<string, Pick<Section, 'keyStart'>>>> = {
    Parameters: stack.parameters,
    Mappings: stack.mappings,
    Resources: stack.resources,
    Outputs: stack.outputs,
  };
  for (const section of ['Parameters', 'Mappings', 'Resources', 'Outputs'] as const) {
    const { count, what } = most[section];
    const { size } = named[section];
    const offset = entryOf(root, section)?.keyStart ?? 0;
    if (size > count)
      yield over(section, [section], offset, {
        en: `the template has ${size} ${what.en}; CloudFormation takes ${count}`,
        ja: `テンプレートの${what.ja}が ${size} 個あります。CloudFormation では ${count} 個までです`,
      });
    for (const [name, { keyStart }] of named[section])
      if (name.length > longestName)
        yield over(name, [section, name], keyStart, {
          en: `a name in ${section} has ${name.length} characters; CloudFormation takes ${longestName}`,
          ja: `${section} の名前が ${name.length} 文字あります。CloudFormation では ${longestName} 文字までです`,
        });
  }
  for (const [name, { keyStart, value }] of stack.mappings)
    if (value.is === 'map' && value.entries.size > mostKeys)
      yield over(name, ['Mappings', name], keyStart, {
        en: `the mapping ${name} has ${value.entries.size} keys; CloudFormation takes ${mostKeys}`,
        ja: `マッピング ${name} のキーが ${value.entries.size} 個あります。CloudFormation では ${mostKeys} 個までです`,
      });
  for (const [name, { value }] of stack.parameters) {
    const bytes = bytesIn(textOf(valueOf(value, 'Default')));
    if (bytes > longestParameterValue)
      yield over(name, ['Parameters', name, 'Default'], entryOf(value, 'Default')?.keyStart ?? 0, {
        en: `the default of the parameter ${name} has ${number(bytes)} bytes; CloudFormation takes ${number(longestParameterValue)}`,
        ja: `パラメータ ${name} の Default が ${number(bytes)} バイトあります。CloudFormation では ${number(longestParameterValue)} バイトまでです`,
      });
  }
  const description = entryOf(root, 'Description');
  const described = bytesIn(textOf(description?.value));
  if (description !== undefined && described > longestDescription)
    yield over('Description', ['Description'], description.keyStart, {
      en: `the description has ${number(described)} bytes; CloudFormation takes ${number(longestDescription)}`,
      ja: `Description が ${number(described)} バイトあります。CloudFormation では ${number(longestDescription)} バイトまでです`,
    });
  const bytes = bytesIn(source.text);
  if (bytes > mostBytes)
    yield over('Resources', ['Resources'], 0, {
      en: `the template has ${number(bytes)} bytes; CloudFormation takes 1 MB`,
      ja: `テンプレートが ${number(bytes)} バイトあります。CloudFormation では 1 MB までです`,
    });
  else if (bytes > mostBytesInRequest)
    yield over(
      'Resources',
      ['Resources'],
      0,
      {
        en: `the template has ${number(bytes)} bytes; above ${number(mostBytesInRequest)} it has to be deployed from an S3 bucket`,
        ja: `テンプレートが ${number(bytes)} バイトあります。${number(mostBytesInRequest)} バイトを超えるため、S3 バケットからデプロイする必要があります`,
      },
      'advice',
    );
}

function over(
  on: string,
  path: TemplateFault['path'],
  offset: number,
  message: Words,
  severity: Severity = 'warning',
): TemplateFault {
  return { rule: 'template-over-limit', severity, on, path, offset, message };
}

function bytesIn(text: string | undefined): number {
  return text === undefined ? 0 : new TextEncoder().encode(text).length;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
