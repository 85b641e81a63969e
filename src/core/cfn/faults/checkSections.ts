/** What the sections of a template may hold, apart from resources and references. */
import { nearest } from '../../../lib/nearest';
import { callOf, isNull, type Path, type SyntaxNode } from '../source/syntax';
import type { Stack } from '../stack';
import { findCircles, type Reach } from './circles';
import { didYouMean, type TemplateFault } from './templateFault';
import { isTakenAsWritten } from './transforms';

export function* checkSections(stack: Stack): Generator<TemplateFault> {
  yield* textSections(stack);
  yield* constantSections(stack);
  yield* nameFaults(stack);
  yield* conditionFaults(stack);
  yield* functionFaults(stack);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html */
const version = '2010-09-09';

function* textSections({ root }: Stack): Generator<TemplateFault> {
  if (root.is !== 'map') return;
  for (const [name, { keyStart, value }] of root.entries) {
    const at = { rule: 'template-wrong-shape', on: name, path: [name], offset: keyStart } as const;
    if (name === 'Description' && (value.is !== 'scalar' || isNull(value)))
      yield {
        ...at,
        message: { en: 'Description must be a text', ja: 'Description には文字列を指定してください' },
      };
    if (name === 'AWSTemplateFormatVersion' && (value.is !== 'scalar' || value.text.trim() !== version))
      yield {
        ...at,
        message: {
          en: `AWSTemplateFormatVersion must be ${version}, the only version there is`,
          ja: `AWSTemplateFormatVersion に指定できるのは ${version} だけです`,
        },
      };
    if ((name === 'Metadata' || name === 'Rules') && value.is !== 'map')
      yield {
        ...at,
        message: { en: `${name} must be an object`, ja: `${name} にはオブジェクトを指定してください` },
      };
  }
}

/**
 * Parameters and mappings are read before anything can be evaluated.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html
 */
function* constantSections(stack: Stack): Generator<TemplateFault> {
  if (!isTakenAsWritten(stack)) return;
  for (const [section, entries] of [
    ['Parameters', stack.parameters],
    ['Mappings', stack.mappings],
  ] as const)
    for (const [name, { keyStart, value }] of entries) {
      if (name.startsWith('Fn::')) continue;
      const found = callWithin(value, [section, name]);
      if (found !== undefined)
        yield {
          rule: 'template-wrong-shape',
          on: name,
          path: found.path,
          offset: found.node.start,
          message: {
            en: `${name} in ${section} uses ${found.name}; functions have no place there`,
            ja: `${section} の ${name} で ${found.name} が使われています。ここで関数は使えません`,
          },
        };
      else if (value.is !== 'map')
        yield {
          rule: 'template-wrong-shape',
          on: name,
          path: [section, name],
          offset: keyStart,
          message: {
            en: `${name} in ${section} must be an object`,
            ja: `${section} の ${name} にはオブジェクトを指定してください`,
          },
        };
    }
}

function callWithin(
  node: SyntaxNode,
  path: Path,
): { readonly name: string; readonly node: SyntaxNode; readonly path: Path } | undefined {
  if (node.is === 'scalar') return undefined;
  const call = callOf(node);
  // What a transform includes is put there before anything is read.
  if (call !== undefined && call.name !== 'Fn::Transform') return { name: call.name, node, path };
  const inner: readonly (readonly [string | number, SyntaxNode])[] =
    node.is === 'list'
      ? node.items.map((item, index) => [index, item] as const)
      : [...node.entries].map(([key, { value }]) => [key, value] as const);
  for (const [step, each] of inner) {
    const found = call === undefined ? callWithin(each, [...path, step]) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html */
function* nameFaults(stack: Stack): Generator<TemplateFault> {
  for (const [section, entries] of [
    ['Parameters', stack.parameters],
    ['Resources', stack.resources],
    ['Outputs', stack.outputs],
  ] as const)
    for (const [name, { keyStart }] of entries)
      if (!/^[A-Za-z0-9]+$/.test(name) && !name.startsWith('Fn::'))
        yield {
          rule: 'template-wrong-shape',
          on: name,
          path: [section, name],
          offset: keyStart,
          message: {
            en: `“${name}” is no name for CloudFormation: in ${section}, names are made of letters A–Z and digits`,
            ja: `「${name}」は使えない名前です。${section} の名前には英数字だけを使用できます`,
          },
        };
}

function* conditionFaults(stack: Stack): Generator<TemplateFault> {
  const reaches: Reach[] = [];
  for (const [name, { keyStart, value }] of stack.conditions) {
    const place = {
      on: name,
      type: '',
      path: ['Conditions', name],
      offset: keyStart,
      property: name,
    };
    for (const { function: called, to } of namesIn(value)) {
      if (called === 'Condition' && stack.conditions.has(to)) reaches.push({ from: name, to, place });
      if (called === 'Ref' && stack.resources.has(to) && !stack.parameters.has(to))
        yield {
          rule: 'template-wrong-type-reference',
          on: name,
          path: place.path,
          offset: keyStart,
          message: {
            en: `the condition ${name} refers to the resource ${to}; conditions are decided before resources are made, by parameters`,
            ja: `条件 ${name} がリソース ${to} を参照しています。条件はリソースの作成前に、パラメータで決まります`,
          },
        };
    }
  }
  yield* findCircles(reaches, 'Conditions', (from, members, way) =>
    members.length === 1
      ? { en: `the condition ${from} depends on itself`, ja: `条件 ${from} が自分自身に依存しています` }
      : { en: `the conditions ${way} depend on one another`, ja: `条件 ${way} が互いに依存しています` },
  );
}

function* namesIn(node: SyntaxNode): Generator<{ readonly function: string; readonly to: string }> {
  if (node.is === 'list') for (const item of node.items) yield* namesIn(item);
  if (node.is !== 'map') return;
  for (const [key, { value }] of node.entries)
    if ((key === 'Condition' || key === 'Ref') && value.is === 'scalar')
      yield { function: key, to: value.text };
    else yield* namesIn(value);
}

/** A function that is likely misspelt. Others may be those of a tool, which puts something in their place. */
function* functionFaults(stack: Stack): Generator<TemplateFault> {
  if (!isTakenAsWritten(stack)) return;
  for (const { logicalId, node } of stack.resources.values())
    yield* misspeltIn(node, logicalId, ['Resources', logicalId]);
  for (const [name, { value }] of stack.outputs) yield* misspeltIn(value, name, ['Outputs', name]);
}

function* misspeltIn(node: SyntaxNode, on: string, path: Path): Generator<TemplateFault> {
  if (node.is === 'list')
    for (const [index, item] of node.items.entries()) yield* misspeltIn(item, on, [...path, index]);
  if (node.is !== 'map') return;
  for (const [key, { keyStart, value }] of node.entries) {
    const word = key.startsWith('Fn::') ? key.slice(4) : '';
    const meant = !/^[A-Za-z]+$/.test(word) || functions.has(word) ? undefined : nearest(word, functions);
    if (meant !== undefined)
      yield {
        rule: 'template-wrong-shape',
        on,
        path: [...path, key],
        offset: keyStart,
        message: {
          en: `${on} uses “${word}”, which is no function of CloudFormation${didYouMean(meant).en}`,
          ja: `${on} の「${word}」は CloudFormation の関数ではありません${didYouMean(meant).ja}`,
        },
      };
    yield* misspeltIn(value, on, [...path, key]);
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const functions: ReadonlySet<string> = new Set([
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAZs',
  'GetAtt',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
]);
