import type { Guess } from '../model/document';
import { defineCommand } from './command';

/**
 * Takes what a faulty reference of a template was likely meant to be for what is meant. The template is written with a
 * reference that says it.
 */
export const acceptGuess = defineCommand<Pick<Guess, 'template' | 'place'>>({
  label: { en: 'Correct reference', ja: '参照の修正' },
  run(draft, { template, place }) {
    for (const { provenance } of draft.resources.values()) {
      const guesses = provenance?.guesses;
      if (guesses === undefined) continue;
      for (const [key, guess] of Object.entries(guesses))
        if (guess.template === template && isSame(guess.place, place)) delete guesses[key];
    }
  },
});

function isSame(one: Guess['place'], other: Guess['place']): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
