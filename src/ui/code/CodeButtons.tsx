/** Copy and download the text, and where the pane stands. */
import type { Code } from '../../worker/codeProtocol';
import { AwsButton } from '../aws/AwsButton';
import { exportProven } from '../export/exportProven';
import { templateFileName } from '../export/templateFileName';
import { download } from '../files/download';
import { CloseGlyph, SaveGlyph } from '../glyphs';
import { CopyGlyph, DockBottomGlyph, DockRightGlyph } from './glyphs';
import { tell } from '../shell/messages';
import { useCramped } from '../shell/useNarrow';
import { useEditor, useSay, useSession } from '../useEditor';
import type { TextEditing } from './editingState';
import { words } from './words';

export interface CodeButtonsProps {
  readonly code: Code | null;
  readonly editing: TextEditing;
}

export function CodeButtons({ code, editing }: CodeButtonsProps) {
  const editor = useEditor();
  const { store, session } = editor;
  const say = useSay();
  const cramped = useCramped();
  const atRight = useSession((state) => state.codeAtRight);
  /** As it is shown, which may be a draft. */
  const text = (): string => (code === null ? '' : (editing.textOf(code.template) ?? code.text));
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      tell({ tone: 'note', words: words.copied });
    } catch {
      tell({ tone: 'failure', words: words.notCopied });
    }
  };
  return (
    <div className="code-buttons">
      <AwsButton />
      <button
        type="button"
        className="button"
        aria-label={say(words.copy)}
        disabled={code === null}
        onClick={() => {
          void copy();
        }}
      >
        <CopyGlyph />
        <span className="code-button-words">{say(words.copy)}</span>
      </button>
      <button
        type="button"
        className="button"
        aria-label={say(words.download)}
        disabled={code === null}
        onClick={() => {
          if (code === null) return;
          if (text() === code.text) {
            void exportProven(editor, code.format, code.template);
            return;
          }
          // A draft is a text, and nothing is proven of it.
          const type = code.format === 'yaml' ? 'text/yaml' : 'application/json';
          const file = store.document.templates.get(code.template ?? '')?.fileName;
          download(templateFileName(store.document, file, code.format), text(), type);
        }}
      >
        <SaveGlyph />
        <span className="code-button-words">{say(words.download)}</span>
      </button>
      {!cramped && (
        <button
          type="button"
          className="icon-button"
          aria-label={say(atRight ? words.dockBottom : words.dockRight)}
          title={say(atRight ? words.dockBottom : words.dockRight)}
          onClick={() =>
            session.setState(
              atRight ? { codeAtRight: false, panel: 'code' } : { codeAtRight: true, panel: null },
            )
          }
        >
          {atRight ? <DockBottomGlyph /> : <DockRightGlyph />}
        </button>
      )}
      {atRight && (
        <button
          type="button"
          className="icon-button"
          aria-label={say(words.close)}
          onClick={() => session.setState({ codeAtRight: false })}
        >
          <CloseGlyph />
        </button>
      )}
    </div>
  );
}
