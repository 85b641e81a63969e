/** Where resources name one another in their properties, asked from the side of the one that is named. */
import type { Evaluated, Guess, Reference } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import { settle } from './evaluate/settle';
import { subPieces } from './evaluate/sub';
import type { Path, SyntaxNode } from './source/syntax';
import { callOf, entryOf } from './source/syntax';
import { textOf, type StackResource } from './stack';

/** An item of a list property, or the whole of another property. */
export interface NamingItem {
  readonly evaluator: Evaluator;
  /** Whose property it is in. */
  readonly resource: StackResource;
  readonly node: SyntaxNode;
  readonly path: Path;
  readonly offset: number;
}

/** One that refers to a certain resource. */
export interface Naming extends NamingItem {
  /** Why it may mean another one. */
  readonly guess: Guess | undefined;
}

export interface Namers {
  /** The items of a property, in all resources of a type, that refer to a resource. */
  of(named: StackResource, type: string, property: string): readonly Naming[];
}

/** Looks through each property once, when it is first asked about. */
export function createNamers(
  evaluators: readonly Evaluator[],
  isMade: (evaluator: Evaluator, resource: StackResource) => boolean,
): Namers {
  const known = new Map<string, ReadonlyMap<StackResource, readonly Naming[]>>();
  const lookThrough = (type: string, property: string): ReadonlyMap<StackResource, readonly Naming[]> => {
    const found = new Map<StackResource, Naming[]>();
    for (const evaluator of evaluators)
      for (const resource of evaluator.stack.resources.values()) {
        if (resource.type !== type || !isMade(evaluator, resource)) continue;
        for (const item of itemsOf(evaluator, resource, property))
          for (const [named, guess] of new Map(resourcesIn(item.node, evaluator))) {
            const items = found.get(named);
            if (items === undefined) found.set(named, [{ ...item, guess }]);
            else items.push({ ...item, guess });
          }
      }
    return found;
  };
  return {
    of(named, type, property) {
      const key = `${type} ${property}`;
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = lookThrough(type, property)));
      return found.get(named) ?? [];
    },
  };
}

/** The items of a list property as conditions leave them; the whole of a property that is no list; nothing without it. */
export function itemsOf(
  evaluator: Evaluator,
  resource: StackResource,
  property: string,
): readonly NamingItem[] {
  const entry = entryOf(resource.properties, property);
  const path: Path = ['Resources', resource.logicalId, 'Properties', property];
  const settled = entry === undefined ? undefined : settle(evaluator, entry.value, path);
  if (entry === undefined || settled === undefined) return [];
  if (settled.node.is !== 'list') return [{ evaluator, resource, ...settled, offset: entry.keyStart }];
  return settled.node.items.flatMap((item, index): NamingItem[] => {
    const own = settle(evaluator, item, [...settled.path, index]);
    return own === undefined ? [] : [{ evaluator, resource, ...own, offset: item.start }];
  });
}

/** Every reference anywhere in a value. */
export function* referencesIn(node: SyntaxNode, evaluator: Evaluator): Generator<Reference> {
  if (node.is === 'list') for (const item of node.items) yield* referencesIn(item, evaluator);
  else if (node.is === 'map' && callOf(node) === undefined)
    for (const { value } of node.entries.values()) yield* referencesIn(value, evaluator);
  else yield* referencesInResult(evaluator.evaluate(node));
}

function* referencesInResult(value: Evaluated): Generator<Reference> {
  if (value.is === 'reference') yield value;
  else if (value.is === 'list') for (const item of value.items) yield* referencesInResult(item);
  else if (value.is === 'map') for (const each of value.entries.values()) yield* referencesInResult(each);
}

function* resourcesIn(
  node: SyntaxNode,
  evaluator: Evaluator,
): Generator<readonly [StackResource, Guess | undefined]> {
  for (const { stack, logicalId, guess } of referencesIn(node, evaluator)) {
    const resource = stack.resources.get(logicalId);
    if (resource !== undefined) yield [resource, guess];
  }
}

/** Every reference in a value, those within functions that cannot be evaluated among them. */
export function* mentionsIn(evaluator: Evaluator, node: SyntaxNode, depth = 0): Generator<Reference> {
  if (depth > 50) return;
  const call = callOf(node);
  if (call !== undefined) {
    const value = evaluator.evaluate(node);
    if (value.is === 'reference') yield value;
    else {
      if (call.name === 'Fn::Sub') yield* mentionsInText(evaluator, call.argument);
      yield* mentionsIn(evaluator, call.argument, depth + 1);
    }
    return;
  }
  if (node.is === 'list') for (const item of node.items) yield* mentionsIn(evaluator, item, depth + 1);
  else if (node.is === 'map')
    for (const { value } of node.entries.values()) yield* mentionsIn(evaluator, value, depth + 1);
}

/** The resources that the text of a `Fn::Sub` names. */
function* mentionsInText({ stack }: Evaluator, argument: SyntaxNode): Generator<Reference> {
  const text = textOf(argument.is === 'list' ? argument.items[0] : argument) ?? '';
  for (const piece of subPieces(text)) {
    if (piece.is !== 'variable') continue;
    const [logicalId = '', ...attribute] = piece.name.split('.');
    if (!stack.resources.has(logicalId)) continue;
    yield {
      is: 'reference',
      stack,
      logicalId,
      attribute: attribute.length === 0 ? undefined : attribute.join('.'),
    };
  }
}
