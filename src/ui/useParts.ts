/** Reading parts of the document that are made anew each time they are asked for: drawn again only when they differ. */
import { useRef } from 'react';
import { surroundingsOf } from '../core/catalog/surroundings';
import type { Document, ResourceId } from '../core/model/document';
import { readInOrder } from '../lib/readInOrder';
import type { Words } from '../lib/words';
import { useDocument, useEditor } from './useEditor';

/** As `useDocument`, for a selector that gives a new list or record each time: compared by its entries. */
export function useDocumentPart<T>(select: (document: Document) => T): T {
  const last = useRef<{ readonly value: T } | null>(null);
  return useDocument((document) => {
    const value = select(document);
    if (last.current !== null && sameEntries(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}

export interface Appearance {
  readonly id: ResourceId;
  readonly name: string;
  readonly kind: string;
  /** In place of the kind's label where its look says so: "Public subnet". */
  readonly label: Words;
  readonly icon: string | null;
  readonly detail: string | undefined;
}

/** How a resource is shown in lists and headings; undefined when it is gone. */
export function useAppearance(id: ResourceId | null): Appearance | undefined {
  const { catalog } = useEditor();
  return useDocumentPart((document) => {
    const resource = id === null ? undefined : document.resources.get(id);
    if (resource === undefined) return undefined;
    const kind = catalog.kind(resource.kind);
    const look = kind.look?.(resource, surroundingsOf(document, resource.id));
    return {
      id: resource.id,
      name: readInOrder(resource.name),
      kind: resource.kind,
      label: look?.label ?? kind.label,
      icon: look?.icon ?? kind.icon,
      detail: look?.detail,
    };
  });
}

/** Two levels deep, so that words count as equal by what they say. */
function sameEntries(a: unknown, b: unknown, depth = 2): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  // Both are plain records or lists here: what selectors give.
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(other, key) && sameEntries(one[key], other[key], depth - 1));
}
