/** What a copy into another Availability Zone did, in a few sentences. */
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { japanese } from '../../lib/japanese';
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import { shortName, spokenName } from '../naming';
import type { Joined } from './joining';
import type { ZoneChange } from './otherZone';

export interface ZoneCopyDone {
  readonly change: ZoneChange;
  readonly before: Document;
  readonly tops: readonly Resource[];
  readonly copy: ReadonlyMap<ResourceId, ResourceId>;
  readonly joined: Joined;
}

export function zoneCopyWords(editor: Editor, done: ZoneCopyDone): Words {
  const { change, before, tops, copy, joined } = done;
  const copied = tops.flatMap(({ id }) => copy.get(id) ?? []);
  const originals = listed(tops.map(({ id }) => shortName(editor, id)));
  const copies = listed(copied.map((id) => spokenName(editor, id)));
  const sentences: Words[] = [
    {
      en: `${originals.en} duplicated to ${change.to.name}: ${copies.en}, ${copy.size} resources in all`,
      ja: japanese`${originals.ja}を ${change.to.name} に複製しました: ${copies.ja} (リソース ${copy.size} 個)`,
    },
  ];
  const followers = [...copy].flatMap(([of, to]) => {
    const kind = before.resources.get(of)?.kind;
    return kind !== undefined && editor.catalog.kind(kind).goesWithUsers === true
      ? [spokenName(editor, to)]
      : [];
  });
  if (followers.length > 0) {
    const names = listed(followers);
    sentences.push({ en: `With it ${names.en}`, ja: japanese`あわせて${names.ja}も複製しました` });
  }
  if (joined.ids.length > 0) {
    const names = listed(joined.ids.map((id) => shortName(editor, id)));
    sentences.push({
      en: `${names.en} ${joined.ids.length === 1 ? 'uses' : 'use'} the copy as well`,
      ja: japanese`${names.ja}は複製先も使用します`,
    });
  }
  if (joined.full.length > 0) {
    const names = listed(joined.full.map((id) => shortName(editor, id)));
    sentences.push({
      en: `${names.en} ${joined.full.length === 1 ? 'has' : 'have'} a subnet in ${change.to.name} already`,
      ja: japanese`${names.ja}には ${change.to.name} のサブネットがすでにあります`,
    });
  }
  const crowded = tops.filter((top) => keepsBlock(editor, top, copy));
  if (crowded.length > 0) {
    const names = listed(crowded.map(({ id }) => shortName(editor, copy.get(id) ?? id)));
    sentences.push({
      en: `No CIDR block is free: choose one for ${names.en}`,
      ja: japanese`空いている CIDR ブロックがありません。${names.ja}の CIDR ブロックを選んでください`,
    });
  }
  if (change.from === undefined)
    sentences.push({
      en: `${originals.en} names no Availability Zone: choose one other than ${change.to.name}`,
      ja: japanese`${originals.ja}にはアベイラビリティーゾーンが指定されていません。${change.to.name} 以外を選んでください`,
    });
  return {
    en: sentences.map(({ en }) => en).join('. '),
    ja: sentences.map(({ ja }) => ja).join('。'),
  };
}

/** Whether a copy has the very block of its original, for want of another. */
function keepsBlock(
  { catalog, store }: Editor,
  original: Resource,
  copies: ReadonlyMap<ResourceId, ResourceId>,
): boolean {
  const copy = store.document.resources.get(copies.get(original.id) ?? '');
  if (copy === undefined) return false;
  for (const [name, field] of catalog.fields(original.kind))
    if (field.control === 'cidr' && valuesOf(copy)[name] === valuesOf(original)[name]) return true;
  return false;
}

function listed(names: readonly Words[]): Words {
  return { en: names.map(({ en }) => en).join(', '), ja: names.map(({ ja }) => ja).join('、') };
}
