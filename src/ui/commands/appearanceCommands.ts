/** Language and theme by name, for whoever looks for them among all commands; the menus of the top bar have them, too. */
import type { Action } from '../../editor/actions/action';
import type { Editor } from '../../editor/editor';
import type { Words } from '../../lib/words';

const choice = <Name extends 'language' | 'theme'>(
  name: Name,
  value: ReturnType<Editor['session']['getState']>[Name],
  label: Words,
): Action => ({
  id: `${name}-${value}`,
  label,
  group: 'view',
  enabled: ({ session }) => session.getState()[name] !== value,
  run: ({ session }) => session.setState({ [name]: value }),
});

export const appearanceCommands: readonly Action[] = [
  choice('language', 'en', { en: 'Language: English', ja: '言語: 英語 (English)' }),
  choice('language', 'ja', { en: 'Language: Japanese (日本語)', ja: '言語: 日本語' }),
  choice('theme', 'light', { en: 'Theme: light', ja: 'テーマ: ライト' }),
  choice('theme', 'dark', { en: 'Theme: dark', ja: 'テーマ: ダーク' }),
  choice('theme', 'system', { en: 'Theme: as the system', ja: 'テーマ: システムに合わせる' }),
];
