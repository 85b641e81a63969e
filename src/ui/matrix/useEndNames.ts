/** What the ends of a matrix are called. */
import { useCallback } from 'react';
import type { Matrix } from '../../core/network/matrix/matrixData';
import { useDocument, useEditor, useSay } from '../useEditor';
import { words } from './words';

export type NameOf = (end: number) => string;

export function useEndNames(matrix: Matrix | null): NameOf {
  const say = useSay();
  const { catalog } = useEditor();
  const resources = useDocument((document) => document.resources);
  return useCallback(
    (index) => {
      const end = matrix?.ends[index];
      if (end === undefined) return '';
      if (end.resource === null)
        return end.id === 'internet' ? say(words.internet) : end.id.replace(/^service:/, '');
      const resource = resources.get(end.resource);
      if (resource === undefined) return end.id;
      return resource.name === '' ? say(catalog.kind(resource.kind).label) : resource.name;
    },
    [matrix, say, catalog, resources],
  );
}

/** `Web1, Web2 +3`: the first of those that are alike, and how many more there are. */
export function namesText(members: readonly number[], nameOf: NameOf, most: number): string {
  const named = members.slice(0, most).map(nameOf).join(', ');
  return members.length > most ? `${named} +${members.length - most}` : named;
}
