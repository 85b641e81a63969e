/** The CloudFormation template of what is drawn, beside the drawing: each shows what is selected in the other. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TemplateId } from '../../core/model/document';
import type { Code, CodeFormat } from '../../worker/codeProtocol';
import { AwsButton } from '../aws/AwsButton';
import { exportProven } from '../export/exportProven';
import { CloseGlyph, CopyGlyph, DockBottomGlyph, DockRightGlyph, SaveGlyph, WarningGlyph } from '../glyphs';
import { tell } from '../shell/messages';
import { useCramped } from '../shell/useNarrow';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import './code.css';
import { createCodeEditor, type CodeEditor } from './codeEditor';
import { useCode } from './useCode';
import { words } from './words';

const formats: readonly { readonly format: CodeFormat; readonly label: string }[] = [
  { format: 'yaml', label: 'YAML' },
  { format: 'json', label: 'JSON' },
];

export function CodePane() {
  const say = useSay();
  const [format, setFormat] = useState<CodeFormat>('yaml');
  const templates = useDocument((document) => document.templates);
  const [wanted, setWanted] = useState<TemplateId | null>(null);
  // The diagram may have been replaced since it was chosen.
  const template = templates.get(wanted ?? '') ?? templates.values().next().value;
  const { code, failed } = useCode(format, template?.id ?? null);
  return (
    <div className="code">
      <div className="code-bar">
        <div role="radiogroup" aria-label={say(words.format)} className="code-formats">
          {formats.map((each) => (
            <label key={each.format} className="code-format">
              <input
                type="radio"
                name="code-format"
                className="unseen"
                checked={each.format === format}
                onChange={() => setFormat(each.format)}
              />
              <span>{each.label}</span>
            </label>
          ))}
        </div>
        {templates.size > 1 && (
          <select
            className="code-template"
            aria-label={say(words.template)}
            value={template?.id}
            onChange={({ target }) => setWanted(target.value)}
          >
            {[...templates.values()].map(({ id, fileName }) => (
              <option key={id} value={id}>
                {fileName}
              </option>
            ))}
          </select>
        )}
        <CodeButtons code={code} />
      </div>
      {failed && <p className="code-note">{say(words.failed)}</p>}
      {code === null ? (
        <p className="code-note">{say(words.writing)}</p>
      ) : (
        <>
          {code.problems.length > 0 && <Problems code={code} />}
          <CodeText key={code.template} code={code} />
        </>
      )}
    </div>
  );
}

function CodeButtons({ code }: { readonly code: Code | null }) {
  const editor = useEditor();
  const { session } = editor;
  const say = useSay();
  const cramped = useCramped();
  const atRight = useSession((state) => state.codeAtRight);
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
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
          if (code !== null) void copy(code.text);
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
          if (code !== null) void exportProven(editor, code.format, code.template);
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

function Problems({ code }: { readonly code: Code }) {
  const { session } = useEditor();
  const say = useSay();
  return (
    <details className="code-problems">
      <summary>
        <WarningGlyph />
        {`${say(words.problems)} (${code.problems.length})`}
      </summary>
      <ul className="scrolls">
        {code.problems.map(({ message, on }, index) => (
          <li key={index}>
            {on === null ? (
              say(message)
            ) : (
              <button
                type="button"
                className="code-problem"
                onClick={() => session.setState({ selection: new Set([on]) })}
              >
                {say(message)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function CodeText({ code }: { readonly code: Code }) {
  const { session } = useEditor();
  const say = useSay();
  const selection = useSession((state) => state.selection);
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  const latest = useRef(code);
  /** A selection that was made by a click in the text needs no scrolling there. */
  const madeHere = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    latest.current = code;
  }, [code]);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const made = createCodeEditor(element, (line) => {
      const owner = ownerAt(latest.current, line);
      if (owner === undefined) return;
      const selected = new Set([owner]);
      madeHere.current = selected;
      session.setState({ selection: selected });
    });
    setEditor(made);
    return () => {
      made.destroy();
      setEditor(null);
    };
  }, [session]);

  const label = say(words.code);
  useEffect(() => editor?.label(label), [editor, label]);
  useEffect(() => editor?.show(code.text, code.format), [editor, code]);

  const marked = useMemo(
    () =>
      [...code.lines]
        .filter(([logicalId]) => selection.has(code.owners.get(logicalId) ?? ''))
        .map(([, range]) => range)
        .sort((one, other) => one.first - other.first),
    [code, selection],
  );
  const scrolledFor = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (editor === null) return;
    // The text changing under an unchanged selection does not move what one reads.
    const scroll = scrolledFor.current !== selection && madeHere.current !== selection;
    if (marked.length > 0 || selection.size === 0) scrolledFor.current = selection;
    editor.mark(marked, scroll);
  }, [editor, marked, selection]);

  return <div ref={place} className="code-text" />;
}

/** The resource whose lines these are: the innermost range, should one hold another. */
function ownerAt({ lines, owners }: Code, line: number): string | undefined {
  let best: { readonly owner: string; readonly length: number } | undefined;
  for (const [logicalId, { first, last }] of lines) {
    const owner = owners.get(logicalId);
    if (owner === undefined || line < first || line > last) continue;
    if (best === undefined || last - first < best.length) best = { owner, length: last - first };
  }
  return best?.owner;
}
