/** Holds the properties of resources against what AWS says that they are: names, shapes, and the texts that there are. */
import type { Words } from '../../../lib/words';
import { schemaOf, type ObjectSchema, type ValueSchema } from '../schema/schema';
import { callOf, isNull, type MapNode, type Path, type SyntaxNode } from '../source/syntax';
import type { Stack, StackResource } from '../stack';
import { alternatives } from './alternatives';
import { nearest } from '../../../lib/nearest';
import { didYouMean, type TemplateFault } from './templateFault';
import { isTakenAsWritten } from './transforms';

export function* checkProperties(stack: Stack): Generator<TemplateFault> {
  if (!isTakenAsWritten(stack)) return;
  for (const resource of stack.resources.values()) yield* resourceFaults(resource);
}

/** An object being checked, and where it stands. */
interface Place {
  readonly on: string;
  /** The resource type, for the resource itself. */
  readonly type?: string;
  readonly path: Path;
  readonly offset: number;
  /** What it is called: the resource with its type, or the property of one. */
  readonly name: Words;
}

function* resourceFaults({ logicalId, keyStart, type, properties }: StackResource): Generator<TemplateFault> {
  const schema = schemaOf(type);
  if (schema === undefined) return;
  const name = `${logicalId} (${type})`;
  const place = {
    on: logicalId,
    type,
    path: ['Resources', logicalId],
    offset: keyStart,
    name: { en: name, ja: name },
  };
  // A type may have any name, that of something every object has included.
  const groups = (Object.hasOwn(alternatives, type) && alternatives[type]) || [];
  if (properties?.is === 'map' && callOf(properties) === undefined)
    yield* objectFaults(properties, schema, groups, place, [...place.path, 'Properties']);
  else if (properties === undefined || isNull(properties) || isEmptyText(properties))
    yield* missingFaults(undefined, schema, groups, place);
}

function isEmptyText(node: SyntaxNode): boolean {
  return node.is === 'scalar' && node.text === '';
}

function* objectFaults(
  node: MapNode,
  schema: ObjectSchema,
  groups: readonly (readonly [string, ...string[]])[],
  place: Place,
  path: Path,
): Generator<TemplateFault> {
  // What a macro or a loop adds is not seen.
  if (!isOfTool(node)) yield* missingFaults(node, schema, groups, place);
  for (const [key, { keyStart, value }] of node.entries) {
    if (isFunction(key)) continue;
    const known = schema.properties.get(key);
    const inner = { on: place.on, path: [...path, key], offset: keyStart, name: propertyName(key, place) };
    if (known !== undefined) {
      if (!isPathOfPackage(key, value, place)) yield* valueFaults(value, known.takes, inner);
    } else {
      const { en, ja } = didYouMean(meantBy(key, node, schema));
      yield {
        rule: 'template-unknown-property',
        on: inner.on,
        path: inner.path,
        offset: inner.offset,
        message: {
          en: `“${key}” is no property of ${place.name.en}${en}`,
          ja: `${place.name.ja} に「${key}」というプロパティはありません${ja}`,
        },
      };
    }
  }
}

/**
 * The code of a function before `aws cloudformation package` has put it into a bucket: a path.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
function isPathOfPackage(key: string, value: SyntaxNode, { type }: Place): boolean {
  return key === 'Code' && type === 'AWS::Lambda::Function' && value.is === 'scalar';
}

/** A property that is missing under its name, and there under one that is near, is told of there. */
function* missingFaults(
  node: MapNode | undefined,
  schema: ObjectSchema,
  groups: readonly (readonly [string, ...string[]])[],
  { on, path, offset, name }: Place,
): Generator<TemplateFault> {
  const required = [...schema.properties].flatMap(([key, property]) =>
    property.required ? [[key] as const] : [],
  );
  for (const names of [...required, ...groups]) {
    if (names.some((each) => node?.entries.has(each))) continue;
    if (node !== undefined && isMisspelt(names, node, schema)) continue;
    yield {
      rule: 'template-missing-property',
      on,
      path,
      offset,
      property: names[0],
      message: {
        en: `${name.en} needs ${names.join(' or ')}`,
        ja: `${name.ja} には ${names.join(' または ')} が必要です`,
      },
    };
  }
}

/** Whether one of the properties stands there under a name that is none, by a slip. */
export function isMisspelt(names: readonly string[], node: MapNode, schema: ObjectSchema): boolean {
  return [...node.entries.keys()].some(
    (key) =>
      !schema.properties.has(key) && !isFunction(key) && names.includes(meantBy(key, node, schema) ?? ''),
  );
}

/** The property that was meant by a name: one that is not there already, if any is near. */
function meantBy(key: string, node: MapNode, { properties }: ObjectSchema): string | undefined {
  const names = [...properties.keys()];
  return (
    nearest(
      key,
      names.filter((name) => !node.entries.has(name)),
    ) ?? nearest(key, names)
  );
}

