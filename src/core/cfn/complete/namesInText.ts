/** The names that a text defines, found line by line, for a text that has never parsed yet. */
import type { Named, Outline } from '../reread/outline';

const sections = ['Resources', 'Parameters', 'Conditions', 'Mappings'] as const;

export function namesInText(text: string): Outline {
  const found = new Map(sections.map((section) => [section, new Map<string, Named>()]));
  let names: Map<string, Named> | undefined;
  let top: number | undefined;
  let column: number | undefined;
  let last: string | undefined;
  for (const { 0: line, index } of text.matchAll(/^.*$/gm)) {
    const [, lead = '', quote = '', key, value = ''] =
      /^([ \t]*)(["']?)([\w:]+)\2[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (key === undefined) continue;
    const indent = lead.length;
    const section = sections.find((each) => each === key);
    if (section !== undefined && (top === undefined || indent <= top)) {
      names = found.get(section);
      top = indent;
      column = undefined;
    } else if (top !== undefined && indent <= top) names = undefined;
    else if (names !== undefined && (column === undefined || indent === column)) {
      column = indent;
      last = key;
      const type = /["']?Type["']?\s*:\s*["']?([\w:<>]+)/.exec(value)?.[1] ?? '';
      names.set(key, { type, at: index + indent + quote.length });
    } else if (names !== undefined && key === 'Type' && last !== undefined) {
      const own = names.get(last);
      if (own?.type === '') names.set(last, { ...own, type: value.replace(/["',\s]/g, '') });
    }
  }
  const of = (section: (typeof sections)[number]): ReadonlyMap<string, Named> =>
    found.get(section) ?? new Map();
  return {
    resources: of('Resources'),
    parameters: of('Parameters'),
    conditions: of('Conditions'),
    mappings: of('Mappings'),
  };
}
