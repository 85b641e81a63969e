import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { ways, waysToService } from '../../awsWays';
import { gallery } from '../../testing/gallery';
import { documentOf, variantOf } from '../../testing/gallery/example';
import { threePaths } from '../../testing/gallery/threePaths';
import type { Document, Flow } from '../model/document';
import { compileNetwork, factsOf, queryOf } from '../network/network';
import type { Trace } from '../network/trace';
import { plansThatMend } from '../plans/mend';
import { documentAfter, type Plan } from '../plans/plan';
import { contextOf } from '../rules/context';
import { markdownBlocks } from '../scenes/markdown';
import { faultsOf } from '../scenes/shown';
import { createStore } from '../store/store';
import { comparisonScenes } from './comparing';
import { planAdding, type SceneDraft } from './draft';
import { whyNotScenes, type WhyNot } from './whyNot';

const traceIn = (document: Document, flow: Flow): Trace =>
  compileNetwork([...factsOf(catalog, document)]).trace(queryOf(document, catalog, flow));

function mendOf(document: Document, flow: Flow): WhyNot['mend'] {
  const [plan] = plansThatMend(contextOf(catalog, document), flow, ways);
  return plan === undefined
    ? null
    : { plan, trace: traceIn(documentAfter({ catalog }, document, plan), flow) };
}

const blocked = gallery.flatMap((example) =>
  example.variants.flatMap((variant) => {
    const document = variantOf(catalog, example, variant);
    return [...document.flows.values()]
      .filter((flow) => flow.expect === 'reachable' && traceIn(document, flow).verdict === 'blocked')
      .map((flow) => ({ name: `${example.id}, ${variant.id}, ${flow.id}`, document, flow }));
  }),
);

/** What every scene owes its audience, wherever it comes from. */
function expectSound(document: Document, drafts: readonly SceneDraft[]): void {
  const store = createStore({ catalog }, document);
  let count = 0;
  store.apply(planAdding(document, { en: 'x', ja: 'x' }, drafts, () => `new-${count++}`));
  const made = [...store.document.scenes.values()].filter(({ id }) => id.startsWith('new-'));
  expect(made).toHaveLength(drafts.length);
  for (const scene of made) {
    expect(faultsOf({ catalog }, store.document, scene), scene.title.en).toEqual([]);
    const [en, ja] = [markdownBlocks(scene.text.en).length, markdownBlocks(scene.text.ja).length];
    expect(en, scene.title.en).toBeGreaterThan(0);
    expect(ja, scene.title.en).toBe(en);
    for (const { block } of Object.values(scene.builds ?? {})) expect(block ?? 1).toBeLessThanOrEqual(en);
    expect(scene.title.ja + scene.text.ja).not.toMatch(/[\uff61-\uff9f]|undefined/);
  }
  store.undo();
  expect(store.document).toEqual(document);
}

describe('why a flow is blocked', () => {
  test('there are broken designs to try it on', () => {
    expect(blocked.length).toBeGreaterThan(5);
  });

  test.each(blocked)('is told for $name, with what mends it', ({ document, flow }) => {
    const trace = traceIn(document, flow);
    const mend = mendOf(document, flow);

    const drafts = whyNotScenes(catalog, document, { flow, trace, mend });

    expectSound(document, drafts);
    const [wish] = drafts;
    expect(wish?.asks).toBe(flow.id);
    expect(drafts.some(({ text }) => text.en.includes('decides') || text.en.includes('ends here'))).toBe(
      true,
    );
    if (mend !== null) {
      expect(mend.trace.verdict).toBe('reachable');
      expect(drafts.at(-1)?.plan).toBe(mend.plan);
    }
  });

  test('names the row that decided', () => {
    const document = documentOf(catalog, threePaths);
    const flow = document.flows.get('isolated-s3');
    if (flow === undefined) throw new Error('no such flow');

    const drafts = whyNotScenes(catalog, document, { flow, trace: traceIn(document, flow), mend: null });

    const decided = drafts.find(({ title }) => title.en === 'What decided');
    expect(decided?.text.en).toContain('IsolatedTable');
    expect(decided?.lens).toBe('routes');
  });

  test('is told for none that arrives', () => {
    const document = documentOf(catalog, threePaths);
    const flow = document.flows.get('app-s3');
    if (flow === undefined) throw new Error('no such flow');

    expect(whyNotScenes(catalog, document, { flow, trace: traceIn(document, flow), mend: null })).toEqual([]);
  });

  test('names with marks of Markdown stand as they are', () => {
    const start = documentOf(catalog, threePaths);
    const isolated = start.resources.get('Isolated');
    const flow = start.flows.get('isolated-s3');
    if (isolated === undefined || flow === undefined) throw new Error('no such thing');
    const renamed = { ...isolated, name: '*a*_b_`c`[d](e)<img src=x>' };
    const document = { ...start, resources: new Map(start.resources).set('Isolated', renamed) };

    const [wish] = whyNotScenes(catalog, document, { flow, trace: traceIn(document, flow), mend: null });

    expect(markdownBlocks(wish?.text.en ?? '')[0]).toMatchObject({
      spans: [{ as: 'bold', spans: [{ as: 'text', text: renamed.name }] }, {}, {}, {}],
    });
  });
});

describe('a comparison', () => {
  const document = documentOf(catalog, threePaths);
  const flow = document.flows.get('isolated-s3');
  if (flow === undefined) throw new Error('no such flow');
  const wanted: Document = {
    ...document,
    flows: new Map(document.flows).set(flow.id, { ...flow, expect: 'reachable' }),
  };
  const alternatives = waysToService(catalog, wanted, flow.id).map((plan: Plan, index) => ({
    id: `${index}`,
    title: plan.title,
    plan,
    hops: [flow.from, flow.to],
    facts: [
      { label: { en: 'Cost', ja: '料金' }, value: { en: `${index}`, ja: `${index}` } },
      { label: { en: 'Guards', ja: '保護' }, value: { en: 'none', ja: 'なし' } },
    ],
  }));

  test('has a scene for the question, for each alternative, and for all side by side', () => {
    const drafts = comparisonScenes(catalog, wanted, flow, alternatives);

    expect(alternatives.length).toBeGreaterThan(1);
    expect(drafts).toHaveLength(alternatives.length + 2);
    expectSound(wanted, drafts);
  });

  test('leaves out what no longer fits, and is none where nothing does', () => {
    expect(comparisonScenes(catalog, wanted, flow, [])).toEqual([]);
  });
});
