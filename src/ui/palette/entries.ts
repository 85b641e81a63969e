/** What the palette offers: every kind and its presets, in the order one builds; and how it is searched. */
import type { AnyKind, AnyPreset, Catalog } from '../../core/catalog/catalog';
import { paletteGroups, type PaletteGroup } from '../../core/catalog/kind';
import type { Words } from '../../lib/words';

export interface Entry {
  readonly id: string;
  readonly kind: AnyKind;
  readonly preset?: AnyPreset;
  readonly label: Words;
  readonly summary: Words;
  readonly icon: string | null;
  readonly group: PaletteGroup;
  readonly searchOnly: boolean;
  /** What a search is compared with, folded: what it is called, and what is said of it. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

/** How the ids of entries begin that are icons of the AWS set. */
export const iconEntry = 'icon:';

export interface EntryGroup {
  readonly group: PaletteGroup;
  readonly entries: readonly Entry[];
}

export function entriesOf(catalog: Catalog): readonly Entry[] {
  const found: Entry[] = [];
  for (const kind of inBuildingOrder(catalog)) {
    for (const preset of kind.presets ?? [])
      found.push({
        id: `${kind.kind}/${preset.name}`,
        kind,
        preset,
        label: preset.label,
        summary: preset.summary ?? kind.label,
        icon: preset.icon ?? kind.icon,
        group: kind.group,
        searchOnly: preset.searchOnly ?? false,
        names: folded([preset.label.en, preset.label.ja, preset.name, ...textsIn(preset.props)]),
        texts: [],
      });
    found.push({
      id: kind.kind,
      kind,
      label: kind.label,
      summary: kind.summary,
      icon: kind.icon,
      group: kind.group,
      searchOnly: false,
      names: folded([kind.label.en, kind.label.ja, kind.kind, ...(kind.cfn?.types ?? [])]),
      texts: folded([kind.summary.en, kind.summary.ja]),
    });
  }
  return found;
}

/** Outer containers before inner ones, then what stands in them, then what hangs on them. */
function inBuildingOrder(catalog: Catalog): readonly AnyKind[] {
  const depths = new Map<string, number>();
  const depthOf = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    // A kind that may stand in itself is as deep as it is without that.
    depths.set(name, 0);
    const parents = catalog.kinds.get(name)?.parents ?? [];
    const depth = 1 + Math.max(0, ...parents.map((parent) => (parent === 'canvas' ? 0 : depthOf(parent))));
    depths.set(name, depth);
    return depth;
  };
  const places = { container: 0, icon: 1, chip: 2, badge: 3, note: 4, picture: 4 };
  const keyOf = ({ kind, shape, rank = 0, isAnnotation }: AnyKind): readonly number[] => [
    places[isAnnotation === true ? 'note' : shape.as],
    shape.as === 'container' ? depthOf(kind) : 0,
    rank,
  ];
  return [...catalog.kinds.values()].sort((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    for (const [index, key] of a.entries()) if (key !== b[index]) return key - (b[index] ?? 0);
    return 0;
  });
}

/** All that is offered without a search, or what a search finds, by groups; empty groups are left out. */
export function entriesFor(all: readonly Entry[], query: string): readonly EntryGroup[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const shown = words.length === 0 ? all.filter(({ searchOnly }) => !searchOnly) : matching(all, words);
  return paletteGroups
    .map((group) => ({ group, entries: shown.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length > 0);
}

function matching(all: readonly Entry[], words: readonly string[]): readonly Entry[] {
  const having = (textsOf: (entry: Entry) => readonly string[]): readonly Entry[] =>
    all.filter((entry) => words.every((word) => textsOf(entry).some((text) => text.includes(word))));
  const called = having(({ names }) => names);
  if (called.length > 0) return called;
  // "igw", "nacl", "natgw": letters of the name in their order, the first of them beginning a word.
  const letters = words.join('');
  const abbreviated = all.filter(({ names }) => names.some((name) => abbreviates(letters, name)));
  return abbreviated.length > 0 ? abbreviated : having(({ names, texts }) => [...names, ...texts]);
}

export function abbreviates(letters: string, name: string): boolean {
  for (const [index] of [...name].entries()) {
    if (index > 0 && /[\p{L}\p{N}]/u.test(name[index - 1] ?? '')) continue;
    let at = index;
    let matched = 0;
    for (const letter of letters) {
      const next = matched === 0 ? (name[at] === letter ? at : -1) : name.indexOf(letter, at);
      if (next === -1) break;
      at = next + 1;
      matched++;
    }
    if (matched === letters.length) return true;
  }
  return false;
}

/** One way of writing for all: no case, full-width as half-width letters, hiragana as katakana. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));
}

function folded(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(fold))];
}

function textsIn(props: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(props).filter((value) => typeof value === 'string');
}
