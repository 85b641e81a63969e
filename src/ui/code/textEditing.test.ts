import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { shownText } from '../../testing/editedText';
import { opened } from '../../testing/opened';
import { call } from '../../core/commands';
import { emptyDocument } from '../../core/model/document';
import { createStore } from '../../core/store/store';
import { createCodeAnswers } from '../../worker/codeAnswers';
import type { FromCodeWorker, ToCodeWorker } from '../../worker/codeProtocol';
import { createTextEditing } from './textEditing';

const template = `# The shop
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Front: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
`;
const wider = template.replace('10.0.1.0/24', '10.0.0.0/20');
const broken = template.replace('10.0.1.0/24', '[10.0.1.0/24');

/** The pane without a browser: its worker answers when it is let, its clock goes when it is told. */
function pane(document = opened(template)) {
  const store = createStore({ catalog }, document);
  let time = 0;
  let timers: { readonly at: number; readonly work: () => void }[] = [];
  let workers = 0;
  let isStuck = false;
  let answerAll = (): void => {};
  const editing = createTextEditing(
    store,
    () => {
      workers++;
      const listeners: ((event: { readonly data: FromCodeWorker }) => void)[] = [];
      const said: FromCodeWorker[] = [];
      const answers = createCodeAnswers(catalog, (message) => said.push(structuredClone(message)));
      answerAll = () => {
        if (isStuck) return;
        answers.answer();
        for (const data of said.splice(0)) for (const listener of listeners) listener({ data });
      };
      return {
        postMessage: (message: ToCodeWorker) => answers.take(structuredClone(message)),
        terminate: () => listeners.splice(0),
        // Only messages are listened to here; nothing of ours fails.
        addEventListener: ((type: string, listener: (event: { readonly data: FromCodeWorker }) => void) => {
          if (type === 'message') listeners.push(listener);
        }) as Worker['addEventListener'],
      };
    },
    {
      now: () => time,
      after(ms, work) {
        const timer = { at: time + ms, work };
        timers.push(timer);
        return () => (timers = timers.filter((each) => each !== timer));
      },
    },
  );
  const detach = editing.attach();
  const answered = (): void => {
    for (let round = 0; round < 4; round++) answerAll();
  };
  const pass = (ms: number): void => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { work } of due) work();
  };
  answered();
  return {
    store,
    editing,
    detach,
    pass,
    answered,
    state: () => editing.state.getState(),
    draft() {
      const { drafts, code } = editing.state.getState();
      const [draft] = drafts.values();
      return draft === undefined ? undefined : { ...draft, text: editing.textOf(code?.template ?? null) };
    },
    /** Types, waits, and lets the worker answer. */
    type(text: string) {
      editing.typed(text);
      pass(300);
      answered();
    },
    hang: () => (isStuck = true),
    workers: () => workers,
    cidr: () => (store.document.resources.get('Front')?.props as { cidr?: unknown } | undefined)?.cidr,
  };
}

describe('a text that is typed', () => {
  test('is followed by the diagram after a moment without a key press', () => {
    const { editing, store, pass, answered, draft, cidr } = pane();

    editing.typed(wider);
    expect(cidr()).toBe('10.0.1.0/24');
    expect(draft()?.text).toBe(wider);
    pass(300);
    answered();

    expect(cidr()).toBe('10.0.0.0/20');
    expect(draft()).toBeUndefined();
    expect(editing.state.getState().code).toMatchObject({ text: wider, revision: store.revision });
  });

  test('is one undo step for each burst of typing', () => {
    const { type, store, pass } = pane();
    type(`${wider}#`);
    type(`${wider}# a`);
    pass(5000);
    type(`${wider}# a note`);

    store.undo();
    expect(shownText(store.document)).toBe(`${wider}# a`);
    store.undo();

    expect(shownText(store.document)).toBe(template);
    expect(store.undoLabel).toBeUndefined();
  });

  test('gives back a resource that was cut out of it, with its arrows and its place', () => {
    const { type, store, pass, answered } = pane();
    store.commit('moveResources', { moves: [{ id: 'Front', parentId: 'Vpc', x: 77, y: 99 }] } as never);
    store.commit('addFlow', {
      id: 'f',
      from: 'Front',
      to: 'Vpc',
      protocol: 'tcp',
      port: 443,
      order: 'U',
    } as never);
    answered();
    const before = store.document;

    type(template.replace(/ {2}Front.*\n/, ''));
    expect(store.document.resources.has('Front')).toBe(false);
    pass(5000);
    type(template);

    expect(store.document.resources).toEqual(before.resources);
    expect(store.document.flows).toEqual(before.flows);
  });

  test('that is typed back is no draft, and changes nothing', () => {
    const { editing, store, draft, pass, answered } = pane();
    const before = store.document;

    editing.typed(`${template}x`);
    editing.typed(template);
    pass(300);
    answered();

    expect(draft()).toBeUndefined();
    expect(store.document).toBe(before);
  });

  test('of which more is typed while it is read is read again', () => {
    const { editing, pass, answered, cidr, draft } = pane();

    editing.typed(template.replace('10.0.1.0/24', '10.0.0.0/21'));
    pass(300);
    editing.typed(wider);
    pass(300);
    answered();

    expect(cidr()).toBe('10.0.0.0/20');
    expect(draft()).toBeUndefined();
  });
});

