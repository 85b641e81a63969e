/** What a picture of the diagram is to be like, with a preview of it. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { possiblePages, type Pages } from '../../core/publish/pages';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { useEditor, useSay } from '../useEditor';
import { choices } from './choice';
import { Choice, Switch } from './fields';
import { formatNames, formats } from './formats';
import { handOut } from './handOut';
import './picture.css';
import { selected, type PictureChoice } from './pictureFiles';
import { Preview } from './Preview';
import { Progress } from './Progress';
import { words } from './words';

export function PictureDialog() {
  const say = useSay();
  const editor = useEditor();
  const choice = useStore(choices);
  const { format } = choice;
  const traits = formats[format];
  const isWhole = choice.pages === 'diagram' && !traits.tellsScenes;
  const [done, setDone] = useState<number | null>(null);
  const wish = useRef<AbortController>(undefined);
  // Who closes the dialog does not wait for the file any more.
  useEffect(() => () => wish.current?.abort(), []);
  const make = async (): Promise<void> => {
    const controller = new AbortController();
    wish.current = controller;
    if (traits.tellsScenes) setDone(0);
    await handOut(editor, choice, { progress: setDone, signal: controller.signal });
  };
  const set = (some: Partial<PictureChoice>): void => choices.setState(some);
  return (
    <Dialog
      title={say(words.title)}
      className="picture-dialog"
      onClose={closeDialog}
      foot={
        done === null ? (
          <button type="button" className="button button-filled" onClick={() => void make()}>
            {say(words.download)}
          </button>
        ) : (
          <Progress
            done={done}
            onCancel={() => {
              wish.current?.abort();
              setDone(null);
            }}
          />
        )
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
        {traits.tellsScenes ? null : <PagesChoice choice={choice} onChange={(pages) => set({ pages })} />}
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
