/** What things are called: free names for new ones, and how one is spoken of. */
import type { Document, ResourceId } from '../core/model/document';
import { japanese } from '../lib/japanese';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { viewOf } from './view';

/** The name, with the first number behind it that makes it free. Names end up as logical IDs, so they are compared as such. */
export function freeName(taken: ReadonlySet<string>, wanted: string): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  const stem = wanted.replace(/\d+$/, '') || wanted;
  for (let number = 2; ; number++) {
    const name = `${stem}${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

export function takenNames(document: Document): Set<string> {
  const taken = new Set<string>();
  for (const { name } of document.resources.values()) taken.add(name.toLowerCase());
  return taken;
}

/** "Public subnet PublicA, 10.0.0.0/24". */
export function spokenName(editor: Editor, id: ResourceId): Words {
  const resource = editor.store.document.resources.get(id);
  if (resource === undefined) return { en: '', ja: '' };
  const look = viewOf(editor).looks().look(id);
  const label = look.label ?? editor.catalog.kind(resource.kind).label;
  const name = resource.name === '' ? '' : ` ${resource.name}`;
  const [en, ja] = look.detail === undefined ? ['', ''] : [`, ${look.detail}`, `、${look.detail}`];
  return { en: `${label.en}${name}${en}`, ja: `${label.ja}${name}${ja}` };
}

/** The name alone, or the kind where there is none. */
export function shortName(editor: Editor, id: ResourceId): Words {
  const resource = editor.store.document.resources.get(id);
  if (resource === undefined) return { en: '', ja: '' };
  if (resource.name !== '') return { en: resource.name, ja: resource.name };
  return editor.catalog.kind(resource.kind).label;
}

/** "Moved Web to Private subnet AppSubnet, 10.0.1.0/24". */
export function movedWords(
  editor: Editor,
  moves: readonly { readonly id: ResourceId; readonly parentId: ResourceId | null }[],
): Words {
  const [first] = moves;
  if (first === undefined) return { en: '', ja: '' };
  const what =
    moves.length === 1
      ? shortName(editor, first.id)
      : { en: `${moves.length} resources`, ja: `${moves.length} 個のリソース` };
  const where =
    first.parentId === null ? { en: 'the canvas', ja: 'キャンバス' } : spokenName(editor, first.parentId);
  return { en: `Moved ${what.en} to ${where.en}`, ja: japanese`${what.ja}を${where.ja}に移動しました` };
}
