/**
 * Makes the editor with what a browser has: a worker, randomness, the person's language; and puts on its desk the diagram
 * of last time.
 */
import { catalog } from '../pageKinds';
import { emptyDocument, type Document } from '../core/model/document';
import { registerActions } from '../editor/actions';
import { createEditor, type Editor } from '../editor/editor';
import type { Validator } from '../editor/verdicts';
import { fileActions } from './files/actions';
import { copyOf, createDesk, isInFile, type Desk } from './files/desk';
import { openJournal, type Journal, type Kept } from './files/journal';
import { hold, type Release } from './files/oneTab';
import { orNull, storagePatience } from './files/orNull';
import { isLinkFragment } from './share/isLinkFragment';
import { pathActions } from './paths/actions';
import { pictureActions } from './picture/actions';
import { shellActions } from './shell/actions';
import { followAppearance } from './shell/appearance';
import { tell } from './shell/messages';
import { isMac } from './shell/isMac';
import { keepPreferences, readPreferences } from './shell/preferences';
import { isNarrow } from './shell/useNarrow';

export interface Started {
  readonly editor: Editor;
  readonly desk: Desk;
  /** Nobody has looked at this diagram yet: show all of it. */
  readonly isUnseen: boolean;
}

/** How long to wait for a tab that is just being reloaded to let go of its diagram, in ms. */
const reloadPatience = 2000;
const patience = 150;
/** Old diagrams are forgotten once the page stands, in ms after its start. */
const untilForgetting = 4000;

const tabPlace = 'vpcanvas.diagram';

export async function startEditor(): Promise<Started> {
  const journal = await orNull(openJournal(), storagePatience);
  const byLink = isLinkFragment(location.hash);
  const found = await firstDiagram(journal, byLink);
  const editor = createEditor({
    catalog,
    document: found.document,
    validator: startValidator(),
    // Nine digits: AWS's own ids have 8 or 17 behind the dash.
    random: () => crypto.randomUUID().slice(-9),
    onForeignText: (...pasted) =>
      void import('./files/foreignText').then(({ tellForeignText }) => tellForeignText(desk, ...pasted)),
    session: {
      language: navigator.language.startsWith('ja') ? 'ja' : 'en',
      hasCmdKey: isMac,
      ...readPreferences(),
      // On a narrow window the palette covers the canvas; it is asked for.
      ...(isNarrow() ? { paletteOpen: false } : {}),
      ...(found.kept?.viewport == null ? {} : { viewport: found.kept.viewport }),
    },
  });
  const desk = createDesk({
    editor,
    journal,
    first: { kept: found.kept, file: null },
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    hold: (id) => hold(id, patience),
    ...(found.release === undefined ? {} : { release: found.release }),
    makeRoom: async () => {
      const { makeRoomWhenFull } = await import('./files/makeRoom');
      if (journal !== null) await makeRoomWhenFull(journal, desk.state.getState().diagram);
    },
    remember: (id) => inStorage((storage) => storage.setItem(tabPlace, id)),
  });
  desk.onCopied = tellOfCopy;
  if (found.isCopy) tellOfCopy();
  if (found.kept !== null && found.kept.lost > 0) tellOfLoss(found.kept.lost);
  registerActions([...fileActions(desk), ...pictureActions, ...pathActions, ...shellActions]);
  followAppearance(editor);
  keepPreferences(editor.session);
  keepOneCodePane(editor);
  keepVersionsOnceChanged(desk);
  tellWhenNotKept(desk);
  warnBeforeLeaving(desk);
  tellOfMissingParts();
  if (journal !== null) forgetOldInTime(journal, desk);
  followLinks(desk);
  // Who comes for a link has something else in mind, and who has a diagram here has been here before: perhaps in the tour.
  if ((found.kept === null || history.state?.tour >= 0) && !found.isCopy && !byLink) offerTour(desk);
  keepForOffline(desk);
  return { editor, desk, isUnseen: byLink || found.kept?.viewport == null };
}

/** A diagram in the page's address: the page was opened with it, or it was pasted over the address of a page that is open. */
function followLinks(desk: Desk): void {
  const follow = (): void => {
    if (!isLinkFragment(location.hash)) return;
    void import('./share/openLink').then(({ openFromAddress }) => openFromAddress(desk));
  };
  window.addEventListener('hashchange', follow);
  follow();
}

/** Once the diagram has been painted, and the eye has found it. */
function offerTour(desk: Desk): void {
  requestAnimationFrame(() =>
    setTimeout(() => void import('./tour/showTour').then((found) => found.offerTour(desk)), 1500),
  );
}

/** Once the page stands, so that nothing it needs at once has to wait. A page that is a file needs no keeping. */
function keepForOffline(desk: Desk): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || location.protocol === 'file:') return;
  setTimeout(
    () => void import('./offline/followVersions').then(({ followVersions }) => followVersions(desk)),
    3000,
  );
}

/** The code stands in one place: asking for it at the bottom takes it from the right. */
function keepOneCodePane({ session }: Editor): void {
  session.subscribe((now, before) => {
    if (now.panel === 'code' && now.codeAtRight)
      session.setState(before.panel === 'code' ? { panel: null } : { codeAtRight: false });
  });
}

