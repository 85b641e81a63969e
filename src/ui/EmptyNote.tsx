/** What stands where a list has nothing in it: what would be here, and the one thing to do about it. */
import type { ReactNode } from 'react';
import type { Words } from '../lib/words';
import { actionById } from '../editor/actions';
import { useEditor, useSay } from './useEditor';

export interface EmptyNoteProps {
  readonly title: Words;
  readonly sign?: ReactNode;
  readonly text?: Words;
  /** Ids of actions: the first that can be carried out now is offered. */
  readonly offer?: readonly string[];
  /** In place of an action: what only this list can do. */
  readonly button?: { readonly label: Words; run(): void };
}

export function EmptyNote({ title, sign, text, offer = [], button }: EmptyNoteProps) {
  const editor = useEditor();
  const say = useSay();
  const action = offer.flatMap((id) => actionById(id) ?? []).find((each) => each.enabled(editor));
  const label = button?.label ?? action?.labelNow?.(editor) ?? action?.label;
  return (
    <div className="panel-empty" role="status">
      <p className="panel-empty-title">
        {sign}
        {say(title)}
      </p>
      {text === undefined ? null : <p>{say(text)}</p>}
      {label === undefined ? null : (
        <button
          type="button"
          className="button button-outlined"
          onClick={() => (button === undefined ? action?.run(editor) : button.run())}
        >
          {say(label)}
        </button>
      )}
    </div>
  );
}