function* valueFaults(node: SyntaxNode, takes: ValueSchema, place: Place): Generator<TemplateFault> {
  if (takes.is === 'anything' || isNull(node)) return;
  const call = callOf(node);
  if (call === undefined && takes.is !== 'object' && takes.is !== 'map' && isOfTool(node)) return;
  if (call !== undefined) {
    // Either branch stands where the whole stands; what other functions come to is not judged.
    if (call.name === 'Fn::If' && call.argument.is === 'list')
      for (const [index, branch] of call.argument.items.entries())
        if (index > 0)
          yield* valueFaults(branch, takes, { ...place, path: [...place.path, 'Fn::If', index] });
    return;
  }
  switch (takes.is) {
    case 'list':
      if (node.is === 'list')
        for (const [index, item] of node.items.entries())
          yield* valueFaults(item, takes.of, { ...place, path: [...place.path, index], offset: item.start });
      else if (node.is === 'map')
        yield misshapen(
          place,
          'takes a list, not one object; put “- ” before it',
          'にはリストを指定します。オブジェクトの前に「- 」を付けてください',
        );
      else if (isSaid(node.text))
        yield misshapen(
          place,
          'takes a list, not one value; put “- ” before it',
          'にはリストを指定します。値の前に「- 」を付けてください',
        );
      return;
    case 'map':
    case 'object':
      if (node.is !== 'map') {
        if (node.is === 'list' || isSaid(node.text))
          yield misshapen(
            place,
            node.is === 'list'
              ? 'takes one object, not a list'
              : 'takes an object, with its properties indented below it',
            node.is === 'list'
              ? 'に指定できるオブジェクトは 1 つです。リストは指定できません'
              : 'には、字下げしたプロパティを持つオブジェクトを指定してください',
          );
      } else if (takes.is === 'object') yield* objectFaults(node, takes.schema(), [], place, place.path);
      else
        for (const [key, { keyStart, value }] of node.entries)
          if (!isFunction(key))
            yield* valueFaults(value, takes.of, {
              on: place.on,
              path: [...place.path, key],
              offset: keyStart,
              name: propertyName(key, place),
            });
      return;
    default:
      if (node.is === 'scalar') yield* textFaults(node.text, takes, place);
      else
        yield misshapen(
          place,
          'takes one value, not a list or an object',
          'に指定できる値は 1 つです。リストやオブジェクトは指定できません',
        );
  }
}

function* textFaults(
  text: string,
  takes: Extract<ValueSchema, { readonly is: 'text' | 'number' | 'truth' }>,
  place: Place,
): Generator<TemplateFault> {
  if (!isSaid(text)) return;
  switch (takes.is) {
    case 'number':
      if (!(takes.whole ? /^\s*[-+]?\d+(?:\.0*)?\s*$/ : /^\s*[-+]?\d*\.?\d+(?:e[-+]?\d+)?\s*$/i).test(text))
        yield misshapen(
          place,
          `must be a number, not “${text}”`,
          `には数値を指定してください (「${text}」は数値ではありません)`,
        );
      return;
    case 'truth':
      if (!/^(?:true|yes|on|1|false|no|off|0)$/i.test(text))
        yield misshapen(
          place,
          `must be true or false, not “${text}”`,
          `には true か false を指定してください (「${text}」は指定できません)`,
        );
      return;
    case 'text': {
      if (takes.of === undefined || takes.of.includes(text)) return;
      const { en, ja } = didYouMean(nearest(text, takes.of));
      yield {
        rule: 'template-wrong-value',
        on: place.on,
        path: place.path,
        offset: place.offset,
        message: {
          en: `${place.name.en} is “${text}”; AWS takes ${takes.of.join(', ')}${en}`,
          ja: `${place.name.ja} が「${text}」です。指定できる値: ${takes.of.join('、')}${ja}`,
        },
      };
    }
  }
}

function misshapen({ on, path, offset, name }: Place, en: string, ja: string): TemplateFault {
  return {
    rule: 'template-wrong-shape',
    on,
    path,
    offset,
    message: { en: `${name.en} ${en}`, ja: `${name.ja} ${ja}` },
  };
}

function propertyName(key: string, { on }: Place): Words {
  return { en: `${key} of ${on}`, ja: `${on} の ${key}` };
}

/** The name of a function, or of something like it that a tool knows and replaces (`Rain::Embed`). */
function isFunction(key: string): boolean {
  return key.includes('::');
}

function isOfTool(node: SyntaxNode): boolean {
  return node.is === 'map' && [...node.entries.keys()].some(isFunction);
}

/** Whether a text is what AWS will get: no dynamic reference, and nothing of which a tool fills a part. */
function isSaid(text: string): boolean {
  return text !== '' && !text.includes('{{') && !text.includes('${');
}
