/** Scenes that were thought out and have no place in a diagram yet. */
import { ordersAfter } from '../../lib/order';
import type { Words } from '../../lib/words';
import { call } from '../commands';
import type { Build, Document, Scene } from '../model/document';
import type { Plan } from '../plans/plan';
import { escapedMarkdown } from '../scenes/markdown';

/** `builds` in their order. */
export interface SceneDraft extends Omit<Scene, 'id' | 'order' | 'builds'> {
  readonly builds?: readonly Omit<Build, 'order'>[];
}

/** Adds the scenes behind those that there are, as one step. `newId` gives a fresh id for each. */
export function planAdding(
  document: Document,
  title: Words,
  drafts: readonly SceneDraft[],
  newId: () => string,
): Plan & { readonly first: string | undefined } {
  const last = [...document.scenes.values()].reduce<string | null>(
    (sofar, { order }) => (sofar === null || order > sofar ? order : sofar),
    null,
  );
  const orders = ordersAfter(last, drafts.length);
  const scenes = drafts.map(({ builds = [], ...draft }, index): Scene => {
    const keys = ordersAfter(null, builds.length);
    return {
      ...draft,
      id: newId(),
      order: orders[index] ?? 'U',
      ...(builds.length === 0
        ? {}
        : {
            builds: Object.fromEntries(
              builds.map((build, at) => [`${at + 1}`, { ...build, order: keys[at] ?? 'U' }]),
            ),
          }),
    };
  });
  return { title, commands: scenes.map((scene) => call('addScene', { scene })), first: scenes[0]?.id };
}

/** Blocks of Markdown as one text in each language. */
export function blocks(...parts: readonly Words[]): Words {
  return { en: parts.map(({ en }) => en).join('\n\n'), ja: parts.map(({ ja }) => ja).join('\n\n') };
}

/** Words that were written for plain text, or hold names. */
export function escapedWords({ en, ja }: Words): Words {
  return { en: escapedMarkdown(en), ja: escapedMarkdown(ja) };
}
