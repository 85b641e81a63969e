/** An editor without a browser for tests, spoken to in the user's language: drag this there, press that. */
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import type { Document, Point, Resource } from '../core/model/document';
import type { Sketch } from '../core/model/sketch';
import { validate } from '../core/rules/validate';
import { answerOf } from './answerOf';
import { actionById } from '../editor/actions';
import { createEditor, type Editor } from '../editor/editor';
import { titleHeight } from '../editor/hit';
import { loadRoom } from '../editor/loadedRoom';
import { createPointer, type Pointer } from '../editor/pointer';
import type { Part, PointerInput } from '../editor/pointerInput';
import type { Validator } from '../editor/verdicts';
import { viewOf } from '../editor/view';
import type { Rect } from '../lib/rect';

// A page loads it as soon as the diagram stands.
await loadRoom();

export interface Keys {
  readonly shift?: boolean;
  readonly alt?: boolean;
  readonly mod?: boolean;
}

export interface TestEditor {
  readonly editor: Editor;
  readonly pointer: Pointer;
  readonly document: Document;
  /** The resource of that name. */
  get(name: string): Resource;
  /** Its rectangle on the canvas. */
  box(name: string): Rect;
  /** Where one takes hold of it: an icon's middle, a container's title. */
  grip(name: string): Point;
  press(at: Point, keys?: Keys, part?: Part): void;
  move(at: Point, keys?: Keys): void;
  release(at: Point, keys?: Keys): void;
  drag(from: Point, to: Point, keys?: Keys, part?: Part): void;
  click(at: Point, keys?: Keys): void;
  run(action: string): void;
  /** Selects those of these names, and nothing else. */
  select(...names: readonly string[]): void;
  readonly selectedNames: readonly string[];
  /** What was last said to screen readers, in English. */
  readonly said: string;
}

/** `places`: where each box of the sketch stands relative to its parent, and how large it is. */
export function testEditor(
  sketch: Sketch,
  places: Readonly<Record<string, readonly [number, number, number?, number?]>> = {},
): TestEditor {
  const drawn = fromSketch(catalog, sketch);
  const resources = new Map(drawn.resources);
  for (const [name, [x, y, w, h]] of Object.entries(places)) {
    const resource = resources.get(name);
    if (resource === undefined) throw new Error(`no box is named ${name}`);
    resources.set(name, { ...resource, x, y, w: w ?? resource.w, h: h ?? resource.h });
  }
  let number = 0;
  const editor = createEditor({
    catalog,
    document: { ...drawn, resources },
    validator: validatorAtOnce(),
    // Things go where a test puts them; tests of snapping switch it on.
    session: { snapsToObjects: false },
    random: () => String(++number),
  });
  const pointer = createPointer(editor);
  const input = (at: Point, keys: Keys = {}, part?: Part): PointerInput => ({
    at,
    screen: at,
    button: 'left',
    space: false,
    shift: keys.shift ?? false,
    alt: keys.alt ?? false,
    mod: keys.mod ?? false,
    part,
  });
  const get = (name: string): Resource => {
    for (const resource of editor.store.document.resources.values())
      if (resource.name === name) return resource;
    throw new Error(`nothing is named ${name}`);
  };
  const box = (name: string): Rect => {
    const found = viewOf(editor).boxes().get(get(name).id);
    if (found === undefined) throw new Error(`${name} takes no room on the canvas`);
    return found;
  };
  const test: TestEditor = {
    editor,
    pointer,
    get document() {
      return editor.store.document;
    },
    get,
    box,
    grip(name) {
      const { x, y, w } = box(name);
      const isContainer = catalog.kind(get(name).kind).shape.as === 'container';
      return { x: x + w / 2, y: y + (isContainer ? titleHeight / 2 : 24) };
    },
    press: (at, keys, part) => pointer.down(input(at, keys, part)),
    move: (at, keys) => pointer.move(input(at, keys)),
    release: (at, keys) => pointer.up(input(at, keys)),
    drag(from, to, keys, part) {
      test.press(from, keys, part);
      test.move({ x: (from.x + to.x) / 2 + 5, y: (from.y + to.y) / 2 }, keys);
      test.move(to, keys);
      test.release(to, keys);
    },
    click(at, keys) {
      test.press(at, keys);
      test.release(at, keys);
    },
    run(action) {
      const found = actionById(action);
      if (found === undefined) throw new Error(`no action is named ${action}`);
      if (found.enabled(editor)) found.run(editor);
    },
    select(...names) {
      editor.session.setState({ selection: new Set(names.map((name) => get(name).id)) });
    },
    get selectedNames() {
      return [...editor.session.getState().selection].map(
        (id) => editor.store.document.resources.get(id)?.name ?? id,
      );
    },
    get said() {
      return editor.session.getState().announcement.words.en;
    },
  };
  return test;
}

/** Answers every message on the spot, as the worker would a little later. */
function validatorAtOnce(): Validator {
  let listener: Parameters<Validator['addEventListener']>[1] | undefined;
  return {
    addEventListener: (_type, given) => {
      listener = given;
    },
    postMessage: (message) => {
      if (message.say !== 'document') return;
      const { findings, traces, suppressed } = validate(catalog, rules, message.document);
      listener?.({
        data: answerOf({ revision: message.revision, findings, traces, suppressed, routes: new Map() }),
      });
    },
  };
}
