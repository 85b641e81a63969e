import { valueOf } from '../source/syntax';
import type { NestedStacks } from './openedStacks';

/** The description of the first template that is in no other, where it is short enough for a name; else its file's name. */
export function nameOfStacks({ all, ownerOf }: NestedStacks): string {
  const first = all.find((stack) => ownerOf(stack) === undefined) ?? all[0];
  if (first === undefined) return '';
  const description = valueOf(first.root, 'Description');
  const text = description?.is === 'scalar' ? description.text.trim() : '';
  return text !== '' && text.length <= 80 && !text.includes('\n') ? text : first.name;
}
