import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catalog, rules } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import { emptyDocument } from '../../core/model/document';
import { arrow, box, sketch, type Sketch } from '../../core/model/sketch';
import type { Words } from '../../lib/words';
import { createAnswers } from '../../worker/answers';
import type { Answer, ToWorker } from '../../worker/protocol';
import { deleteSelection } from '../deleting';
import { createEditor, type Editor } from '../editor';
import { moveSelectionTo } from '../moveTo';
import { connect } from '../connect';
import { announce } from '../session';
import { createSpeaker, patience } from './speaker';
import { turn } from './turns';

enablePatches();
enableMapSet();
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** An editor whose worker answers when it is told to, and what is heard of it. */
function heardFrom(design: Sketch) {
  const answers = createAnswers(catalog, rules);
  let document = emptyDocument;
  const asked: number[] = [];
  let listen: (event: { readonly data: Answer }) => void = () => undefined;
  const editor = createEditor({
    catalog,
    document: fromSketch(catalog, design),
    validator: {
      postMessage: (message: ToWorker) => {
        document =
          message.say === 'document' ? message.document : applyPatches(document, message.patches as Patch[]);
        asked.push(message.revision);
      },
      addEventListener: (_type, listener) => {
        listen = listener;
      },
    },
    random: () => String(asked.length),
  });
  const heard: Words[] = [];
  const judge = (): void => {
    for (let revision = asked.shift(); revision !== undefined; revision = asked.shift())
      listen({ data: answers.answer(revision, document, []) });
  };
  judge();
  const stop = createSpeaker(
    editor,
    (words) => heard.push(words),
    (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  );
  return {
    editor,
    judge,
    stop,
    heard,
  };
}

const select = (editor: Editor, ...names: string[]): void =>
  editor.session.setState({ selection: new Set(names) });

const everywhere = '0.0.0.0/0';
const network = (): Sketch =>
  sketch(
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('internet-gateway', 'Igw'),
      box('route-table', 'Local', { main: true }),
      box('route-table', 'Public', { routes: { out: { destination: everywhere, target: 'Igw' } } }),
      box('route-table', 'Private', { routes: { out: { destination: everywhere, target: 'Nat' } } }),
      box(
        'subnet',
        'A',
        { cidr: '10.0.0.0/24', routeTable: 'Public' },
        box('nat-gateway', 'Nat'),
        box('instance', 'Web', { publicIp: 'yes' }),
      ),
      box('subnet', 'B', { cidr: '10.0.1.0/24' }),
      box('subnet', 'C', { cidr: '10.0.2.0/24', routeTable: 'Private' }, box('instance', 'App')),
    ),
    box('internet', 'Internet'),
    arrow('Web', 'Internet'),
    arrow('App', 'Internet'),
  );

describe('a move', () => {
  test('is said once, with the route and the flow that are lost by it', () => {
    const { editor, judge, ...listener } = heardFrom(network());
    select(editor, 'Web');

    moveSelectionTo(editor, 'B');
    expect(listener.heard).toEqual([]);
    judge();

    expect(listener.heard.map(({ en }) => en)).toEqual([
      'Moved Web to Private subnet B, 10.0.1.0/24; Web lost its route to the internet; ' +
        '1 flow is now blocked: Web to Internet',
    ]);
    expect(listener.heard[0]?.ja).toBe(
      'Web をプライベートサブネット B、10.0.1.0/24 に移動しました。Web はインターネットへのルートを失いました。' +
        'フロー 1 本がブロックされるようになりました: Web から Internet',
    );
  });

  test('that changes nothing for the network is said as a move', () => {
    const { editor, judge, ...listener } = heardFrom(
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web')),
          box('subnet', 'B', { cidr: '10.0.1.0/24' }),
        ),
      ),
    );
    select(editor, 'Web');

    moveSelectionTo(editor, 'B');
    judge();

    expect(listener.heard.map(({ en }) => en)).toEqual(['Moved Web to Private subnet B, 10.0.1.0/24']);
  });
});

test('deleting a NAT gateway is said with who loses the way to the internet by it', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Nat');

  deleteSelection(editor);
  judge();

  expect(listener.heard[0]?.en).toMatch(
    /^Nat deleted; App lost its route to the internet; 1 flow is now blocked: App to Internet/,
  );
});

test('undoing it says what comes back', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Nat');
  deleteSelection(editor);
  judge();

  editor.store.undo();
  judge();
  vi.advanceTimersByTime(turn);

  expect(listener.heard.map(({ en }) => en)[1]).toBe(
    'Undone: Delete; App got a route to the internet; 1 flow now arrives: App to Internet',
  );
});

