/** What is said of a chip beside its name. */
import type { Words } from '../../lib/words';
import type { Hanging } from './looks';

export const hangingWords: Readonly<Record<NonNullable<Hanging['mark']>, Words>> = {
  main: { en: 'main', ja: 'メイン' },
  gateway: { en: 'gateway', ja: 'ゲートウェイ' },
  unused: { en: 'unused', ja: '未使用' },
};
