/** Resources that AWS makes along with others, where a template names them by an attribute of these. */
import type { Catalog } from '../catalog/catalog';
import type { ResourceId } from '../model/document';
import type { Reference } from './evaluate/evaluated';
import type { Evaluator } from './evaluate/evaluate';
import type { Growing } from './drawn';
import { mentionsIn } from './namers';
import { callOf, type SyntaxNode } from './source/syntax';
import type { StackResource } from './stack';

export interface ImpliedResources {
  readonly all: readonly Growing[];
  /** The one that a reference means; undefined for a reference to what the template itself makes. */
  of(reference: Pick<Reference, 'stack' | 'logicalId' | 'attribute'>): Growing | undefined;
}

/** `owners`: the drawn resources by what they are in their templates. */
export function impliedResources(
  catalog: Catalog,
  evaluators: readonly Evaluator[],
  owners: ReadonlyMap<StackResource, Growing>,
  isMade: (evaluator: Evaluator, resource: StackResource) => boolean,
): ImpliedResources {
  const found = new Map<StackResource, Map<string, Growing>>();
  const all: Growing[] = [];
  const attributes = new Set(
    [...catalog.kinds.values()].flatMap(({ cfn }) => Object.keys(cfn?.implies ?? {})),
  );
  // To evaluate every value of every template takes long, and most templates name none.
  const isNamed = evaluators.some(({ stack }) =>
    [...attributes].some((attribute) => stack.source.text.includes(attribute)),
  );
  const ids = new Set<ResourceId>([...owners.values()].map(({ id }) => id));
  if (isNamed)
    for (const evaluator of evaluators)
      for (const resource of evaluator.stack.resources.values())
        if (resource.properties !== undefined && isMade(evaluator, resource))
          for (const { stack, logicalId, attribute } of mentioned(evaluator, resource.properties)) {
            const named = stack.resources.get(logicalId);
            const owner = named === undefined ? undefined : owners.get(named);
            if (named === undefined || owner === undefined || attribute === undefined) continue;
            const those = found.get(named) ?? new Map<string, Growing>();
            const made = those.has(attribute) ? undefined : impliedBy(catalog, owner, attribute, ids);
            if (made === undefined) continue;
            found.set(named, those.set(attribute, made));
            all.push(made);
          }
  return {
    all,
    of({ stack, logicalId, attribute }) {
      const named = attribute === undefined ? undefined : stack.resources.get(logicalId);
      return named === undefined ? undefined : found.get(named)?.get(attribute ?? '');
    },
  };
}

/**
 * References to what must be drawn. A list with the one resource alone needs none: everything in a VPC has its default group
 * when it names no other, and is read so.
 */
function* mentioned(evaluator: Evaluator, node: SyntaxNode): Generator<Reference> {
  if (node.is === 'list') {
    const [only, ...others] = node.items;
    if (others.length === 0 && only !== undefined && evaluator.evaluate(only).is === 'reference') return;
    for (const item of node.items) yield* mentioned(evaluator, item);
  } else if (node.is === 'map' && callOf(node) === undefined)
    for (const { value } of node.entries.values()) yield* mentioned(evaluator, value);
  else yield* mentionsIn(evaluator, node);
}

function impliedBy(
  catalog: Catalog,
  owner: Growing,
  attribute: string,
  ids: Set<ResourceId>,
): Growing | undefined {
  const { implies } = owner.mapping;
  const kind = implies !== undefined && Object.hasOwn(implies, attribute) ? implies[attribute] : undefined;
  const mapping = kind === undefined ? undefined : catalog.kind(kind).cfn;
  if (kind === undefined || mapping === undefined) return undefined;
  let id = `${owner.id}${attribute}`;
  for (let number = 2; ids.has(id); number++) id = `${owner.id}${attribute}-${number}`;
  ids.add(id);
  const { keyStart, node, logicalId } = owner.resource;
  return {
    id,
    kind,
    mapping,
    stack: owner.stack,
    // It has no entry of its own in the template.
    resource: {
      logicalId: '',
      keyStart,
      node,
      type: mapping.types[0] ?? '',
      condition: undefined,
      properties: undefined,
    },
    satellites: new Map(),
    impliedBy: { owner: owner.id, logicalId, attribute },
  };
}
