/** Draws a part of the interface over a sketched diagram, as a person would find it, for tests. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { catalog } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import type { Sketch } from '../../core/model/sketch';
import { createEditor, type Editor } from '../../editor/editor';
import type { Session } from '../../editor/session';
import { noVerdicts } from '../../editor/verdicts';
import type { Answer, ToWorker, Verdicts } from '../../worker/protocol';
import { EditorProvider } from '../useEditor';

export interface Drawn {
  readonly editor: Editor;
  /** The control with that accessible name. Throws when there is none, naming those there are. */
  readonly control: (name: string) => HTMLElement;
  readonly has: (name: string) => boolean;
  readonly text: () => string;
  /** What the worker would answer. */
  readonly answer: (verdicts: Partial<Verdicts>) => void;
  readonly click: (name: string) => void;
  /** Focuses a box and puts text in it, without leaving it. */
  readonly type: (name: string, text: string) => void;
  readonly press: (name: string, key: string, more?: KeyboardEventInit) => void;
  readonly leave: (name: string) => void;
  readonly choose: (name: string, option: string) => void;
  /** Something that happens elsewhere, and what is drawn after it. */
  readonly meanwhile: (deed: (editor: Editor) => void) => void;
  readonly remove: () => void;
}

// React asks for this where `act` is used.
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

export function draw(part: ReactNode, sketch: Sketch, session: Partial<Session> = {}): Drawn {
  let listener: ((event: { readonly data: Answer }) => void) | undefined;
  let count = 0;
  const editor = createEditor({
    catalog,
    document: fromSketch(catalog, sketch),
    validator: {
      postMessage: (_message: ToWorker) => {},
      addEventListener: (_type, heard) => (listener = heard),
    },
    random: () => `new${++count}`,
    session,
  });
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  act(() => root.render(<EditorProvider value={editor}>{part}</EditorProvider>));

  const controls = (): HTMLElement[] => [
    ...document.body.querySelectorAll<HTMLElement>('button, input, select, textarea'),
  ];
  const find = (name: string) => controls().find((each) => nameOf(each) === name);
  const control = (name: string): HTMLElement => {
    const found = find(name);
    if (found === undefined)
      throw new Error(`no control is named ${name}; there are: ${controls().map(nameOf).join(' | ')}`);
    return found;
  };
  return {
    editor,
    control,
    has: (name) => find(name) !== undefined,
    text: () => place.textContent ?? '',
    answer: (verdicts) =>
      act(() => {
        const { findings, ...others } = { ...noVerdicts, revision: editor.store.revision, ...verdicts };
        const keys = findings.map(({ key }) => key);
        listener?.({ data: structuredClone({ ...others, findings: keys, changed: findings }) });
      }),
    click: (name) => act(() => control(name).click()),
    type: (name, text) =>
      act(() => {
        const box = control(name);
        box.focus();
        setValue(box, text);
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    press: (name, key, more = {}) =>
      act(() => {
        control(name).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
        );
      }),
    leave: (name) => act(() => control(name).blur()),
    choose: (name, option) =>
      act(() => {
        const select = control(name);
        if (!(select instanceof HTMLSelectElement)) throw new Error(`${name} is no select`);
        const found = [...select.options].find((each) => each.textContent?.trim() === option);
        if (found === undefined)
          throw new Error(
            `${name} offers: ${[...select.options].map((each) => each.textContent).join(' | ')}`,
          );
        setValue(select, found.value);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    meanwhile: (deed) => act(() => deed(editor)),
    remove: () => {
      act(() => root.unmount());
      place.remove();
    },
  };
}

/** React watches the value through the prototype's setter. */
function setValue(box: HTMLElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value);
}

function nameOf(control: HTMLElement): string {
  const own = control.getAttribute('aria-label');
  if (own !== null) return own;
  if (control instanceof HTMLButtonElement) return control.textContent?.trim() ?? '';
  const labels = [...document.querySelectorAll('label')];
  const label = labels.find(
    (each) => (control.id !== '' && each.htmlFor === control.id) || each.contains(control),
  );
  return label?.textContent?.trim() ?? '';
}
