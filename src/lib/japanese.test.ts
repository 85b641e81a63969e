import { describe, expect, it } from 'vitest';
import { japanese } from './japanese';

describe('a Japanese sentence', () => {
  it('sets a name in Latin letters apart by a space on both sides', () => {
    expect(japanese`${'Till'}から${'Api'}への矢印`).toBe('Till から Api への矢印');
    expect(japanese`空いている${'10.0.0.0/24'}を`).toBe('空いている 10.0.0.0/24 を');
    expect(japanese`${'Web、Api (ほか 2 個)'}を削除`).toBe('Web、Api (ほか 2 個) を削除');
  });

  it('sets none apart in Japanese letters, or beside a mark or a space', () => {
    expect(japanese`${'サブネット'}を${'リージョン'}の中に`).toBe('サブネットをリージョンの中に');
    expect(japanese`「${'Web'}」、${'Api'}、${''}を ${'Db'} へ`).toBe('「Web」、Api、を Db へ');
  });
});
