import { printJson } from '../../lib/printJson';
import type { Catalog } from '../catalog/catalog';
import type { Document } from '../model/document';
import { writtenAsRead } from './asRead';
import { currentVersion } from './migrations';

/**
 * The text of a diagram file. The same document gives the same text: records are sorted by id, their keys in a fixed
 * order, and what fits on a line is on one line, so that one change is a small difference.
 */
export function writeDiagram(_catalog: Catalog, document: Document): string {
  const { unread = {} } = document;
  const sections: Record<string, unknown> = {
    vpcanvas: currentVersion,
    name: document.name,
    settings: document.settings,
    resources: withUnread(byId(document.resources), unread['resources']),
    flows: withUnread(byId(document.flows), unread['flows']),
    scopes: withUnread(byId(document.scopes), unread['scopes']),
    scenes: withUnread(byId(document.scenes), unread['scenes']),
    suppressions: withUnread(byId(document.suppressions), unread['suppressions']),
    templates: withUnread(
      byId(document.templates).map((template) => ({ ...template, text: template.text.split('\n') })),
      unread['templates'],
    ),
    ...writtenAsRead(document),
  };
  for (const [section, value] of Object.entries(unread))
    if (!Object.hasOwn(sections, section)) sections[section] = value;
  return `${printJson(sections, { first: recordKeys, width: 110 })}\n`;
}

/** The keys that a reader of the file looks for come first, in this order; all others follow by name. */
const recordKeys: readonly string[] = [
  'vpcanvas',
  'id',
  'kind',
  'name',
  'parentId',
  'order',
  'x',
  'y',
  'w',
  'h',
  'settings',
  'resources',
];

function byId<T>(records: ReadonlyMap<string, T>): T[] {
  return [...records].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, record]) => record);
}

/** Records that could not be read stand behind those that could. */
function withUnread(records: readonly unknown[], unread: unknown): readonly unknown[] {
  return Array.isArray(unread) ? [...records, ...unread] : records;
}
