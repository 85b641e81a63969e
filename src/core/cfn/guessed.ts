/** What a kind read that rests on a guess: unknown where it can be, marked as a guess where it cannot. */
import type { Field } from '../catalog/field';
import type { Guess, Provenance, ResourceId, TemplateId } from '../model/document';
import { isUnknown } from '../model/value';
import type { GuessNote } from './readerContext';
import type { Stack } from './stack';

export interface ReadWithGuesses {
  readonly props: Readonly<Record<string, unknown>>;
  readonly guesses: Provenance['guesses'];
}

export function withGuesses(
  fields: ReadonlyMap<string, Field>,
  parentId: ResourceId | null,
  read: Readonly<Record<string, unknown>>,
  notes: readonly GuessNote[],
  templateOf: (stack: Stack) => TemplateId,
): ReadWithGuesses {
  if (notes.length === 0) return { props: read, guesses: undefined };
  const props = { ...read };
  const guesses: Record<string, Guess> = {};
  const keep = ({ stack, path, why }: GuessNote, prop: string, means: unknown): void => {
    const guess = { template: templateOf(stack), place: path, prop, why };
    const key = typeof means === 'string' ? `${prop}:${means}` : prop;
    guesses[`${path.join('/')}:${key}`] = means === undefined ? guess : { ...guess, means };
  };
  for (const note of notes) {
    const [name = '', row] = note.prop.split('.');
    const field = fields.get(name);
    if (name === 'parentId') {
      if (parentId !== null && (note.means ?? parentId) === parentId) keep(note, name, parentId);
    } else if (field?.control === 'refs') {
      // The first of a list may be the box in which the resource stands.
      if (note.means !== undefined) keep(note, note.means === parentId ? 'parentId' : name, note.means);
    } else if (field?.control === 'rows' && note.means === undefined) {
      if (row !== undefined && hasRow(props[name], row)) keep(note, `${name}.${row}`, undefined);
    } else if (field !== undefined && note.means !== undefined) keep(note, note.prop, note.means);
    else if (field !== undefined && props[name] !== null && !isUnknown(props[name])) {
      keep(note, name, props[name]);
      props[name] = { unknown: note.why };
    }
  }
  return { props, guesses: Object.keys(guesses).length === 0 ? undefined : guesses };
}

function hasRow(rows: unknown, row: string): boolean {
  return typeof rows === 'object' && rows !== null && Object.hasOwn(rows, row);
}
