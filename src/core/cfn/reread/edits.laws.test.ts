/** The law of edits: whatever is changed in a text, the diagram is then what the new text says, and all else is as it was. */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { shownText, textToEdit } from '../../../testing/editedText';
import { replaceReferences } from '../../catalog/references';
import type { Document, Resource } from '../../model/document';
import { importTemplates } from '../importTemplates';
import { sourceOf } from '../remembered';
import type { SyntaxNode } from '../source/syntax';
import { valueOf } from '../source/syntax';

const folder = 'examples/templates';
const corpus = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Every text in the properties of a resource, and every resource as a whole. */
function piecesOf(document: Document): {
  readonly values: readonly Piece[];
  readonly resources: readonly Piece[];
} {
  const [template] = document.templates.values();
  const source = template === undefined ? undefined : sourceOf(template);
  const section = source === undefined ? undefined : valueOf(source.root, 'Resources');
  const values: Piece[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.is === 'scalar') {
      if (node.end > node.start) values.push(node);
    } else if (node.is === 'list') node.items.forEach(visit);
    else for (const { value } of node.entries.values()) visit(value);
  };
  if (section?.is !== 'map') return { values, resources: [] };
  visit(section);
  return {
    values,
    resources: [...section.entries.values()].map(({ keyStart, value }) => ({
      start: keyStart,
      end: value.end,
    })),
  };
}

const keyOf = ({ kind, provenance }: Resource): string =>
  `${kind} ${provenance?.logicalId} ${provenance?.outside ?? ''}`;

/** What a diagram says of its template's resources, whatever ids and keys of rows it has. */
function said({ resources }: Document): unknown {
  const name = (id: string): string => {
    const found = resources.get(id);
    return found?.provenance === undefined ? id : keyOf(found);
  };
  return Object.fromEntries(
    [...resources.values()]
      .filter(({ provenance }) => provenance !== undefined)
      .map((resource) => {
        const props = replaceReferences(catalog, resource, name) as unknown as Record<string, unknown>;
        const sorted = Object.entries(props).map(([prop, value]) => [
          prop,
          catalog.fields(resource.kind).get(prop)?.control === 'rows'
            ? Object.values(value as object)
                .map((row) => JSON.stringify(row))
                .sort()
            : value,
        ]);
        return [keyOf(resource), { name: resource.name, ...Object.fromEntries(sorted) }] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const edits = fc.record({
  file: fc.constantFrom(...corpus),
  which: fc.nat(),
  how: fc.constantFrom('delete', 'replace', 'replace', 'replace', 'truncate'),
  by: fc.oneof(
    fc.constantFrom(
      '10.99.0.0/16',
      'true',
      '443',
      'x',
      '0',
      'ap-northeast-1c',
      'Vpc',
      '!Ref Nobody',
      '"',
      '',
    ),
    fc.stringMatching(/^[\w ./-]{0,12}$/),
  ),
});

test('an edited text is drawn as it would be imported, and what it leaves alone stays where and what it is', () => {
  fc.assert(
    fc.property(edits, ({ file, which, how, by }) => {
      const { document } = importTemplates(catalog, [file]);
      const { values, resources } = piecesOf(document);
      const pieces = how === 'delete' ? resources : values;
      const piece = pieces[which % Math.max(1, pieces.length)];
      if (piece === undefined) return;
      const text =
        how === 'truncate'
          ? file.text.slice(0, piece.end)
          : `${file.text.slice(0, piece.start)}${how === 'delete' ? '' : by}${file.text.slice(piece.end)}`;
      const { document: again, failure } = importTemplates(catalog, [{ name: file.name, text }]);
      const edited = textToEdit(document, file.name.endsWith('json') ? 'json' : 'yaml');

      if (failure !== undefined) {
        expect(() => edited.after(text)).toThrow(failure.message.en);
        return;
      }
      const after = edited.after(text);

      expect(said(after)).toEqual(said(again));
      expect(shownText(after, text.trimStart().startsWith('{') ? 'json' : 'yaml')).toBe(text);
      const stayed = [...document.resources.values()].flatMap((before) => {
        const now = after.resources.get(before.id);
        return now?.kind === before.kind && now.parentId === before.parentId ? [{ before, now }] : [];
      });
      for (const { before, now } of stayed) expect(now.w).toBeGreaterThanOrEqual(before.w);
      // Only a container that has to grow makes its neighbours move.
      if (stayed.every(({ before, now }) => now.w === before.w && now.h === before.h))
        for (const { before, now } of stayed) expect([now.x, now.y]).toEqual([before.x, before.y]);
      for (const { parentId } of after.resources.values())
        if (parentId !== null) expect(after.resources.has(parentId)).toBe(true);
    }),
    { numRuns: 200 },
  );
}, 300_000);
