/** Reads from templates what bears on the drawn resources and is not modelled. */
import type { Words } from '../../../lib/words';
import type { ResourceId, Unmodelled } from '../../model/document';
import type { DrawnResources } from '../drawn';
import type { Evaluated, Reference } from '../evaluate/evaluated';
import type { Evaluator } from '../evaluate/evaluate';
import { subPieces } from '../evaluate/sub';
import type { CfnReader } from '../mapping';
import { callOf, toValue, valueOf, type SyntaxNode } from '../source/syntax';
import type { StandIn } from '../standIns';
import { textOf, type Stack, type StackResource } from '../stack';
import type { UndrawnResource, UnmodelledType } from './entry';
import { unmodelledTypes } from './table';

export interface UnmodelledSource {
  readonly evaluators: readonly Evaluator[];
  readonly drawn: DrawnResources;
  readonly standIns: readonly StandIn[];
  idOf(stack: Stack, logicalId: string): ResourceId;
  isMade(evaluator: Evaluator, resource: StackResource): boolean;
  /** A nested stack whose template is read, too. */
  isOpened(stack: Stack, logicalId: string): boolean;
  readerOf(evaluator: Evaluator, resource: StackResource): CfnReader;
  /** The drawn resources of a stack in which its others stand. */
  outermost(stack: Stack): readonly ResourceId[];
}

/** What is not modelled in one template. */
export function unmodelledIn(source: UnmodelledSource, evaluator: Evaluator): readonly Unmodelled[] {
  const found: Unmodelled[] = [];
  for (const resource of evaluator.stack.resources.values()) {
    const type = entryFor(resource.type);
    if (type?.effects === undefined || !source.isMade(evaluator, resource)) continue;
    if (source.isOpened(evaluator.stack, resource.logicalId)) continue;
    const own = undrawn(source, evaluator, resource);
    if (own.id !== null && type.ofDrawn !== true) continue;
    const by = source.idOf(evaluator.stack, resource.logicalId);
    for (const { on, effect, says } of type.effects(own))
      for (const id of new Set(on)) found.push({ by, on: id, effect, says });
  }
  for (const [by, says] of macrosIn(evaluator.stack))
    for (const on of source.outermost(evaluator.stack))
      found.push({ by, on, effect: { is: 'assumed' }, says });
  return found;
}

/** The entry of a type: one that names it before one that only says how it begins or ends. */
export function entryFor(type: string): UnmodelledType | undefined {
  const exact = unmodelledTypes.find(({ types }) => types.includes(type));
  return (
    exact ??
    unmodelledTypes.find(({ types }) =>
      types.some(
        (each) =>
          (each.endsWith('*') && type.startsWith(each.slice(0, -1))) ||
          (each.startsWith('*') && type.endsWith(each.slice(1))),
      ),
    )
  );
}

function undrawn(source: UnmodelledSource, evaluator: Evaluator, resource: StackResource): UndrawnResource {
  const { stack } = evaluator;
  const { logicalId, type, properties } = resource;
  const nodeOf = (property?: string): SyntaxNode | undefined =>
    property === undefined ? properties : valueOf(properties, property);
  return {
    logicalId,
    type,
    id: source.drawn.ownerOf(stack, logicalId)?.id ?? null,
    reader: source.readerOf(evaluator, resource),
    named(property) {
      const node = nodeOf(property);
      if (node === undefined) return [];
      const ids = new Set<ResourceId>();
      for (const { stack: of, logicalId: named } of referencesIn(node, evaluator)) {
        const owner = source.drawn.ownerOf(of, named);
        if (owner !== undefined) ids.add(owner.id);
      }
      const expressions = new Set(expressionsIn(node));
      for (const { id, stack: of, expression } of source.standIns)
        if (of === stack && expressions.has(expression)) ids.add(id);
      return [...ids];
    },
    undrawn(property) {
      const node = nodeOf(property);
      if (node === undefined) return undefined;
      for (const { stack: of, logicalId: named } of referencesIn(node, evaluator)) {
        const target = of.resources.get(named);
        const owner = source.evaluators.find((each) => each.stack === of);
        if (target !== undefined && owner !== undefined && source.drawn.ownerOf(of, named) === undefined)
          return undrawn(source, owner, target);
      }
      return undefined;
    },
  };
}

/** Every resource that a value names, wherever in it: what is joined from references names all of them. */
function* referencesIn(
  node: SyntaxNode,
  evaluator: Evaluator,
): Generator<Pick<Reference, 'stack' | 'logicalId'>> {
  const call = callOf(node);
  if (node.is === 'list') for (const item of node.items) yield* referencesIn(item, evaluator);
  else if (node.is === 'map' && call === undefined)
    for (const { value } of node.entries.values()) yield* referencesIn(value, evaluator);
  if (call === undefined) return;
  for (const logicalId of namesIn(call.name, call.argument))
    if (evaluator.stack.resources.has(logicalId)) yield { stack: evaluator.stack, logicalId };
  yield* inResult(evaluator.evaluate(node));
  if (call.argument.is !== 'scalar') yield* referencesIn(call.argument, evaluator);
}

function namesIn(name: string, argument: SyntaxNode): readonly string[] {
  const first = textOf(argument.is === 'list' ? argument.items[0] : argument) ?? '';
  if (name === 'Ref') return [first];
  if (name === 'Fn::GetAtt') return [first.split('.', 1)[0] ?? ''];
  if (name !== 'Fn::Sub') return [];
  return subPieces(first).flatMap((piece) =>
    piece.is === 'variable' ? [piece.name.split('.', 1)[0] ?? ''] : [],
  );
}

function* inResult(value: Evaluated): Generator<Reference> {
  if (value.is === 'reference') yield value;
  else if (value.is === 'list') for (const item of value.items) yield* inResult(item);
  else if (value.is === 'map') for (const each of value.entries.values()) yield* inResult(each);
}

/** Every expression and every text in a value, as the JSON text that stand-ins are known by. */
function* expressionsIn(node: SyntaxNode): Generator<string> {
  yield JSON.stringify(toValue(node));
  if (node.is === 'list') for (const item of node.items) yield* expressionsIn(item);
  else if (node.is === 'map') for (const { value } of node.entries.values()) yield* expressionsIn(value);
}

/** Macros that may make and change anything when the template is deployed, by what they are called. */
function* macrosIn({ root }: Stack): Generator<readonly [string, Words]> {
  const transform = valueOf(root, 'Transform');
  const names = transform === undefined ? [] : transform.is === 'list' ? transform.items : [transform];
  for (const each of names) {
    const name = textOf(each) ?? textOf(valueOf(each, 'Name')) ?? '';
    if (name === '' || harmless.has(name)) continue;
    yield [name, macroWords(name)];
  }
  const resources = valueOf(root, 'Resources');
  if (resources?.is !== 'map') return;
  for (const key of resources.entries.keys()) if (key.startsWith('Fn::')) yield [key, macroWords(key)];
}

/** They make what the template writes out, and leave the network alone. */
const harmless = new Set([
  'AWS::Serverless-2016-10-31',
  'AWS::LanguageExtensions',
  'AWS::CodeDeployBlueGreen',
]);

function macroWords(name: string): Words {
  return {
    en: `what ${name} adds to the template is not analysed`,
    ja: `${name} がテンプレートに追加するものは解析していません`,
  };
}
