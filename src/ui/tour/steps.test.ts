import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { readDiagram } from '../../core/store/diagramFile';
import { emptyDocument, type Document } from '../../core/model/document';
import { connect } from '../../editor/connect';
import { createEditor, type Editor } from '../../editor/editor';
import { applyFix, fixesAtHand } from '../../editor/fixes';
import { createAnswers } from '../../worker/answers';
import type { Answer, ToWorker } from '../../worker/protocol';
import { countHandedOut } from '../export/handedOut';
import { steps } from './steps';
import { subject } from './subject';

enablePatches();
enableMapSet();

let editor: Editor;
let done: string[];
let stop: () => void;
let judge: () => void;

beforeEach(() => {
  editor = judged(firstExample());
  done = [];
});
afterEach(() => stop());

/** Watches what the person does in a step, counted from 1. */
function watch(step: number): void {
  const found = steps[step - 1];
  if (found === undefined) throw new Error(`there is no step ${step}`);
  stop = found.watch(editor, ({ en }) => done.push(en));
}

test('what the tour speaks of stands in the first example', () => {
  watch(1);

  const { resources } = editor.store.document;

  expect(Object.values(subject).filter((id) => !resources.has(id))).toEqual([]);
});

test('drawing is done when something new stands in the diagram, not when it is taken back or another is opened', () => {
  watch(1);

  editor.store.commit('addResource', {
    id: 'new',
    kind: 'instance',
    name: 'New',
    parentId: subject.box,
    order: 'zz',
    props: {},
  });
  editor.store.undo();
  editor.store.replace(firstExample());

  expect(done).toEqual(['New is drawn.']);
});

test('asking is done when the verdict over the drawn arrow is there: this one is blocked', () => {
  watch(2);

  connect(editor, subject.from, subject.to);
  expect(done).toEqual([]);
  judge();

  expect(done).toEqual(['Isolated → DynamoDB: blocked.']);
});

test('mending is done when an arrow that was blocked arrives, by the fix that is offered for it', () => {
  connect(editor, subject.from, subject.to);
  judge();
  watch(3);
  const [fix] = fixesAtHand(editor);
  expect(done).toEqual([]);

  if (fix !== undefined) applyFix(editor, fix.plan);
  judge();

  expect(fix?.plan.title.en).toBe('Add DynamoDBEndpoint to IsolatedTable');
  expect(done).toEqual(['Isolated → DynamoDB arrives now.']);
});

test('mending is not done by an arrow that arrived all along, nor by deleting the one that does not', () => {
  connect(editor, subject.from, subject.to);
  judge();
  watch(3);

  editor.store.commit('deleteFlows', { ids: [...editor.session.getState().selection] });
  connect(editor, 'Web', 'S3');
  judge();

  expect(done).toEqual([]);
});

test('showing is done by coming back from presenting, and taking away by an export or a link', () => {
  watch(4);
  editor.session.setState({ presenting: [...editor.store.document.scenes.keys()][0] ?? null });
  expect(done).toEqual([]);
  editor.session.setState({ presenting: null });
  stop();
  watch(5);
  countHandedOut();

  expect(done).toEqual(['Back from presenting.', 'Handed out.']);
});

function firstExample(): Document {
  const text = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8');
  const opened = readDiagram(catalog, text);
  if (!('document' in opened)) throw new Error('the first example cannot be read');
  return opened.document;
}

/** An editor whose worker answers when it is told to, with all the fixes there are. */
function judged(first: Document): Editor {
  const answers = createAnswers(catalog, rules);
  const asked: number[] = [];
  let document = emptyDocument;
  let listen: (event: { readonly data: Answer }) => void = () => undefined;
  let count = 0;
  judge = () => {
    for (let revision = asked.shift(); revision !== undefined; revision = asked.shift()) {
      listen({ data: answers.answer(revision, document, []) });
      while (answers.seekFixes());
      listen({ data: answers.late(revision) });
    }
  };
  const made = createEditor({
    catalog,
    document: first,
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
    random: () => `new${++count}`,
  });
  judge();
  return made;
}
