import { sameJson } from '../../lib/sameJson';
import type { Document } from '../model/document';
import { asItIs, defineCommand, type DocumentDraft } from './command';

/**
 * Puts the whole diagram back as it was in a version of it. What is the same stays the very same record, so that only what
 * differs is drawn, checked and journalled anew.
 */
export const restoreDocument = defineCommand<{ readonly document: Document }>({
  label: { en: 'Restore a version', ja: 'バージョンの復元' },
  run(draft, { document }) {
    const before = asItIs(draft);
    draft.name = document.name;
    for (const sort of maps) restoreMap(draft[sort], before[sort], document[sort]);
    if (!sameJson(before.settings, document.settings)) draft.settings = document.settings;
    for (const part of ['asRead', 'unread'] as const) {
      if (isSamePart(before[part], document[part])) continue;
      if (document[part] === undefined) delete draft[part];
      // The draft's type only takes away `readonly`; nothing writes to what was given.
      else (draft as Record<string, unknown>)[part] = document[part];
    }
  },
});

const maps = [
  'resources',
  'flows',
  'scopes',
  'scenes',
  'suppressions',
  'templates',
] as const satisfies readonly (keyof Document & keyof DocumentDraft)[];

function restoreMap(
  draft: Map<string, unknown>,
  before: ReadonlyMap<string, unknown>,
  version: ReadonlyMap<string, unknown>,
): void {
  for (const id of before.keys()) if (!version.has(id)) draft.delete(id);
  for (const [id, record] of version) if (!sameJson(before.get(id), record)) draft.set(id, record);
}

/** Parts are plain JSON but for the maps in them. */
function isSamePart(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && sameJson(withoutMaps(a), withoutMaps(b)));
}

function withoutMaps(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
}