/** Whoever only looks loads nothing of the version history: it begins with the first change, with what was there before it. */
function keepVersionsOnceChanged(desk: Desk): void {
  const { store } = desk.editor;
  const now = () => ({ diagram: desk.state.getState().diagram, document: store.document, at: Date.now() });
  let before = now();
  const stop = store.subscribe(({ origin }) => {
    if (origin.by === 'replace') before = now();
    else {
      stop();
      void import('./versions/versionsOf').then(({ versionsOf }) => versionsOf(desk, before));
    }
  });
}

interface First {
  readonly document: Document;
  /** As the journal has it; null for one that is new to it. */
  readonly kept: Kept | null;
  readonly release?: Release;
  readonly isCopy: boolean;
}

/** The diagram of this tab, else the last one anywhere, else the first example. `byLink`: that of a link takes its place at once. */
async function firstDiagram(journal: Journal | null, byLink: boolean): Promise<First> {
  const kept = journal === null ? undefined : await lastKept(journal).catch(() => undefined);
  if (kept === undefined) {
    const { readFirstExample } = await import('./files/firstExample');
    const document = await readFirstExample().catch(() => undefined);
    return { document: document ?? emptyDocument, kept: null, isCopy: false };
  }
  const release = await hold(kept.head.id, isReload() ? reloadPatience : patience);
  // Who comes for the diagram of a link wants no copy of one that is open elsewhere.
  if (release === undefined && byLink) return { document: emptyDocument, kept: null, isCopy: false };
  return release === undefined
    ? { document: copyOf(kept.document), kept: null, isCopy: true }
    : { document: kept.document, kept, release, isCopy: false };
}

async function lastKept(journal: Journal): Promise<Kept | undefined> {
  const own = inStorage((storage) => storage.getItem(tabPlace)) ?? undefined;
  const ofThisTab = own === undefined ? undefined : await journal.read(own);
  if (ofThisTab !== undefined) return ofThisTab;
  for (const { id } of await journal.list()) {
    const kept = await journal.read(id);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

function isReload(): boolean {
  return performance
    .getEntriesByType('navigation')
    .some((entry) => 'type' in entry && entry.type === 'reload');
}

/** Storage of this tab, which may be forbidden. */
function inStorage<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}

/** What is seldom said is loaded when it is. */
function tellOfCopy(): void {
  void import('./files/seldomSaid').then((said) => said.tellOfCopy());
}

function tellOfLoss(lost: number): void {
  void import('./files/seldomSaid').then((said) => said.tellOfLoss(lost));
}

/** Once for each reason, when there is something to lose; the message goes when the diagram is kept again. */
function tellWhenNotKept(desk: Desk): void {
  let told: string | null = null;
  let putAway: Promise<() => void> | undefined;
  const look = (): void => {
    const { safety } = desk.state.getState();
    if (safety.is === 'kept') {
      void putAway?.then((away) => away());
      told = null;
      putAway = undefined;
    }
    if (safety.is !== 'not-kept' || told === safety.because || desk.editor.store.undoLabel === undefined)
      return;
    told = safety.because;
    putAway = import('./files/seldomSaid').then((said) => said.tellNotKept(desk, safety.because));
  };
  desk.state.subscribe(look);
}

/** Only where closing the page would lose something. */
function warnBeforeLeaving({ editor, state }: Desk): void {
  window.addEventListener('beforeunload', (event) => {
    const now = state.getState();
    if (now.safety.is !== 'not-kept' || isInFile(now) || editor.store.undoLabel === undefined) return;
    event.preventDefault();
  });
}

/** A part that is loaded when it is used cannot be: the server is gone, or has a newer version. */
function tellOfMissingParts(): void {
  window.addEventListener('vite:preloadError', () => {
    tell({
      tone: 'failure',
      words: {
        en: 'A part of the editor could not be loaded. Your diagram is safe. Check the connection, then try again or reload the page.',
        ja: 'エディターの一部を読み込めませんでした。ダイアグラムは無事です。接続を確認してから、もう一度試すかページを再読み込みしてください。',
      },
    });
  });
}

function forgetOldInTime(journal: Journal, { state }: Desk): void {
  setTimeout(() => {
    const forget = async (): Promise<void> => {
      const { forgetOld } = await import('./files/makeRoom');
      await forgetOld(journal, state.getState().diagram);
    };
    // Next time, then.
    forget().catch(() => undefined);
  }, untilForgetting);
}

/** A validation worker for whoever needs one of their own. */
export function hireValidator(): Worker {
  return new Worker(new URL('../worker/validateWorker.ts', import.meta.url), { type: 'module' });
}

function startValidator(): Validator {
  const worker = hireValidator();
  worker.addEventListener('error', () => {
    tell({
      tone: 'failure',
      words: {
        en: 'Checking the diagram stopped working. The diagram itself is safe; reload the page to check it again.',
        ja: 'ダイアグラムの検証が停止しました。ダイアグラム自体は無事です。ページを再読み込みすると検証が再開されます。',
      },
    });
  });
  return worker;
}
