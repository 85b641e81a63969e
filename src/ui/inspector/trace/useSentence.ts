/**
 * What the engine says, where it stands as a sentence of its own: it begins with a capital, unless it begins with a name, which
 * stands as it is written, or with an address.
 */
import type { ResourceId, Resource } from '../../../core/model/document';
import type { Words } from '../../../lib/words';
import { useDocument, useSay } from '../../useEditor';

export function useSentence(): (words: Words) => string {
  const say = useSay();
  const resources = useDocument((document) => document.resources);
  return (words) => sentence(say(words), resources);
}

export function sentence(text: string, resources: ReadonlyMap<ResourceId, Resource>): string {
  if (!/^[a-z]+[ ,]/.test(text)) return text;
  for (const { name } of resources.values()) if (name !== '' && text.startsWith(`${name} `)) return text;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
