/**
 * What is unknown of a design stays unknown when it goes out as answers of AWS and comes back: no flow becomes reachable or blocked
 * for certain by a value that nobody knew.
 */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalog } from '../../aws';
import { answerWritings } from '../../awsAnswers';
import { describeMappings } from '../../awsDescribe';
import { arbitraryDesign } from '../../testing/designs';
import { verdictsOf } from '../../testing/verdictsOf';
import type { Field } from '../catalog/field';
import type { Document, Resource } from '../model/document';
import { valuesOf } from '../model/queries';
import { readDiagram } from '../store/diagramFile';
import { exportAnswers } from './exportAnswers';
import { importDescribe } from './importDescribe';
import { shortIds } from './shortIds';

const root = new URL('../../../examples/', import.meta.url);
const examples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['templates', 'describe'].includes(entry.name))
  .map(({ name }) => {
    const read = readDiagram(catalog, readFileSync(new URL(`${name}/${name}.vpcanvas.json`, root), 'utf8'));
    if ('failure' in read) throw new Error(read.failure.message.en);
    return read.document;
  });

const nobodyKnows = { unknown: { en: 'nobody knows', ja: '不明' } };

/** By luck, one prop, or cell of a row, or a further row, of one resource. */
function withUnknown(document: Document, luck: readonly [number, number, number, number]): Document {
  const resources = [...document.resources.values()];
  const resource = resources[luck[0] % resources.length];
  if (resource === undefined) return document;
  const fields = [...catalog.fields(resource.kind)].filter(([, { control }]) => control !== 'refs');
  const [name = '', field] = fields[luck[1] % fields.length] ?? [];
  if (field === undefined) return document;
  const props = { ...valuesOf(resource), [name]: unknownIn(field, valuesOf(resource)[name], luck) };
  const changed = { ...resource, props } as unknown as Resource; // a field may hold an unknown value
  return { ...document, resources: new Map(document.resources).set(resource.id, changed) };
}

function unknownIn(field: Field, value: unknown, [, , row, column]: readonly number[]): unknown {
  if (field.control !== 'rows') return nobodyKnows;
  const rows = value as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const keys = [...Object.keys(rows), 'further'];
  const columns = Object.keys(field.columns).filter((name) => field.columns[name]?.control !== 'refs');
  const key = keys[(row ?? 0) % keys.length] ?? 'further';
  const unknown = key === 'further' ? columns : [columns[(column ?? 0) % columns.length] ?? ''];
  const usual = Object.fromEntries(Object.entries(field.columns).map(([name, each]) => [name, each.default]));
  return {
    ...rows,
    [key]: { ...usual, ...rows[key], ...Object.fromEntries(unknown.map((name) => [name, nobodyKnows])) },
  };
}

function idsOf(document: Document) {
  const { files, ids } = exportAnswers(catalog, describeMappings, answerWritings, document);
  const shown = shortIds([...ids.values()]);
  return { files, idOf: new Map([...ids].map(([id, own]) => [id, shown.get(own) ?? own])) };
}

const isUnknown = (verdict: string | undefined): boolean => verdict?.startsWith('unknown') ?? false;

it('what a value makes unknown that nobody knows is unknown afterwards', () => {
  const luck = fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000));
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...examples), arbitraryDesign(catalog)), luck, (design, numbers) => {
      const partly = withUnknown(design, numbers);
      const named = ({ id }: Resource): string | undefined => idOf.get(id);
      const { files, idOf } = idsOf(partly);
      const back = new Map([...idOf].map(([, id]) => [id, id]));

      const answers = files.map(({ path, text }) => ({ name: path, text }));
      const { document } = importDescribe(catalog, describeMappings, answers);

      const [whole, before] = [verdictsOf(design, named), verdictsOf(partly, named)];
      const after = verdictsOf(document, ({ id }) => back.get(id));
      const lost = Object.keys(before).filter((flow) => isUnknown(before[flow]) && !isUnknown(whole[flow]));
      expect(
        lost.flatMap((flow) =>
          after[flow] === undefined || isUnknown(after[flow]) ? [] : [`${flow}: ${after[flow]}`],
        ),
      ).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
