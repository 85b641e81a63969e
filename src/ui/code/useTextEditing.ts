/** The texts of the editor's diagram, for as long as a pane shows one. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Template, TemplateId } from '../../core/model/document';
import type { CodeFormat } from '../../worker/codeProtocol';
import type { Desk } from '../files/desk';
import type { Journal } from '../files/journal';
import { useDesk } from '../files/useDesk';
import { useDocument } from '../useEditor';
import { openDraftStore, type DraftStore } from './draftStore';
import type { EditingState, TextEditing } from './editingState';
import { keepDrafts, type DraftKeeping } from './keepDrafts';
import { createTextEditing } from './textEditing';

interface Texts {
  readonly editing: TextEditing;
  /** Settles once what was typed before the page was loaded is back. */
  readonly ready: Promise<void>;
}

/** One for each desk: it keeps what was typed while no pane is there. */
const known = new WeakMap<Desk, Texts>();

/** `format`: null for that of the author. `chosen`: which of a diagram's templates; null where nobody has chosen one. */
export function useTextEditing(
  format: CodeFormat | null,
  chosen: TemplateId | null,
): { readonly editing: TextEditing; readonly state: EditingState; readonly template: Template | undefined } {
  const { editing, ready } = textsOf(useDesk());
  const state = useStore(editing.state);
  const templates = useDocument((document) => document.templates);
  // The diagram may have been replaced since one was chosen.
  const template = templates.get(chosen ?? state.found ?? '') ?? templates.values().next().value;
  const id = template?.id ?? null;
  useEffect(() => {
    let isGone = false;
    let detach = (): void => {
      isGone = true;
    };
    // A text that is shown before would be written over by the draft of it.
    void ready.then(() => {
      if (!isGone) detach = editing.attach();
    });
    return () => detach();
  }, [editing, ready]);
  useEffect(() => editing.show(format, id), [editing, format, id]);
  return { editing, state, template };
}

function textsOf(desk: Desk): Texts {
  let texts = known.get(desk);
  if (texts === undefined) {
    texts = createTexts(desk);
    known.set(desk, texts);
  }
  return texts;
}

function createTexts(desk: Desk): Texts {
  const { store } = desk.editor;
  let keeping: DraftKeeping | undefined;
  // Before the texts are told of it, which forget what was typed in the diagram before.
  store.subscribe(({ origin }) => {
    if (origin.by === 'replace') keeping?.leave();
  });
  const editing = createTextEditing(
    store,
    () => new Worker(new URL('../../worker/codeWorker.ts', import.meta.url), { type: 'module' }),
    {
      now: () => performance.now(),
      after(ms, work) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    },
  );
  store.subscribe(({ origin }) => {
    if (origin.by === 'replace') void keeping?.find();
  });
  const kept = keptTexts(desk, editing).then((own) => (keeping = own));
  const limit = new Promise((resolve) => setTimeout(resolve, patience));
  return { editing, ready: Promise.race([kept, limit]).then(() => undefined) };
}

/** Opening storage takes a few ms; where it takes longer, the text does not wait for it. */
const patience = 1000;

async function keptTexts(desk: Desk, editing: TextEditing): Promise<DraftKeeping | undefined> {
  const drafts = await openDraftStore().catch(() => undefined);
  if (drafts === undefined || desk.journal === null) {
    warnBeforeLeaving(editing);
    return undefined;
  }
  const keeping = keepDrafts({
    desk,
    store: desk.editor.store,
    editing,
    drafts,
    tab: crypto.randomUUID(),
    now: () => Date.now(),
    every(ms, work) {
      const timer = setInterval(work, ms);
      return () => clearInterval(timer);
    },
  });
  addEventListener('pagehide', () => keeping.flush());
  document.addEventListener('visibilitychange', () => keeping.flush());
  await keeping.find();
  void prune(desk, desk.journal, drafts).catch(() => undefined);
  return keeping;
}

/** The journal forgets diagrams that were not looked at for long. */
async function prune(desk: Desk, journal: Journal, drafts: DraftStore): Promise<void> {
  const heads = await journal.list();
  await drafts.keepOnly(new Set([desk.state.getState().diagram, ...heads.map(({ id }) => id)]));
}

/** What the browser does not keep would be lost. */
function warnBeforeLeaving(editing: TextEditing): void {
  addEventListener('beforeunload', (event) => {
    if (editing.state.getState().drafts.size > 0) event.preventDefault();
  });
}
