/** Attributes that are asked of resources and that their types do not have. */
import { subPieces } from '../evaluate/sub';
import { schemaOf, type ObjectSchema, type ResourceSchema } from '../schema/schema';
import { callOf, type SyntaxNode } from '../source/syntax';
import { textOf, type Stack } from '../stack';
import { nearest } from '../../../lib/nearest';
import { didYouMean, type Spot, type TemplateFault } from './templateFault';
import { isTakenAsWritten } from './transforms';

export function* checkAttributes(stack: Stack): Generator<TemplateFault> {
  if (!isTakenAsWritten(stack)) return;
  for (const { place, owner, attribute } of askedIn(stack)) {
    const type = stack.resources.get(owner)?.type ?? '';
    const schema = schemaOf(type);
    if (schema === undefined || isAttribute(schema, attribute)) continue;
    const { en, ja } = didYouMean(
      nearest(attribute, schema.attributes.keys()) ?? nearest(attribute, schema.properties.keys()),
    );
    yield {
      rule: 'template-unknown-attribute',
      on: place.on,
      path: place.path,
      offset: place.offset,
      message: {
        en: `${place.property} of ${place.on} asks ${owner} (${type}) for the attribute “${attribute}”, which it does not have${en}`,
        ja: `${place.on} の ${place.property} が参照する ${owner} (${type}) に「${attribute}」という属性はありません${ja}`,
      },
    };
  }
}

/**
 * Some types give their properties as attributes and others do not, and AWS nowhere says which: every property passes. Of
 * an object its parts are given, behind dots.
 */
function isAttribute({ attributes, properties }: ResourceSchema, attribute: string): boolean {
  const [first = ''] = attribute.split('.');
  return (
    attributes.has(attribute) || attributes.has(first) || isProperty({ properties }, attribute.split('.'))
  );
}

function isProperty({ properties }: ObjectSchema, [first = '', ...rest]: readonly string[]): boolean {
  const takes = properties.get(first)?.takes;
  if (takes === undefined || rest.length === 0) return takes !== undefined;
  return takes.is !== 'object' || isProperty(takes.schema(), rest);
}

interface Asked {
  readonly place: Spot;
  readonly owner: string;
  readonly attribute: string;
}

/** Every attribute that a template asks for. */
export function* askedIn(stack: Stack): Generator<Asked> {
  for (const { logicalId, keyStart, type, node } of stack.resources.values())
    yield* askedAt(node, {
      on: logicalId,
      type,
      path: ['Resources', logicalId],
      offset: keyStart,
      property: logicalId,
    });
  for (const [name, { keyStart, value }] of stack.outputs)
    yield* askedAt(value, { on: name, type: '', path: ['Outputs', name], offset: keyStart, property: name });
}

/** `inCall`: within the argument of a function, whose items are no places of their own. */
function* askedAt(node: SyntaxNode, place: Spot, inCall = false): Generator<Asked> {
  if (node.is === 'scalar') return;
  if (node.is === 'list') {
    for (const [index, item] of node.items.entries())
      yield* askedAt(
        item,
        { ...place, path: [...place.path, index], offset: inCall ? place.offset : item.start },
        inCall,
      );
    return;
  }
  const call = callOf(node);
  if (call === undefined) {
    for (const [key, { keyStart, value }] of node.entries)
      if (!key.startsWith('Fn::'))
        yield* askedAt(value, { ...place, path: [...place.path, key], offset: keyStart, property: key });
    return;
  }
  const { name, argument } = call;
  if (name === 'Fn::GetAtt') {
    const asked = attributeIn(argument);
    if (asked !== undefined) yield { place, ...asked };
  }
  if (name === 'Fn::Sub') {
    const [template, variables] = argument.is === 'list' ? argument.items : [argument];
    for (const piece of subPieces(textOf(template) ?? '')) {
      const dot = piece.is === 'variable' ? piece.name.indexOf('.') : -1;
      if (piece.is !== 'variable' || dot < 0) continue;
      if (variables?.is === 'map' && variables.entries.has(piece.name)) continue;
      yield { place, owner: piece.name.slice(0, dot), attribute: piece.name.slice(dot + 1) };
    }
  }
  if (!name.startsWith('Fn::ForEach'))
    yield* askedAt(argument, { ...place, path: [...place.path, name] }, true);
}

function attributeIn(
  argument: SyntaxNode,
): { readonly owner: string; readonly attribute: string } | undefined {
  if (argument.is === 'list') {
    const [owner, attribute, ...more] = argument.items.map(textOf);
    return owner === undefined || attribute === undefined || more.length > 0
      ? undefined
      : { owner, attribute };
  }
  const text = textOf(argument) ?? '';
  const dot = text.indexOf('.');
  return dot < 0 ? undefined : { owner: text.slice(0, dot), attribute: text.slice(dot + 1) };
}
