/** Faults of a template's form: keys that stand twice, sections, resources and types that are none. */
import { nearest } from '../../../lib/nearest';
import { isNull, valueOf, type MapNode, type Path, type SyntaxNode } from '../source/syntax';
import { isTypeOfAws, likelyType } from '../schema/schema';
import type { Stack, StackResource } from '../stack';
import { sectionNames } from '../stack';
import { checkCharacters } from './checkCharacters';
import { checkLimits } from './checkLimits';
import { checkLoops } from './checkLoops';
import { checkSections } from './checkSections';
import type { TemplateFault } from './templateFault';
import { didYouMean } from './templateFault';
import { isTakenAsWritten } from './transforms';

export function* checkShape(stack: Stack): Generator<TemplateFault> {
  const { source } = stack;
  for (const { key, offset } of source.duplicates) {
    const { line } = source.position(offset);
    yield {
      rule: 'template-duplicate-key',
      ...ownerOf(stack, key, offset),
      path: [],
      offset,
      message: {
        en: `“${key}” stands a second time in the same object (line ${line}); the last one was read`,
        ja: `同じオブジェクトに「${key}」が 2 回あります (${line} 行)。後のものを読み込みました`,
      },
    };
  }
  yield* aliasFaults(stack);
  yield* sectionFaults(stack);
  yield* checkLoops(stack);
  const isTyped = isTakenAsWritten(stack);
  for (const resource of stack.resources.values()) yield* resourceFaults(resource, isTyped);
  // A macro may put something there.
  if (valueOf(stack.root, 'Transform') === undefined)
    for (const { logicalId, node } of stack.resources.values())
      yield* nullFaults(node, logicalId, ['Resources', logicalId]);
  yield* checkSections(stack);
  yield* checkCharacters(stack);
  yield* checkLimits(stack);
}

/** The resource in which a key stands, with the key as its property; else the key alone. */
function ownerOf({ resources }: Stack, key: string, offset: number): { on: string; property?: string } {
  for (const { logicalId, node } of resources.values())
    if (node.start <= offset && offset < node.end) return { on: logicalId, property: key };
  return { on: key };
}

function* aliasFaults({ source }: Stack): Generator<TemplateFault> {
  const [first] = source.aliases;
  if (first === undefined) return;
  yield {
    rule: 'template-yaml-alias',
    on: 'Resources',
    path: [],
    offset: first,
    message: {
      en: `the template uses a YAML alias (${source.aliases.length} in all); CloudFormation does not promise to take them`,
      ja: `YAML のエイリアスが使われています (全部で ${source.aliases.length} 個)。CloudFormation での動作は保証されていません`,
    },
  };
}

function* sectionFaults({ root }: Stack): Generator<TemplateFault> {
  if (root.is !== 'map') return;
  // A macro may take sections of its own, as SAM does.
  const hasMacros = root.entries.has('Transform');
  for (const [name, { keyStart, value }] of root.entries) {
    const isSection = sectionNames.some((each) => each === name) || name.startsWith('Fn::');
    if (!isSection && !hasMacros) {
      const { en, ja } = didYouMean(nearest(name, sectionNames));
      yield {
        rule: 'template-wrong-shape',
        on: name,
        path: [name],
        offset: keyStart,
        message: {
          en: `“${name}” is no section of a template${en}`,
          ja: `「${name}」というセクションはテンプレートにありません${ja}`,
        },
      };
    } else if (isSection && listed.has(name) && value.is !== 'map')
      yield {
        rule: 'template-wrong-shape',
        on: name,
        path: [name],
        offset: keyStart,
        message: {
          en: `${name} must be an object whose keys are logical IDs`,
          ja: `${name} には、論理 ID をキーとするオブジェクトを指定してください`,
        },
      };
  }
}

const listed: ReadonlySet<string> = new Set(['Parameters', 'Mappings', 'Conditions', 'Resources', 'Outputs']);

/** `isTyped`: whether its type is one that CloudFormation has to know. */
function* resourceFaults(resource: StackResource, isTyped: boolean): Generator<TemplateFault> {
  const { logicalId, keyStart, node, type, properties } = resource;
  const at = { on: logicalId, path: ['Resources', logicalId], offset: keyStart };
  if (node.is !== 'map') {
    yield {
      rule: 'template-wrong-shape',
      ...at,
      message: {
        en: `${logicalId} is no resource: it needs a Type and Properties, indented below it`,
        ja: `${logicalId} はリソースではありません。字下げして Type と Properties を書いてください`,
      },
    };
    return;
  }
  if (type === '') {
    // A tool or a macro puts in what is missing.
    if (isFilledByTool(node)) return;
    yield {
      rule: 'template-missing-property',
      ...at,
      property: 'Type',
      message: { en: `${logicalId} has no Type`, ja: `${logicalId} に Type がありません` },
    };
    return;
  }
  if (isTyped) yield* typeFaults(resource, node);
  const entry = node.entries.get('Properties');
  if (properties !== undefined && properties.is !== 'map' && entry !== undefined) {
    const isEmpty = properties.is === 'scalar' && properties.text === '';
    if (!isEmpty)
      yield {
        rule: 'template-wrong-shape',
        on: logicalId,
        path: ['Resources', logicalId, 'Properties'],
        offset: entry.keyStart,
        message: {
          en: `Properties of ${logicalId} must be an object`,
          ja: `${logicalId} の Properties にはオブジェクトを指定してください`,
        },
      };
  }
}

function* typeFaults({ logicalId, keyStart, type }: StackResource, node: MapNode): Generator<TemplateFault> {
  const meant = isTypeOfAws(type) ? undefined : likelyType(type);
  if (meant === undefined) return;
  const { en, ja } = didYouMean(meant);
  yield {
    rule: 'template-unknown-type',
    on: logicalId,
    path: ['Resources', logicalId, 'Type'],
    offset: node.entries.get('Type')?.keyStart ?? keyStart,
    message: {
      en: `${logicalId} has the type ${type}, which AWS does not have; it is not drawn${en}`,
      ja: `${logicalId} のタイプ ${type} は AWS にないため、図に描かれません${ja}`,
    },
  };
}

/** CloudFormation: “'null' values are not allowed in templates”. */
function* nullFaults(node: SyntaxNode, on: string, path: Path): Generator<TemplateFault> {
  if (node.is === 'list')
    for (const [index, item] of node.items.entries()) yield* nullFaults(item, on, [...path, index]);
  if (node.is !== 'map') return;
  for (const [key, { keyStart, value }] of node.entries) {
    const inner = [...path, key];
    // Metadata is its reader's. These may be empty: the properties of a resource that needs none, and the Region where it is the stack's own.
    if (key === 'Metadata') continue;
    if (!isNull(value) || key === 'Properties' || key === 'Fn::GetAZs') yield* nullFaults(value, on, inner);
    else
      yield {
        rule: 'template-wrong-shape',
        on,
        path: inner,
        offset: keyStart,
        message: {
          en: `${key} of ${on} has no value; CloudFormation takes no null, so give it one or leave ${key} out`,
          ja: `${on} の ${key} に値がありません。CloudFormation では null を使えないため、値を指定するか ${key} を削除してください`,
        },
      };
  }
}

function isFilledByTool(node: MapNode): boolean {
  const type = node.entries.get('Type');
  if (type !== undefined) return type.value.is !== 'scalar';
  return [...node.entries.keys()].some((key) => key.startsWith('Fn::'));
}
