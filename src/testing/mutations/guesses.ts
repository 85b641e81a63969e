import type { Mutation } from './mutation';

export const guesses: readonly Mutation[] = [
  {
    id: 'a guess is taken for a fact',
    file: 'doubts.ts',
    search: 'if (guesses.length === 0) return drawn;',
    replace: 'if (guesses.length >= 0) return drawn;',
  },
  {
    id: 'what stands in a box by a guess is trusted where it lets a packet through',
    file: 'doubts.ts',
    search: "each.rests === 'parent' && touches(",
    replace: "each.rests === 'row' && touches(",
  },
  {
    id: 'a verdict is certain when a guess alone changes it',
    file: 'doubts.ts',
    search: 'guesses.length <= mostAlone ? guesses.map((guess) => made([guess], false)) : []',
    replace: 'guesses.length > mostAlone ? guesses.map((guess) => made([guess], false)) : []',
  },
  {
    id: 'guesses are never wrong together',
    file: 'doubts.ts',
    search: '...together.map((group) => made(group, true)), ',
    replace: '',
  },
];
