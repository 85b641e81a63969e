/** The gallery: the examples, an empty canvas, and the diagrams that are kept in this browser. */
import { useEffect, useState } from 'react';
import type { Document } from '../../core/model/document';
import { inOneLine } from '../../core/scenes/markdown';
import { compareOrder } from '../../lib/order';
import { PlusGlyph, PresentGlyph } from '../glyphs';
import { TrashGlyph } from '../TrashGlyph';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { useSay, useSession } from '../useEditor';
import { exampleFiles } from './exampleFiles';
import { FaultyExamples, type LoadedExample } from './FaultyExamples';
import './gallery.css';
import type { Head } from './journal';
import { forgetVersionsOf } from './makeRoom';
import { nameWords } from '../../lib/nameWords';
import { heldAnywhere } from './oneTab';
import { openEmpty, openExample, openKept } from './openDiagram';
import { Thumbnail } from './Thumbnail';
import { useDesk } from './useDesk';
import { words } from './galleryWords';

export function GalleryDialog() {
  const say = useSay();
  const desk = useDesk();
  const examples = useExamples();
  return (
    <Dialog title={say(words.galleryTitle)} className="gallery" onClose={closeDialog}>
      <h3 className="gallery-heading">{say(words.examples)}</h3>
      <ul className="gallery-cards">
        <li>
          <button
            type="button"
            className="gallery-card"
            onClick={() => {
              closeDialog();
              void openEmpty(desk);
            }}
          >
            <span className="gallery-picture">
              <PlusGlyph size={24} />
            </span>
            <span className="gallery-name">{say(words.empty)}</span>
            <span className="gallery-text">{say(words.emptyText)}</span>
          </button>
        </li>
        {examples
          .filter(({ faultIn }) => faultIn === null)
          .map(({ id, document }) => (
            <li key={id}>
              <ExampleCard document={document} />
            </li>
          ))}
      </ul>
      <KeptDiagrams />
      <FaultyExamples examples={examples} />
    </Dialog>
  );
}

function useExamples(): readonly LoadedExample[] {
  const [examples, setExamples] = useState<readonly LoadedExample[]>([]);
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      for (const { id, faultIn, read } of exampleFiles) {
        const document = await read().catch(() => undefined);
        if (isGone) return;
        if (document !== undefined) setExamples((before) => [...before, { id, faultIn, document }]);
      }
    };
    void load();
    return () => {
      isGone = true;
      setExamples([]);
    };
  }, []);
  return examples;
}

function ExampleCard({ document }: { readonly document: Document }) {
  const desk = useDesk();
  const say = useSay();
  const [scene] = [...document.scenes.values()].sort(compareOrder);
  const name = say(nameWords(document.name));
  const open = async (): Promise<void> => {
    closeDialog();
    await openExample(desk, document);
  };
  const present = (): void => {
    const { session, store } = desk.editor;
    // Not where the present diagram was kept on the canvas, since nobody knows whether it is safe.
    if (store.document.scenes === document.scenes && scene !== undefined)
      session.setState({ presenting: scene.id });
  };
  return (
    <>
      <button type="button" className="gallery-card" onClick={() => void open()}>
        <span className="gallery-picture">
          <Thumbnail document={document} />
        </span>
        <span className="gallery-name">{name}</span>
        {scene !== undefined && <span className="gallery-text">{inOneLine(say(scene.text))}</span>}
      </button>
      {scene !== undefined && (
        <button
          type="button"
          className="icon-button gallery-present"
          aria-label={`${say(words.presentExample)}: ${name}`}
          title={say(words.presentExample)}
          onClick={() => void open().then(present)}
        >
          <PresentGlyph />
        </button>
      )}
    </>
  );
}

function KeptDiagrams() {
  const desk = useDesk();
  const say = useSay();
  const language = useSession((session) => session.language);
  const [heads, setHeads] = useState<readonly Head[]>([]);
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const present = desk.state.getState().diagram;
  useEffect(() => {
    void desk.journal?.list().then(setHeads, () => undefined);
    void heldAnywhere().then(setHeld, () => undefined);
  }, [desk]);
  const kept = heads.filter(({ id, resources }) => resources > 0 || id === present);
  if (kept.length === 0) return null;
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <h3 className="gallery-heading">{say(words.recent)}</h3>
      <ul className="gallery-kept">
        {kept.map(({ id, name, changed }) => {
          const title = name === '' ? say(words.untitled) : say(nameWords(name));
          const isPresent = id === present;
          const isElsewhere = !isPresent && held.has(id);
          return (
            <li key={id} className="gallery-row">
              <button
                type="button"
                className="gallery-row-name"
                disabled={isPresent}
                onClick={() => {
                  closeDialog();
                  void openKept(desk, id);
                }}
              >
                <span>{title}</span>
                <span className="gallery-row-text">
                  {isPresent
                    ? say(words.present)
                    : isElsewhere
                      ? say(words.inOtherTab)
                      : date.format(changed)}
                </span>
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`${say(words.forget)}: ${title}`}
                title={say(words.forget)}
                disabled={isPresent || isElsewhere}
                onClick={() => {
                  void desk.journal?.forget([id]).then(
                    () => {
                      setHeads((before) => before.filter((head) => head.id !== id));
                      void forgetVersionsOf(id);
                      // Where the storage was full there may be room now for the present one.
                      void desk.settled();
                    },
                    () => undefined,
                  );
                }}
              >
                <TrashGlyph />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
