/** Renames a resource, parameter, condition or mapping of a template, with all references to it; the rest of the text stays. */
import type { Words } from '../../../lib/words';
import type { TemplateSource } from '../source/parseTemplate';
import { valueOf } from '../source/syntax';
import { occurrencesOf, type NamedThing, type Occurrence } from './occurrences';

/** Why a name cannot be given; undefined where it can. */
export function whyNot(
  { root }: TemplateSource,
  { section, name }: NamedThing,
  to: string,
): Words | undefined {
  if (to === name) return undefined;
  if (!/^[A-Za-z0-9]+$/.test(to) || to.length > 255)
    return {
      en: 'A name has letters and digits only (A–Z, a–z, 0–9), 255 at most.',
      ja: '名前に使えるのは英数字 (A–Z、a–z、0–9) だけで、255 文字までです。',
    };
  const shared =
    section === 'Resources' || section === 'Parameters' ? ['Resources', 'Parameters'] : [section];
  for (const each of shared) {
    const node = valueOf(root, each);
    if (node?.is === 'map' && node.entries.has(to))
      return {
        en: `There is another “${to}” under ${each}.`,
        ja: `${each} に「${to}」がすでにあります。`,
      };
  }
  return undefined;
}

export interface Renaming {
  readonly places: readonly Occurrence[];
  readonly text: string;
}

/** The text afterwards, and where the name stood before. */
export function renamed(source: TemplateSource, thing: NamedThing, to: string): Renaming {
  const places = occurrencesOf(source, thing);
  let text = '';
  let from = 0;
  for (const { start, end } of places) {
    text += source.text.slice(from, start) + to;
    from = end;
  }
  return { places, text: text + source.text.slice(from) };
}
