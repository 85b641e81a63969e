/** Stands around a part of the interface: when it breaks, the rest goes on, and the diagram is safe in the store. */
import { Component, type ReactNode } from 'react';
import { actionById } from '../../editor/actions';
import type { Editor } from '../../editor/editor';
import { useEditor, useSay } from '../useEditor';
import { wordList } from '../words';
import { tell } from './messages';
import './failedPart.css';

const words = wordList({
  broke: {
    en: 'This part of the editor stopped working. Your diagram is not touched by it.',
    ja: 'エディターのこの部分が動かなくなりました。ダイアグラムには影響していません。',
  },
  todo: {
    en: 'Try it again. If that does not help, save the diagram to a file and reload the page.',
    ja: 'もう一度お試しください。直らないときは、ダイアグラムをファイルに保存してからページを再読み込みしてください。',
  },
  again: { en: 'Try again', ja: 'もう一度試す' },
  undo: { en: 'Undo the last change', ja: '直前の変更を元に戻す' },
  save: { en: 'Save to a file', ja: 'ファイルに保存' },
  reload: { en: 'Reload the page', ja: 'ページを再読み込み' },
  particulars: { en: 'What went wrong', ja: 'エラーの内容' },
});

interface FailedPartProps {
  readonly children: ReactNode;
  /** For what covers the rest: it goes away with a message instead of standing there broken. */
  readonly onFailure?: () => void;
}

interface FailedPartState {
  readonly failure: unknown;
}

const none = Symbol('nothing has failed');

// React catches the failures of components in classes only.
export class FailedPart extends Component<FailedPartProps, FailedPartState> {
  override state: FailedPartState = { failure: none };

  static getDerivedStateFromError(failure: unknown): FailedPartState {
    return { failure };
  }

  override componentDidCatch(): void {
    if (this.props.onFailure === undefined) return;
    tell({
      tone: 'failure',
      words: { en: `${words.broke.en} ${words.todo.en}`, ja: words.broke.ja + words.todo.ja },
    });
    this.props.onFailure();
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === none) return this.props.children;
    if (this.props.onFailure !== undefined) return null;
    return <WhatToDo failure={failure} onAgain={() => this.setState({ failure: none })} />;
  }
}

function WhatToDo({ failure, onAgain }: { readonly failure: unknown; readonly onAgain: () => void }) {
  const editor = useEditor();
  const say = useSay();
  const undo = actionById('undo');
  return (
    <div className="failed-part" role="alert">
      <p>{say(words.broke)}</p>
      <p>{say(words.todo)}</p>
      <div className="failed-part-offers">
        <button type="button" className="button button-outlined" onClick={onAgain}>
          {say(words.again)}
        </button>
        {undo?.enabled(editor) === true && (
          <button
            type="button"
            className="button button-outlined"
            onClick={() => {
              undo.run(editor);
              onAgain();
            }}
          >
            {say(words.undo)}
          </button>
        )}
        <SaveButton editor={editor} />
        <button type="button" className="button button-outlined" onClick={() => location.reload()}>
          {say(words.reload)}
        </button>
      </div>
      <details>
        <summary>{say(words.particulars)}</summary>
        <pre>{failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}</pre>
      </details>
    </div>
  );
}

function SaveButton({ editor }: { readonly editor: Editor }) {
  const say = useSay();
  const save = actionById('save-file');
  if (save === undefined) return null;
  return (
    <button type="button" className="button button-outlined" onClick={() => save.run(editor)}>
      {say(words.save)}
    </button>
  );
}