test('an arrow that is drawn is said with whether it arrives, and why not', () => {
  const { editor, judge, ...listener } = heardFrom(network());

  connect(editor, 'Internet', 'App');
  judge();

  expect(listener.heard[0]?.en).toMatch(
    /^Arrow drawn from Internet to App, TCP 443; Internet to App is blocked: /,
  );
});

test('deleting an end says how many flows go with it', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Internet');

  deleteSelection(editor);
  judge();

  expect(listener.heard[0]?.en).toBe('Internet deleted; 2 flows went with it');
});

test('an edit that nobody announces is said when the network differs by it, and not otherwise', () => {
  const { editor, judge, ...listener } = heardFrom(network());

  editor.store.commit('renameResource', { id: 'Web', name: 'Front' });
  judge();
  expect(listener.heard).toEqual([]);
  editor.store.commit('setRow', { id: 'Public', field: 'routes', row: 'out', values: null });
  judge();

  expect(listener.heard).toHaveLength(1);
  expect(listener.heard[0]?.en).toContain('Front lost its route to the internet');
});

test('what happens while the worker is busy is said in one piece, for the design as it is then', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Web');

  moveSelectionTo(editor, 'B');
  moveSelectionTo(editor, 'A');
  judge();
  judge();

  expect(listener.heard.map(({ en }) => en)).toEqual(['Moved Web to Public subnet A, 10.0.0.0/24']);
});

test('two different things that are done while the worker is busy are both said, in order', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Web');
  moveSelectionTo(editor, 'B');
  select(editor, 'C');

  deleteSelection(editor);
  judge();
  judge();

  expect(listener.heard[0]?.en).toMatch(/^Moved Web to Private subnet B, 10\.0\.1\.0\/24; .*C.* deleted/);
});

test('what is offered for an arrow is said after its verdict, and takes nothing from it', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  connect(editor, 'Internet', 'App');

  judge();
  announce(editor.session, { en: 'The arrow has no way', ja: 'この矢印には経路がありません' });
  vi.advanceTimersByTime(turn);

  expect(listener.heard).toHaveLength(2);
  expect(listener.heard[0]?.en).toContain('Internet to App is blocked');
  expect(listener.heard[1]?.en).toBe('The arrow has no way');
});

test('what was said of a step is not said any more when the step is taken back meanwhile', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Web');
  moveSelectionTo(editor, 'B');

  editor.store.undo();
  judge();
  judge();

  expect(listener.heard.map(({ en }) => en)).toEqual([expect.stringMatching(/^Undone: Move/)]);
});

test('a worker that takes long does not keep the announcement back, and what it found is said when it comes', () => {
  const { editor, judge, ...listener } = heardFrom(network());
  select(editor, 'Web');

  moveSelectionTo(editor, 'B');
  vi.advanceTimersByTime(patience);
  expect(listener.heard.map(({ en }) => en)).toEqual(['Moved Web to Private subnet B, 10.0.1.0/24']);
  judge();
  vi.advanceTimersByTime(turn);

  expect(listener.heard).toHaveLength(2);
  expect(listener.heard[1]?.en).toContain('Web lost its route to the internet');
  expect(listener.heard[1]?.en).not.toContain('10.0.1.0/24');
});

test('another diagram is not compared with the one before', () => {
  const { editor, judge, ...listener } = heardFrom(network());

  editor.store.replace(emptyDocument);
  judge();

  expect(listener.heard).toEqual([]);
});

test('of many flows three are named, and the length stays bounded', () => {
  const names = Array.from({ length: 40 }, (_, index) => `Instance${index}`);
  const { editor, judge, ...listener } = heardFrom(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Public', { routes: { out: { destination: everywhere, target: 'Igw' } } }),
        box(
          'subnet',
          'A',
          { cidr: '10.0.0.0/24', routeTable: 'Public' },
          ...names.map((name) => box('instance', name, { publicIp: 'yes' })),
        ),
      ),
      box('internet', 'Internet'),
      ...names.map((name) => arrow(name, 'Internet')),
    ),
  );
  select(editor, 'Igw');

  deleteSelection(editor);
  judge();

  const said = listener.heard[0]?.en ?? '';
  expect(said).toContain('Instance0, Instance1, Instance2 and 37 more lost their route to the internet');
  expect(said).toContain('40 flows are now blocked: Instance0 to Internet');
  expect(said.length).toBeLessThan(700);
});
