/** Tests of a guideline: diagrams that keep it and diagrams that do not. Places are in px, relative to the parent. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { createChecker } from '../core/guidelines/mended';
import type { Document } from '../core/model/document';
import { box, sketch, type Box } from '../core/model/sketch';
import { documentAfter } from '../core/plans/plan';

type Places = Readonly<Record<string, readonly [x: number, y: number, w?: number, h?: number]>>;

interface Drawn {
  readonly boxes: readonly Box[];
  readonly at: Places;
}

/** At least one of each. */
interface Examples {
  readonly good: readonly [Drawn, ...Drawn[]];
  /** Each departs from the one guideline in one place. */
  readonly bad: readonly [BadDrawn, ...BadDrawn[]];
}

interface BadDrawn extends Drawn {
  readonly says: string;
  readonly fix: string | null;
}

export const vpc = (...inside: Box[]): Box => box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, ...inside);
export const callOut = (name: string, number: number): Box => box('call-out', name, { number });
export const frame = (name: string, group: string): Box => box('frame', name, { group });
export const line = (rightAngled: boolean): Box => box('plain-line', 'Line', { rightAngled });

const checker = createChecker(catalog);

export function testGuideline(id: string, { good, bad }: Examples): void {
  describe(`the guideline ${id}`, () => {
    test.each(good.map((each, index) => [index + 1, each] as const))(
      'is kept by its good example %i',
      (_, example) => {
        const { found } = checker.check(drawn(example));

        expect(found.map(({ message }) => message.en)).toEqual([]);
      },
    );

    test.each(bad.map((each) => [each.says, each] as const))('finds: %s', (says, example) => {
      const document = drawn(example);
      const checked = checker.check(document);
      const [found] = checked.found;

      expect(checked.found.map(({ guideline, message }) => [guideline, message.en])).toEqual([[id, says]]);
      if (found === undefined) return;
      expect(found.message.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      const plan = checker.fixFor(checked, found);
      expect(plan?.title.en ?? null).toBe(example.fix);
      if (plan === undefined) return;
      const after = documentAfter({ catalog }, document, plan);
      expect(checker.check(after).found).toEqual([]);
    });
  });
}

function drawn({ boxes, at }: Drawn): Document {
  const document = fromSketch(catalog, sketch(...boxes));
  const resources = new Map(document.resources);
  for (const { name } of boxes) {
    const resource = resources.get(name);
    if (resource !== undefined) resources.set(name, { ...resource, x: 0, y: 0 });
  }
  for (const [name, [x, y, w, h]] of Object.entries(at)) {
    const resource = resources.get(name);
    if (resource === undefined) throw new Error(`no box is named ${name}`);
    resources.set(name, { ...resource, x, y, w: w ?? resource.w, h: h ?? resource.h });
  }
  return { ...document, resources };
}