describe('a text that cannot be read', () => {
  test('stays as a draft that says what is wrong and where, and the diagram stays', () => {
    const { type, draft, store } = pane();
    const before = store.document;

    type(broken);

    expect(draft()).toMatchObject({ text: broken, fault: { line: 4 } });
    expect(store.document).toBe(before);
  });

  test('is there when the pane is closed and opened', () => {
    const { type, draft, detach, editing, answered } = pane();
    type(broken);

    detach();
    editing.attach();
    answered();

    expect(draft()?.text).toBe(broken);
    editing.typed(wider);
  });

  test('gets what was changed on the canvas meanwhile once it can be read', () => {
    const { type, draft, store, cidr, answered, state } = pane();
    type(broken);

    store.commit('renameResource', { id: 'Front', name: 'Entrance' });
    answered();
    expect(draft()).toMatchObject({ text: broken, isBehind: true });
    type(wider);

    expect(cidr()).toBe('10.0.0.0/20');
    expect(store.document.resources.get('Front')?.name).toBe('Entrance');
    expect(state().code?.text).toContain('Entrance');
    expect(draft()).toBeUndefined();
  });

  test('can be given up', () => {
    const { type, editing, draft, state } = pane();
    type(broken);

    editing.discard();

    expect(draft()).toBeUndefined();
    expect(state().code?.text).toBe(template);
  });
});

test('a canvas change while a text is read loses neither', () => {
  const { editing, store, pass, answered, cidr } = pane();
  editing.typed(wider);
  pass(300);

  store.apply({
    title: { en: 'x', ja: 'x' },
    commands: [call('renameResource', { id: 'Vpc', name: 'Shop' })],
  });
  answered();

  expect(store.document.resources.get('Vpc')?.name).toBe('Shop');
  expect(cidr()).toBe('10.0.0.0/20');
});

test('what was typed right before the pane closed is still read', () => {
  const { editing, detach, answered, cidr } = pane();
  editing.typed(wider);

  detach();
  answered();

  expect(cidr()).toBe('10.0.0.0/20');
});

test('a text that takes too long to read is given up, and the next one is read by another worker', () => {
  const { editing, hang, pass, draft, workers } = pane();
  hang();

  editing.typed(wider);
  pass(300);
  pass(30_000);

  expect(draft()?.fault?.message.en).toContain('took too long');
  expect(workers()).toBe(2);
});

test('the text of a diagram drawn from nothing becomes its template', () => {
  const { editing, type, store, state, pass, answered } = pane({ ...emptyDocument, name: 'Shop' });
  const { text } = state().code ?? { text: '' };

  type(`${text}# mine\n`);
  expect([...store.document.templates.values()]).toMatchObject([{ text: `${text}# mine\n` }]);
  editing.typed(`${text}# mine now\n`);
  pass(300);
  answered();

  expect([...store.document.templates.values()]).toMatchObject([{ text: `${text}# mine now\n` }]);
});

test('what is typed while a diagram gets its template is read for that template', () => {
  const { editing, store, state, pass, answered } = pane({ ...emptyDocument, name: 'Shop' });
  const { text } = state().code ?? { text: '' };

  editing.typed(`${text}# mine\n`);
  pass(300);
  editing.typed(`${text}# mine now\n`);
  pass(300);
  answered();

  expect([...store.document.templates.values()]).toMatchObject([{ text: `${text}# mine now\n` }]);
});

test('findings are placed in the text that is shown', () => {
  const { editing, answered, state } = pane();

  editing.place([
    { key: 'a', rule: 'r', severity: 'error', message: { en: '', ja: '' }, on: ['Front'], field: 'cidr' },
  ]);
  answered();

  const place = state().places?.places.get('a');
  expect(template.slice(place?.from, place?.to)).toBe('CidrBlock: 10.0.1.0/24');
});
