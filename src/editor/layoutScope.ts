/** What is laid out when somebody asks for it, and how that is called. */
import type { Resource, ResourceId } from '../core/model/document';
import { japanese } from '../lib/japanese';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { topsOf } from './carrying';

/** All in a container or on the canvas; or some that stand in one container, which alone are moved. */
export interface Scope {
  readonly container: Resource | undefined;
  readonly only?: ReadonlySet<ResourceId>;
}

/** A container when one alone is selected, what is selected where that stands in one place, else the whole canvas. */
export function scopeOf({ session, store, catalog }: Editor): Scope {
  const { document } = store;
  const tops = topsOf(document, session.getState().selection);
  const [only] = tops;
  const first = only === undefined ? undefined : document.resources.get(only);
  if (first === undefined) return { container: undefined };
  if (tops.length === 1 && catalog.kind(first.kind).shape.as === 'container') return { container: first };
  const isTogether = tops.every((id) => document.resources.get(id)?.parentId === first.parentId);
  if (!isTogether) return { container: undefined };
  const container = first.parentId === null ? undefined : document.resources.get(first.parentId);
  return { container, only: new Set(tops) };
}

export function scopeWords({ container, only }: Scope, verb: Words): Words {
  if (only !== undefined) return { en: `${verb.en} the selection`, ja: japanese`選択範囲を${verb.ja}` };
  return container === undefined
    ? { en: `${verb.en} the diagram`, ja: japanese`図全体を${verb.ja}` }
    : { en: `${verb.en} ${container.name}`, ja: japanese`${container.name}を${verb.ja}` };
}

export const tidyVerb: Words = { en: 'Tidy', ja: '整える' };
export const anewVerb: Words = { en: 'Lay out', ja: '配置し直す' };
