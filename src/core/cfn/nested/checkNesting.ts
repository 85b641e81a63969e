/** What stacks ask of the stacks that are nested in them, and give them. */
import { nearest } from '../../../lib/nearest';
import { askedIn } from '../faults/checkAttributes';
import { didYouMean, type TemplateFault } from '../faults/templateFault';
import { entryOf, valueOf } from '../source/syntax';
import type { Stack, StackResource } from '../stack';
import type { NestedStacks } from './openedStacks';

export function* checkNesting(stack: Stack, nested: NestedStacks): Generator<TemplateFault> {
  for (const resource of stack.resources.values()) {
    const child = nested.childOf(stack, resource.logicalId);
    if (child !== undefined) yield* parameterFaults(resource, child);
  }
  yield* outputFaults(stack, nested);
  for (const { stack: around, resource, path, because } of nested.unopened)
    if (around === stack && because === 'circle')
      yield {
        rule: 'template-circular-reference',
        on: resource.logicalId,
        path: ['Resources', resource.logicalId],
        offset: resource.keyStart,
        message: {
          en: `${resource.logicalId} is made of ${fileName(path)}, in which it stands itself; stacks would be made without end`,
          ja: `${resource.logicalId} のテンプレート ${fileName(path)} は、それ自身を含んでいます。スタックの作成が終わりません`,
        },
      };
}

function* parameterFaults(resource: StackResource, child: Stack): Generator<TemplateFault> {
  const { logicalId, properties, keyStart } = resource;
  const given = valueOf(properties, 'Parameters');
  const entries = given?.is === 'map' ? given.entries : new Map<string, never>();
  const path = ['Resources', logicalId, 'Properties', 'Parameters'];
  const file = fileName(child.file);
  for (const [name, { keyStart: offset }] of entries) {
    if (child.parameters.has(name) || name.startsWith('Fn::')) continue;
    const { en, ja } = didYouMean(nearest(name, child.parameters.keys()));
    yield {
      rule: 'template-dangling-reference',
      on: logicalId,
      path: [...path, name],
      offset,
      message: {
        en: `${logicalId} gives the parameter “${name}”, which ${file} does not have${en}`,
        ja: `${logicalId} がパラメータ「${name}」を渡していますが、${file} にはありません${ja}`,
      },
    };
  }
  const isWhole =
    given === undefined || (given.is === 'map' && ![...entries.keys()].some((key) => key.startsWith('Fn::')));
  if (!isWhole) return;
  for (const [name, { value }] of child.parameters)
    if (!entries.has(name) && valueOf(value, 'Default') === undefined)
      yield {
        rule: 'template-missing-property',
        on: logicalId,
        property: 'Parameters',
        path: ['Resources', logicalId],
        offset: entryOf(properties, 'Parameters')?.keyStart ?? keyStart,
        message: {
          en: `${logicalId} does not give the parameter ${name}, for which ${file} has no default`,
          ja: `${logicalId} がパラメータ ${name} を渡していません。${file} に既定値はありません`,
        },
      };
}

function* outputFaults(stack: Stack, nested: NestedStacks): Generator<TemplateFault> {
  for (const { place, owner, attribute } of askedIn(stack)) {
    const child = attribute.startsWith('Outputs.') ? nested.childOf(stack, owner) : undefined;
    const name = attribute.slice('Outputs.'.length);
    if (child === undefined || child.outputs.has(name)) continue;
    if ([...child.outputs.keys()].some((key) => key.startsWith('Fn::'))) continue;
    const { en, ja } = didYouMean(nearest(name, child.outputs.keys()));
    yield {
      rule: 'template-unknown-attribute',
      on: place.on,
      path: place.path,
      offset: place.offset,
      message: {
        en: `${place.property} of ${place.on} asks ${owner} for the output “${name}”, which ${fileName(child.file)} does not have${en}`,
        ja: `${place.on} の ${place.property} が ${owner} の出力「${name}」を参照していますが、${fileName(child.file)} にはありません${ja}`,
      },
    };
  }
}

function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}
