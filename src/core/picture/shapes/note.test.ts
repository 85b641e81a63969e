import { describe, expect, it } from 'vitest';
import { paragraphLines } from '../lines';
import { noteSize } from './note';

const least = { w: 64, h: 28 };
const words = { size: 12, ink: 'text' } as const;

describe('the size of a note', () => {
  it('has room for every line of what it says', () => {
    for (const text of [
      'Short',
      'Moves to Osaka in May.\n\nAsk the network team first, and whoever still uses the bastion host.',
      '踏み台サーバーはまだ使われています。削除する前にネットワークチームに確認してください。',
      `https://example.com/${'path/'.repeat(40)}`,
    ]) {
      const { w, h } = noteSize(text, least);
      const lines = paragraphLines(text, w - 22, 1000, words);

      expect(lines.length * 15).toBeLessThanOrEqual(h - 18);
      expect(w).toBeLessThanOrEqual(320);
    }
  });

  it('is that of its kind for a word, and no taller than one can look at for a book', () => {
    expect(noteSize('a', least)).toEqual({ w: 64, h: 40 });
    expect(noteSize('A line of a book.\n'.repeat(1000), least).h).toBeLessThanOrEqual(504);
  });
});
