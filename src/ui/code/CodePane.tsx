/** The CloudFormation template of what is drawn, beside the drawing: each follows what is changed and selected in the other. */
import { useState } from 'react';
import type { Document, TemplateId } from '../../core/model/document';
import type { Code, CodeFormat } from '../../worker/codeProtocol';
import { WarningGlyph } from '../glyphs';
import { openDialog } from '../shell/dialogs';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import './code.css';
import { CodeButtons } from './CodeButtons';
import { CodeText } from './CodeText';
import { DraftBar } from './DraftBar';
import { draftKey } from './editingState';
import { useTextEditing } from './useTextEditing';
import { madeOfIt, words } from './words';

const formats: readonly { readonly format: CodeFormat; readonly label: string }[] = [
  { format: 'yaml', label: 'YAML' },
  { format: 'json', label: 'JSON' },
];
const nameOf = (format: CodeFormat): string => (format === 'yaml' ? 'YAML' : 'JSON');

export function CodePane() {
  const say = useSay();
  const [chosen, setChosen] = useState<CodeFormat | null>(null);
  const templates = useDocument((document) => document.templates);
  const [wanted, setWanted] = useState<TemplateId | null>(null);
  const { editing, state, template } = useTextEditing(chosen, wanted);
  const { code, failed, drafts } = state;
  const isPresenting = useSession((session) => session.presenting !== null);
  const draft = code === null ? undefined : drafts.get(draftKey(code.template));
  const authored = code?.authored ?? null;
  const isOther = authored !== null && code !== null && code.format !== authored;
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
                checked={each.format === (code?.format ?? 'yaml')}
                // A draft is in its own format.
                disabled={draft !== undefined}
                onChange={() => setChosen(each.format)}
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
            {optionsOf(templates).map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
        {templates.size > 0 && (
          <button type="button" className="button" onClick={() => openDialog('parameters')}>
            {say(words.parameters)}
          </button>
        )}
        <CodeButtons code={code} editing={editing} />
      </div>
      {failed && <p className="code-note">{say(words.failed)}</p>}
      {isOther && (
        <p className="code-hint">
          <span>{say(words.onlyAuthored).replace('{format}', nameOf(authored))}</span>
          <button type="button" className="button button-outlined" onClick={() => setChosen(authored)}>
            {say(words.editAuthored).replace('{format}', nameOf(authored))}
          </button>
        </p>
      )}
      {code !== null && code.stacks > 1 && !isOther && (
        <p className="code-hint">{say(madeOfIt(code.stacks))}</p>
      )}
      {code === null ? (
        <p className="code-note">{say(words.writing)}</p>
      ) : (
        <>
          {code.problems.length > 0 && <Problems code={code} />}
          <CodeText code={code} draft={draft} editing={editing} isEditable={!isOther && !isPresenting}>
            {(goTo) => draft !== undefined && <DraftBar draft={draft} editing={editing} goTo={goTo} />}
          </CodeText>
        </>
      )}
    </div>
  );
}

/** Several stacks may be made of one file: these are told apart by a number. */
function optionsOf(
  templates: Document['templates'],
): readonly { readonly id: TemplateId; readonly label: string }[] {
  const seen = new Map<string, number>();
  return [...templates.values()].map(({ id, fileName }) => {
    const number = (seen.get(fileName) ?? 0) + 1;
    seen.set(fileName, number);
    return { id, label: number === 1 ? fileName : `${fileName} (${number})` };
  });
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
