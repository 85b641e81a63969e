/** Where references lead: to a drawn resource, to a stand-in for what the template does not make, or nowhere. */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Value } from '../model/value';
import type { Evaluated, Guess } from './evaluate/evaluated';
import type { Read, ReaderContext } from './readerContext';
import type { SyntaxNode } from './source/syntax';

/** Where a reference leads, and why that is only a guess. */
export interface Resolved {
  readonly id: ResourceId | null;
  readonly guess: Guess | undefined;
}

export interface Leads {
  /** The drawn resource behind a value; no id for none, and for one that is of another kind. */
  resolve(value: Evaluated, node: SyntaxNode, kinds: readonly KindName[]): Resolved;
  /** A reference that decides something: unknown where it is only a guess. `means`: the value that it makes. */
  certain(prop: string, resolved: Resolved, means?: (id: ResourceId) => unknown): Value<ResourceId | null>;
  /** A reference that cannot be unknown. */
  noted(prop: string, resolved: Resolved): ResourceId | null;
}

export function leadsOf(context: ReaderContext, { evaluator, guess: ownGuess }: Read): Leads {
  const resolve = (value: Evaluated, node: SyntaxNode, kinds: readonly KindName[]): Resolved => {
    switch (value.is) {
      case 'reference': {
        const drawn = context.drawn();
        const owner = drawn?.ownerOf(value.stack, value.logicalId, value.attribute);
        const guess = value.guess ?? drawn?.doubtOf(value.stack, value.logicalId);
        if (owner !== undefined) return { id: kinds.includes(owner.kind) ? owner.id : null, guess };
        if (value.stack === evaluator.stack && !context.isMade(evaluator, value.logicalId))
          return { id: null, guess };
        return standIn(node, kinds, notDrawn(value.logicalId));
      }
      case 'text':
        return value.text === '' || value.text === 'local'
          ? nobody
          : standIn(node, kinds, value.assumed ?? outsideWords(value.text));
      case 'unknown':
        return standIn(node, kinds, value.why);
      case 'list': {
        const [only] = value.items;
        return only === undefined ? nobody : resolve(only, node, kinds);
      }
      default:
        return nobody;
    }
  };

  const standIn = (node: SyntaxNode, kinds: readonly KindName[], why: Words): Resolved => {
    const [kind] = kinds;
    if (kind === undefined || context.standIns === undefined) return nobody;
    return { id: context.standIns.of(kind, evaluator.stack, node, why, context.owner).id, guess: undefined };
  };

  const certain = (
    prop: string,
    { id, guess }: Resolved,
    means: (id: ResourceId) => unknown = (own) => own,
  ): Value<ResourceId | null> => {
    if (guess === undefined) return id;
    if (id !== null) context.guess({ ...guess, prop, means: means(id) });
    return { unknown: guess.why };
  };

  const noted = (prop: string, { id, guess = ownGuess }: Resolved): ResourceId | null => {
    if (guess !== undefined && id !== null) context.guess({ ...guess, prop, means: id });
    return id;
  };

  return { resolve, certain, noted };
}

const nobody: Resolved = { id: null, guess: undefined };

export function notDrawn(logicalId: string): Words {
  return { en: `${logicalId} is not drawn here`, ja: `${logicalId} は図に描かれていません` };
}

export function outsideWords(id: string): Words {
  return { en: `${id} is outside the template`, ja: `${id} はテンプレートの外にあります` };
}
