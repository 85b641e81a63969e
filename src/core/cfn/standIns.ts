/** Stand-ins for what a template refers to and does not make: an existing VPC, say, whose id is a parameter. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { cleaned } from './logicalIds';
import type { SyntaxNode } from './source/syntax';
import { callOf, toValue } from './source/syntax';
import type { Stack } from './stack';
import { textOf } from './stack';

export interface StandIn {
  readonly id: ResourceId;
  readonly kind: KindName;
  readonly name: string;
  readonly stack: Stack;
  /** The expression that names it, as JSON text; empty for one that nothing names. */
  readonly expression: string;
  readonly why: Words;
  /** The first resource that refers to it: a hint where it stands. */
  readonly referrer: ResourceId | null;
}

export interface StandIns {
  readonly all: readonly StandIn[];
  /** The stand-in of a kind for an expression; the same one for the same expression. */
  of(kind: KindName, stack: Stack, node: SyntaxNode, why: Words, referrer: ResourceId): StandIn;
  /** One that nothing names, because something must stand in it. */
  unnamed(kind: KindName, stack: Stack, why: Words): StandIn;
}

export function createStandIns(catalog: Catalog, isTaken: (id: ResourceId) => boolean): StandIns {
  const all: StandIn[] = [];
  const byKey = new Map<string, StandIn>();
  const add = (key: string, name: string, made: Omit<StandIn, 'id' | 'name'>): StandIn => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    let id = name;
    for (let number = 2; isTaken(id) || all.some((each) => each.id === id); number++)
      id = `${name}-${number}`;
    const standIn = { ...made, id, name };
    byKey.set(key, standIn);
    all.push(standIn);
    return standIn;
  };
  return {
    all,
    of(kind, stack, node, why, referrer) {
      const expression = JSON.stringify(toValue(node));
      const name = nameIn(node) || catalog.kind(kind).defaultName;
      return add(`${kind} ${stack.file} ${expression}`, name, { kind, stack, expression, why, referrer });
    },
    unnamed: (kind, stack, why) =>
      add(`${kind} ${stack.file}`, catalog.kind(kind).defaultName, {
        kind,
        stack,
        expression: '',
        why,
        referrer: null,
      }),
  };
}

/** What a person would call the thing that an expression names. */
function nameIn(node: SyntaxNode): string {
  if (node.is === 'scalar') return node.text.trim().slice(0, 60);
  if (node.is === 'list') return node.items.map(nameIn).join(' ').trim();
  const call = callOf(node);
  if (call === undefined) return '';
  const { name, argument } = call;
  const parts = argument.is === 'list' ? argument.items : [argument];
  switch (name) {
    case 'Ref':
      return textOf(argument) ?? '';
    case 'Fn::GetAtt':
      return cleaned(parts.map((part) => textOf(part) ?? '').join(' '));
    case 'Fn::Select':
      return parts[1] === undefined ? '' : `${nameIn(parts[1])}${Number(textOf(parts[0]) ?? 0) + 1}`;
    case 'Fn::Sub':
    case 'Fn::ImportValue':
      return cleaned(
        (textOf(parts[0]) ?? (parts[0] === undefined ? '' : nameIn(parts[0]))).replace(/AWS::\w+/g, ''),
      );
    case 'Fn::Split':
      return parts[1] === undefined ? '' : nameIn(parts[1]);
    default:
      return '';
  }
}
