/** What one person likes, kept in this browser: language, theme, which parts are open. Lost without harm. */
import type { Session, SessionStore } from '../../editor/session';
import { panelNames } from '../../editor/session';
import { languages } from '../../lib/words';
import { isNarrow } from './useNarrow';

const place = 'vpcanvas.preferences';

const kept = [
  'language',
  'theme',
  'paletteOpen',
  'panel',
  'panelHeight',
  'codeAtRight',
  'minimapOpen',
  'gridShown',
  'snapsToObjects',
] as const satisfies readonly (keyof Session)[];
type Preferences = Pick<Session, (typeof kept)[number]>;

/** The preferences of last time, as far as they still mean something. */
export function readPreferences(): Partial<Preferences> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    return typeof read === 'object' && read !== null ? sound(new Map(Object.entries(read))) : {};
  } catch {
    // Storage is forbidden, or somebody wrote something else there: begin with the defaults.
    return {};
  }
}

/** Writes them whenever one changes. */
export function keepPreferences(session: SessionStore): () => void {
  return session.subscribe((now, before) => {
    if (kept.every((name) => now[name] === before[name])) return;
    try {
      // On a narrow window the palette is a sheet that comes and goes: that is no preference.
      const { paletteOpen = true } = isNarrow() ? readPreferences() : now;
      const preferences = { ...Object.fromEntries(kept.map((name) => [name, now[name]])), paletteOpen };
      localStorage.setItem(place, JSON.stringify(preferences));
    } catch {
      // Preferences that cannot be kept are no reason to bother anybody.
    }
  });
}

function sound(read: ReadonlyMap<string, unknown>): Partial<Preferences> {
  const height = read.get('panelHeight');
  const flag = (name: 'paletteOpen' | 'minimapOpen' | 'gridShown' | 'codeAtRight' | 'snapsToObjects') => {
    const value = read.get(name);
    return typeof value === 'boolean' ? { [name]: value } : {};
  };
  const one = <T>(name: string, among: readonly T[]) => {
    const found = among.find((each) => each === read.get(name));
    return found === undefined ? {} : { [name]: found };
  };
  return {
    ...one('language', languages),
    ...one('theme', ['light', 'dark', 'system']),
    ...one('panel', [...panelNames, null]),
    ...(typeof height === 'number' && height >= 80 && height <= 2000 ? { panelHeight: height } : {}),
    ...flag('paletteOpen'),
    ...flag('minimapOpen'),
    ...flag('gridShown'),
    ...flag('snapsToObjects'),
    ...flag('codeAtRight'),
  };
}
