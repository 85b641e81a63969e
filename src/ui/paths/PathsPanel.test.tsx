// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { faultsOf } from '../../core/scenes/shown';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Editor } from '../../editor/editor';
import { compareAnswer } from '../../worker/compareAnswers';
import { ownPrices, setOwnPrices } from '../cost/ownPrices';
import { draw, type Drawn } from '../testing/draw';
import { pathActions } from './actions';
import { askedIn, askedOf, nothingAsked } from './asked';
import { answerOf, comparedIn } from './compared';
import { leavePaths } from './openPaths';
import { PathsPanel } from './PathsPanel';
import { words } from './words';

const hostile = '<img src=x onerror=alert(1)>';
const network = (region = 'ap-northeast-1') =>
  sketch(
    box(
      'region',
      'Region',
      { region },
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('route-table', 'Table', {}),
        box(
          'subnet',
          'Private',
          { cidr: '10.0.1.0/24', zone: `${region}a`, routeTable: 'Table' },
          box('instance', hostile),
        ),
      ),
      box('aws-service', 'Bucket', { service: 's3' }),
    ),
    arrow(hostile, 'Bucket', { gbPerMonth: 1000 }),
  );

let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

/** As the worker would answer. */
function answer(editor: Editor): void {
  const comparing = editor.session.getState().comparing ?? nothingAsked;
  const asked = askedIn(editor, comparing);
  if ('because' in asked) throw new Error(asked.because.en);
  const { base, flow, gb } = asked;
  const { prices } = ownPrices.getState();
  const question = { document: base, flow: flow.id, gb, prices };
  const { comparison } = structuredClone(compareAnswer(catalog, question));
  if (comparison === null) throw new Error('nothing to compare');
  const found = answerOf(editor, asked, comparison);
  comparedIn(editor).setState({ because: null, answer: found, isAsking: false, failed: false });
  editor.session.setState({ comparing: { ...comparing, count: found.ways.length } });
}

function compare(region?: string): Drawn {
  drawn = draw(<PathsPanel />, network(region), { panel: 'paths' });
  drawn.meanwhile((editor) => {
    const [flow] = editor.store.document.flows.values();
    editor.session.setState({ comparing: flow === undefined ? nothingAsked : askedOf(flow) });
    answer(editor);
  });
  return drawn;
}

const run = (editor: Editor, id: string): void => {
  const action = pathActions.find((each) => each.id === id);
  if (action?.enabled(editor) === true) action.run(editor);
};
const shown = ({ editor }: Drawn) => editor.session.getState().comparing?.shown;

test('the ways stand side by side, and what is none says why', () => {
  const panel = compare();

  expect(panel.has('Apply: NAT gateway')).toBe(true);
  expect(panel.text()).toContain('$110.91');
  expect(panel.text()).toContain('neither end is on premises');
  expect(panel.text()).toContain(hostile);
  expect(document.querySelector('.paths img[onerror]')).toBeNull();
});

test('amounts are not known, and never 0, in a Region without prices', () => {
  const month = () => document.querySelector('[data-row="month"]')?.textContent;
  compare('eu-west-3');

  expect(month()).toContain('not known');
  expect(month()).toContain('no price by the hour of “NAT gateway” is known for eu-west-3');
});

test('the amounts are by one’s own prices where there are some, and say so, as the scenes made of them do', () => {
  setOwnPrices({ 'nat-gateway hour': 0.01 });
  const panel = compare();
  const month = document.querySelector('[data-row="month"]')?.textContent ?? '';
  panel.click('Make a presentation of it');
  setOwnPrices({});

  // 730 h × (0.01 + 0.005) + 1000 GB × 0.062
  expect(month).toContain('$72.95');
  expect(month).toContain('with your prices');
  const texts = [...panel.editor.store.document.scenes.values()].map(({ text }) => text.en);
  expect(texts.join()).toContain('**A month at own prices**: \\$72\\.95');
});

