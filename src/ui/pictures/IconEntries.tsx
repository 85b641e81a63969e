/** What a search of the palette finds among all icons of the AWS set, to be placed as plain pictures. */
import { useMemo, type ReactNode } from 'react';
import type { AnyKind } from '../../core/catalog/catalog';
import { verbatim } from '../../lib/words';
import { entriesFor, entriesOf, fold, iconEntry, type Entry } from '../palette/entries';
import { groupLabels } from '../palette/words';
import { useEditor, useSay } from '../useEditor';
import { asWritten, iconsFor, type Icon } from './iconIndex';
import { propWhere } from '../../core/catalog/propWhere';
import { words } from './words';

export interface IconEntriesProps {
  readonly query: string;
  readonly button: (entry: Entry) => ReactNode;
}

/** More are not looked through: another letter is quicker. */
const mostShown = 30;

export function IconEntries({ query, button }: IconEntriesProps) {
  const { catalog } = useEditor();
  const say = useSay();
  const found = useMemo(() => iconsFor(query), [query]);
  const kind = useMemo(() => [...catalog.kinds.values()].find((each) => showsIcons(each)), [catalog]);
  // What is modelled comes before a mere picture of it, also where its name is spelt as it is said.
  const modelled = useMemo(() => {
    const [written, all] = [asWritten(query), entriesOf(catalog)];
    return written === fold(query) || entriesFor(all, query).length > 0 ? [] : entriesFor(all, written);
  }, [catalog, query]);
  if (kind === undefined || found.length === 0) return null;
  const prop = propWhere(catalog, kind.kind, 'art');
  const more = found.length - mostShown;
  return (
    <>
      {modelled.map(({ group, entries: inGroup }) => (
        <fieldset key={group} className="palette-group">
          <legend className="palette-title">{say(groupLabels[group])}</legend>
          {inGroup.map(button)}
        </fieldset>
      ))}
      <fieldset className="palette-group">
        <legend className="palette-title">{`${say(words.iconsFound)} (${found.length})`}</legend>
        {found.slice(0, mostShown).map((icon) => button(entryFor(kind, prop, icon)))}
        {more <= 0 ? null : (
          <p className="palette-nothing">
            {say({ en: `${more} more: type another word`, ja: `ほか ${more} 件: 語を追加して絞り込めます` })}
          </p>
        )}
      </fieldset>
    </>
  );
}

/** The kind that shows any icon as a picture: one of its fields is one. */
function showsIcons({ fields }: AnyKind): boolean {
  return Object.values(fields).some((field) => field.control === 'art' && field.of === 'icon');
}

const entries = new Map<string, Entry>();

/** The same object each time, by which the palette knows what is in hand. */
function entryFor(kind: AnyKind, prop: string, { path, label, sort }: Icon): Entry {
  const id = `${iconEntry}${path}`;
  let entry = entries.get(id);
  if (entry === undefined) {
    const named = verbatim(label);
    entry = {
      id,
      kind,
      preset: { label: named, name: label, icon: path, props: { [prop]: path } },
      label: named,
      summary: { en: `${sort.en} icon, as a picture`, ja: `${sort.ja}のアイコン (図として)` },
      icon: path,
      group: kind.group,
      searchOnly: true,
      names: [],
      texts: [],
    };
    entries.set(id, entry);
  }
  return entry;
}
