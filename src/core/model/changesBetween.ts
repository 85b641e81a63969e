/** What is different between two documents, as patches that make the second of the first. */
import type { Patch } from 'immer';
import { sameJson } from '../../lib/sameJson';
import type { Document } from './document';

type Place = readonly (string | number)[];

export function changesBetween(before: Document, after: Document): readonly Patch[] {
  const { asRead: wasRead, ...was } = before;
  const { asRead: isRead, ...is } = after;
  const changes = fieldChanges([], was, is);
  if (wasRead === undefined || isRead === undefined)
    return wasRead === isRead ? changes : [...changes, ...valueChange(['asRead'], wasRead, isRead)];
  return [...changes, ...fieldChanges(['asRead'], wasRead, isRead)];
}

function fieldChanges(place: Place, before: object, after: object): Patch[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))] as const;
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, now]: unknown[] = [was.get(key), is.get(key)];
    if (old === now) return [];
    if (old instanceof Map && now instanceof Map) return recordChanges([...place, key], old, now);
    return valueChange([...place, key], old, now);
  });
}

function recordChanges(
  place: Place,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): Patch[] {
  const changes: Patch[] = [];
  for (const id of before.keys()) if (!after.has(id)) changes.push({ op: 'remove', path: [...place, id] });
  for (const [id, now] of after) {
    const old = before.get(id);
    if (old === now) continue;
    if (isRecord(old) && isRecord(now)) changes.push(...fieldChanges([...place, id], old, now));
    else changes.push(...valueChange([...place, id], old, now));
  }
  return changes;
}

function valueChange(place: Place, before: unknown, after: unknown): Patch[] {
  const path = [...place];
  if (after === undefined) return before === undefined ? [] : [{ op: 'remove', path }];
  if (before === undefined) return [{ op: 'add', path, value: after }];
  return sameJson(before, after) ? [] : [{ op: 'replace', path, value: after }];
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Map);
}