test('only the rows that differ are left when that is asked for', () => {
  const panel = compare();
  panel.meanwhile((editor) => {
    const [id] = editor.store.document.flows.keys();
    editor.store.commit('setFlow', { id: id ?? '', values: { expect: 'blocked' } });
    answer(editor);
  });
  const rows = () => [...document.querySelectorAll('tbody tr')].map((each) => each.getAttribute('data-row'));
  const all = rows().length;

  panel.click('Only what differs');

  expect(rows().length).toBeLessThan(all);
  expect(rows()).toContain('month');
  // That the flow is expected to be blocked is said of each.
  expect(rows()).not.toContain('breaks');
  for (const row of document.querySelectorAll('tbody tr[data-row]')) expect(row.textContent).toContain('≠');
});

test('a digit shows the way of that number, 0 all, and no other digit anything', () => {
  const panel = compare();

  panel.meanwhile((editor) => run(editor, 'show-way-2'));
  const second = shown(panel);
  panel.meanwhile((editor) => run(editor, 'show-way-7'));
  const none = shown(panel);
  panel.meanwhile((editor) => run(editor, 'show-way-0'));

  expect([second, none, shown(panel)]).toEqual([2, 2, 0]);
});

test('digits mean nothing while nothing is compared', () => {
  const panel = compare();
  panel.meanwhile(leavePaths);

  const enabled = pathActions
    .filter(({ id }) => id.startsWith('show-way'))
    .filter((each) => each.enabled(panel.editor));

  expect(enabled).toEqual([]);
});

test('a way is applied as one step, which undoes', () => {
  const panel = compare();
  const before = panel.editor.store.document;

  panel.click('Apply: Gateway endpoint');
  const after = panel.editor.store.document;
  act(() => panel.editor.store.undo());

  expect([...after.resources.values()].map(({ kind }) => kind)).toContain('gateway-endpoint');
  expect(panel.editor.store.document).toEqual(before);
  expect(panel.editor.store.undoLabel).toBeUndefined();
});

test('nothing can be applied while another answer is on its way', () => {
  const panel = compare();

  panel.meanwhile((editor) => comparedIn(editor).setState({ isAsking: true }));

  expect(panel.control('Apply: NAT gateway')).toHaveProperty('disabled', true);
  expect(panel.text()).toContain('comparing again');
});

test('its scenes are one step, show each way on its own design, and have no faults', () => {
  const panel = compare();
  const { store, session } = panel.editor;

  panel.click('Make a presentation of it');
  const scenes = [...store.document.scenes.values()];

  expect(scenes.map(({ title }) => title.en.replace(hostile, 'Web'))).toEqual([
    '4 ways from Web to Bucket',
    '1. Internet gateway, with a public address',
    '2. NAT gateway',
    '3. Gateway endpoint',
    '4. Interface endpoint',
    'Side by side',
  ]);
  for (const scene of scenes) expect(faultsOf({ catalog }, store.document, scene)).toEqual([]);
  expect(scenes.at(-1)?.text.en.replaceAll('\\', '')).toContain('**A month** — 1: $3.65; 2: $110.91');
  expect(session.getState()).toMatchObject({ panel: 'scenes', comparing: null });
  act(() => store.undo());
  expect(store.document.scenes.size).toBe(0);
});

test('another end is another question, and the flow that was asked about is left alone', () => {
  const panel = compare();
  const before = panel.editor.store.document;

  panel.choose('To', 'Internet');

  expect(panel.editor.session.getState().comparing).toMatchObject({
    flow: null,
    to: { kind: 'internet', preset: null },
    port: 443,
  });
  expect(panel.editor.store.document).toBe(before);
});

test('says why there is nothing to compare, and offers the flows', () => {
  const panel = compare();

  panel.meanwhile((editor) => {
    editor.session.setState({ comparing: nothingAsked });
    comparedIn(editor).setState({ because: words.chooseEnds, answer: null });
  });
  const says = panel.text();
  panel.click(`${hostile} → Bucket`);

  expect(says).toContain('Which traffic?');
  expect(panel.editor.session.getState().comparing?.flow).toBe(`${hostile}→Bucket`);
});
