/** What a picture of the diagram is to be like, with a preview of it. */
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { possiblePages, type Pages } from '../../core/publish/pages';
import type { Editor } from '../../editor/editor';
import type { Words } from '../../lib/words';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { tell } from '../shell/messages';
import { useEditor, useSay } from '../useEditor';
import { choices } from './choice';
import { formatNames, formats } from './formats';
import './picture.css';
import { pictureFile, previewOf, selected, type PictureChoice, type PictureFile } from './pictureFiles';
import { words } from './words';

export function PictureDialog() {
  const say = useSay();
  const editor = useEditor();
  const choice = useStore(choices);
  const { format } = choice;
  const traits = formats[format];
  const isWhole = choice.pages === 'diagram';
  const set = (some: Partial<PictureChoice>): void => choices.setState(some);
  return (
    <Dialog
      title={say(words.title)}
      className="picture-dialog"
      onClose={closeDialog}
      foot={
        <button type="button" className="button button-filled" onClick={() => void handOut(editor, choice)}>
          {say(words.download)}
        </button>
      }
    >
      <Preview choice={choice} />
      <div className="picture-choices">
        <Choice
          label={words.format}
          value={format}
          options={formatNames()}
          onChange={(value) => set({ format: value })}
        />
        <Choice
          label={words.ground}
          value={choice.theme === 'auto' && !traits.followsSystem ? 'light' : choice.theme}
          options={{
            light: words.light,
            dark: words.dark,
            ...(traits.followsSystem ? { auto: words.auto } : {}),
          }}
          onChange={(theme) => set({ theme })}
        />
        <Choice
          label={words.language}
          value={choice.language}
          options={{ en: words.english, ja: words.japanese }}
          onChange={(language) => set({ language })}
        />
        <PagesChoice choice={choice} onChange={(pages) => set({ pages })} />
        {selected(editor) === undefined || !isWhole ? null : (
          <Choice
            label={words.shows}
            value={choice.onlySelected ? 'some' : 'all'}
            options={{ all: words.everything, some: words.selection }}
            onChange={(value) => set({ onlySelected: value === 'some' })}
          />
        )}
        {!isWhole && !traits.moves && !traits.keepsSource ? null : (
          <fieldset className="picture-also">
            <legend>{say(words.also)}</legend>
            {isWhole ? (
              <>
                {traits.isTitled ? null : (
                  <Switch checked={choice.heading} onChange={(heading) => set({ heading })}>
                    {say(words.heading)}
                  </Switch>
                )}
                <Switch checked={choice.legend} onChange={(legend) => set({ legend })}>
                  {say(words.legend)}
                </Switch>
              </>
            ) : null}
            {traits.moves ? (
              <Switch checked={choice.animated} onChange={(animated) => set({ animated })}>
                {say(words.animated)}
              </Switch>
            ) : null}
            {traits.keepsSource ? (
              <Switch
                checked={choice.source}
                onChange={(source) => set({ source })}
                help={say(words.sourceHelp)}
              >
                {say(words.source)}
              </Switch>
            ) : null}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}

async function handOut(editor: Editor, choice: PictureChoice): Promise<void> {
  let file: PictureFile;
  try {
    file = await pictureFile(editor, choice);
  } catch {
    closeDialog();
    tell({ tone: 'failure', words: words.failed });
    return;
  }
  const name = `${safeName(editor.store.document.name)}${file.ending}`;
  download(name, file.content, file.type);
  closeDialog();
  const remarks = [
    ...(file.lacksSource ? [words.lacksSource] : []),
    ...(file.isCoarse ? [words.isCoarse] : []),
    ...(file.missing.length > 0 ? [squares(file.missing)] : []),
  ];
  tell({
    tone: remarks.length === 0 ? 'note' : 'caution',
    words: { en: `Exported ${name}.`, ja: `${name} をエクスポートしました。` },
    particulars: remarks,
  });
}

function squares(letters: readonly string[]): Words {
  const shown = `${letters.slice(0, 10).join(' ')}${letters.length > 10 ? ' …' : ''}`;
  return {
    en: `No font here has these letters; an empty square stands for each: ${shown}`,
    ja: `次の文字はフォントにないため、四角で示しました: ${shown}`,
  };
}

interface Seen {
  readonly address: string;
  readonly title: string;
  readonly count: number;
}

/** What the first page would be, as an SVG file: at this size one does not see the difference. */
function Preview({ choice }: { readonly choice: PictureChoice }) {
  const say = useSay();
  const editor = useEditor();
  const [seen, setSeen] = useState<Seen | null>(null);
  const { format, theme, language, pages, onlySelected, legend, heading, animated } = choice;
  useEffect(() => {
    let isOver = false;
    let made: string | undefined;
    const moves = animated && formats[format].moves;
    const source = false;
    previewOf(editor, {
      format,
      theme,
      language,
      pages,
      onlySelected,
      legend,
      heading,
      animated: moves,
      source,
    }).then(
      ({ svg, title, count }) => {
        if (isOver) return;
        made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setSeen({ address: made, title, count });
      },
      () => {
        if (isOver) return;
        closeDialog();
        tell({ tone: 'failure', words: words.failed });
      },
    );
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [editor, format, theme, language, pages, onlySelected, legend, heading, animated]);
  return (
    <div className="picture-preview" aria-busy={seen === null}>
      {seen === null ? <p>{say(words.drawing)}</p> : <img src={seen.address} alt={say(words.preview)} />}
      {seen === null || pages === 'diagram' ? null : (
        <p className="picture-page">
          <span>{say({ en: `Page 1 of ${seen.count}`, ja: `1 / ${seen.count} ページ` })}</span>
          <span lang={language}>{seen.title}</span>
        </p>
      )}
    </div>
  );
}

interface PagesChoiceProps {
  readonly choice: PictureChoice;
  readonly onChange: (pages: Pages) => void;
}

/** Only where there is a choice. */
function PagesChoice({ choice: { format, pages }, onChange }: PagesChoiceProps) {
  const say = useSay();
  const { catalog, store } = useEditor();
  const possible = possiblePages(catalog, store.document);
  if (possible.length === 1) return null;
  const names = { diagram: words.wholeDiagram, scenes: words.eachScene, frames: words.eachFrame };
  const options = Object.fromEntries(possible.map((each) => [each, names[each]]));
  return (
    <>
      <Choice label={words.pages} value={pages} options={options} onChange={onChange} />
      {pages === 'diagram' || formats[format].hasPages ? null : (
        <p className="picture-help picture-zipped">{say(words.zipped)}</p>
      )}
    </>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: Words;
  readonly value: T;
  readonly options: Readonly<Partial<Record<T, Words>>>;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const say = useSay();
  const id = useId();
  return (
    <div className="picture-choice">
      <label htmlFor={id}>{say(label)}</label>
      <select
        id={id}
        className="inspector-select"
        value={value}
        // Its options are the keys of what was given.
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {(Object.entries(options) as [T, Words][]).map(([name, text]) => (
          <option key={name} value={name}>
            {say(text)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string;
  readonly children: ReactNode;
}

function Switch({ checked, onChange, help, children }: SwitchProps) {
  const id = useId();
  return (
    <div className="picture-switch">
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={help === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {children}
      </label>
      {help === undefined ? null : (
        <p id={id} className="picture-help">
          {help}
        </p>
      )}
    </div>
  );
}
