import type { Language } from '../../lib/words';
import { timeWords } from './timeWords';
import type { Version } from './version';

/** As a version is spoken of: its name and its time, or its time alone; `present` for the diagram of now. */
export function captionOf(
  version: Version | undefined,
  now: number,
  language: Language,
  present: string,
): string {
  if (version === undefined) return present;
  const time = timeWords(version.made, now)[language];
  return version.name === null ? time : `${version.name} (${time})`;
}
