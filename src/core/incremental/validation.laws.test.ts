/** The law: after any edits, what is said is what `validate` says of the document as it then is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { arbitraryCalls } from '../../testing/arbitraryCalls';
import { arbitraryDesign } from '../../testing/arbitraryDesign';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { largeDesign } from '../../testing/largeDesign';
import { tiedDesign, tiedEdits } from '../../testing/tiedDesign';
import { fromSketch } from '../catalog/fromSketch';
import { call, runCommand, type CommandCall } from '../commands';
import type { Document, Resource } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { forEachFlow, forEachOf, forEachResource } from '../rules/each';
import type { Check, Rule, RuleContext } from '../rules/rule';
import { validate } from '../rules/validate';
import { incrementalValidation, type IncrementalValidation } from './validation';

describe('validation of a document that changes says what validation says', () => {
  test('whatever is drawn, whatever is done to it, and however much is taken back', () => {
    const drawn = arbitraryDocument(catalog, 10).chain((document) =>
      fc.tuple(fc.constant(document), arbitraryCalls(catalog, document)),
    );
    fc.assert(
      fc.property(drawn, ([first, calls]) => {
        const validation = incrementalValidation(catalog, rules);
        const versions = [first];
        for (const each of calls) versions.push(after(versions.at(-1) ?? first, each));

        for (const version of [...versions, first, ...versions.reverse().slice(0, 2)])
          agree(validation, version);
      }),
      { numRuns: 12 },
    );
  });

  test('of designs with traffic, edited and put in the place of one another', () => {
    const design = arbitraryDesign.map((each) => fromSketch(catalog, each));
    const drawn = design.chain((document) =>
      fc.tuple(fc.constant(document), arbitraryCalls(catalog, document)),
    );
    fc.assert(
      fc.property(drawn, design, ([first, calls], other) => {
        const validation = incrementalValidation(catalog, rules);

        for (const version of [first, calls.reduce(after, first), other]) agree(validation, version);
      }),
      { numRuns: 4 },
    );
  });

  test.each<[string, ReadonlyMap<string, Rule>, number]>([
    ['all that is found', rules, 3],
    ['traces and routes', new Map<string, Rule>(), 40],
  ])(
    'of networks that are tied to one another, whatever ties are made and cut: %s',
    (_, asked, numRuns) => {
      fc.assert(
        fc.property(tiedDesign, tiedEdits, (drawn, calls) => {
          const validation = incrementalValidation(catalog, asked);
          const versions = [fromSketch(catalog, drawn)];
          for (const each of calls) versions.push(...versions.slice(-1).map((last) => after(last, each)));

          for (const version of [...versions, ...versions.slice(0, 2)])
            agree(validation, version, undefined, asked);
        }),
        { numRuns },
      );
    },
    60_000,
  );

  test('of the examples of every rule, one after the other', () => {
    const validation = incrementalValidation(catalog, rules);
    for (const { id, examples } of rules.values())
      for (const example of [examples.bad[0], examples.good[0]])
        agree(validation, fromSketch(catalog, example), id);
  });

  test('of several networks, one of which changes', () => {
    const validation = incrementalValidation(catalog, rules);
    const document = largeDesign(catalog, 130, 'blocked');

    for (const version of [
      document,
      edited(document, 'setRow', { id: 'Group1', field: 'inbound', row: 'https', values: { toPort: 8443 } }),
      edited(document, 'setProps', { id: 'weba0', props: { cidr: '10.9.0.0/24' } }),
      edited(document, 'deleteResources', { ids: ['Igw0'] }),
    ])
      agree(validation, version);
  });
});

describe('what an edit does not touch is left alone', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'A'), box('instance', 'B'))),
      box('vpc', 'Other', {}, box('subnet', 'Elsewhere', {}, box('instance', 'C'), box('instance', 'D'))),
      arrow('A', 'B'),
      arrow('C', 'D'),
    ),
  );

  test('a resource that was moved is not checked again', () => {
    const { checked, update } = counting(forEachResource, ({ resource }) => resource('A'));
    update(document);

    expect(checked(() => update(edited(document, 'placeResources', { places: { A: { x: 7 } } })))).toBe(0);
  });

  test('who looks where one stands is checked again', () => {
    const { checked, update } = counting(forEachResource, ({ resource }) => resource('A')?.x);
    update(document);

    const places = { places: { A: { x: 7 } } };
    expect(checked(() => update(edited(document, 'placeResources', places)))).toBe(document.resources.size);
  });

  test('only those of the kind are checked, and of them only those that read what has changed', () => {
    const { checked, update } = counting<Resource>(
      (check) => forEachOf('instance', check),
      ({ around }, { id }) => around(id).ancestor('subnet')?.props,
    );

    expect(checked(() => update(document))).toBe(4);
    const props = { id: 'Elsewhere', props: { cidr: '10.0.7.0/24' } };
    expect(checked(() => update(edited(document, 'setProps', props)))).toBe(2);
  });

  test('a flow is followed again when something on its way has changed, and no other is', () => {
    const { checked, update } = counting(forEachFlow, ({ traces }, { id }) => traces.get(id));
    update(document);

    const props = { id: 'C', props: { securityGroups: { gone: true } } };
    expect(checked(() => update(edited(document, 'setProps', props)))).toBe(1);
  });

  test('what is found again as it was is the very same', () => {
    const rule = ruleOf(
      forEachResource(function* ({ resource }, { id }) {
        resource('A');
        yield { on: [id], message: { en: 'found', ja: 'あり' } };
      }),
    );
    const validation = incrementalValidation(catalog, new Map([[rule.id, rule]]));
    validation.update(document);
    const before = validation.findings().findings;

    validation.update(edited(document, 'setProps', { id: 'A', props: { publicIp: 'yes' } }));

    expect(validation.findings().findings).toBe(before);
  });

  test('what a rule keeps by its context does not outlast an edit', () => {
    const kept = new WeakMap<RuleContext, string>();
    const rule = ruleOf(function* (context) {
      if (!kept.has(context)) kept.set(context, context.resource('A')?.name ?? '');
      const name = kept.get(context) ?? '';
      yield { on: ['A'], message: { en: name, ja: name } };
    });
    const validation = incrementalValidation(catalog, new Map([[rule.id, rule]]));
    validation.update(document);

    validation.update(edited(document, 'renameResource', { id: 'A', name: 'New' }));

    expect(validation.findings().findings.map(({ message }) => message.en)).toEqual(['New']);
  });

  test('a rule that throws about one resource has found nothing, as in the whole validation', () => {
    const rule = ruleOf(
      forEachResource(function* (_, { id }) {
        if (id === 'B') throw new Error('as a programmer would');
        yield { on: [id], message: { en: 'found', ja: 'あり' } };
      }),
    );
    const only = new Map([[rule.id, rule]]);
    const validation = incrementalValidation(catalog, only);

    validation.update(document);

    const { findings, failures } = validate(catalog, only, document);
    expect(validation.findings()).toMatchObject({ findings, failures });
    expect(findings).toEqual([]);
  });
});

function agree(
  validation: IncrementalValidation,
  document: Document,
  where?: string,
  asked: ReadonlyMap<string, Rule> = rules,
): void {
  validation.update(document);
  while (validation.seekFixes());
  const { findings, suppressed, failures, traces, network } = validate(catalog, asked, document);
  expect({ ...validation.findings(), traces: validation.traces() }, where).toEqual({
    findings,
    suppressed,
    failures,
    traces,
  });
  for (const { id } of document.resources.values())
    expect(validation.routes().get(id) ?? [], where).toEqual(network.routesOf(id));
}

function after(document: Document, each: CommandCall): Document {
  try {
    return runCommand({ catalog }, document, each);
  } catch {
    // It does not fit the document.
    return document;
  }
}

function edited(document: Document, ...[name, args]: Parameters<typeof call>): Document {
  return runCommand({ catalog }, document, call(name, args));
}

function ruleOf(check: Check): Rule {
  const [some] = rules.values();
  if (some === undefined) throw new Error('there are rules');
  return { ...some, id: 'a-rule', check };
}

/** A rule that reads something, and how often its check is run. */
function counting<About>(
  each: (check: (context: RuleContext, about: About) => Iterable<never>) => Check,
  read: (context: RuleContext, about: About) => unknown,
) {
  let runs = 0;
  const rule = ruleOf(
    each((context, about) => {
      runs += 1;
      read(context, about);
      return [];
    }),
  );
  const validation = incrementalValidation(catalog, new Map([[rule.id, rule]]));
  return {
    update: (document: Document) => validation.update(document),
    checked(deed: () => void): number {
      const before = runs;
      deed();
      return runs - before;
    },
  };
}
