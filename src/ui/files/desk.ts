/**
 * The desk: which diagram is being worked on, where it is kept, and whether it is safe. Everything that puts another
 * document in the editor goes through here, so that the one before is never lost.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Document } from '../../core/model/document';
import type { Change } from '../../core/store/store';
import type { Editor } from '../../editor/editor';
import type { Viewport } from '../../editor/session';
import { NotOwner, type DiagramId, type Head, type Journal, type Kept, type KeptFile } from './journal';
import type { Release } from './oneTab';

export interface DeskState {
  readonly diagram: DiagramId;
  readonly file: KeptFile | null;
  /** The number of the last change. */
  readonly seq: number;
  readonly safety: Safety;
}

export type Safety =
  | { readonly is: 'kept' | 'keeping' }
  /** The browser does not keep the diagram; only a file would. */
  | { readonly is: 'not-kept'; readonly because: 'full' | 'forbidden' };

export interface Desk {
  readonly editor: Editor;
  readonly state: StoreApi<DeskState>;
  readonly journal: Journal | null;
  /** Puts a document on the desk; the one before stays in the journal. `kept`: it is already in the journal. */
  put(document: Document, from?: { readonly file?: FromFile | null; readonly kept?: Kept }): Promise<void>;
  /** Settles once everything up to now is kept; false when it could not be. */
  settled(): Promise<boolean>;
  /** The file now holds the document as it is. */
  savedTo(file: FromFile): void;
  /** Called when another tab took the diagram over, and this one goes on with a copy. */
  onCopied: () => void;
}

export type FromFile = Pick<KeptFile, 'name' | 'handle'>;

export interface DeskOptions {
  readonly editor: Editor;
  /** Null where the browser forbids storage. */
  readonly journal: Journal | null;
  /** What is on the desk at the start: the document of the editor's store. */
  readonly first: { readonly kept: Kept | null; readonly file: FromFile | null };
  readonly now: () => number;
  readonly newId: () => string;
  readonly hold: (id: DiagramId) => Promise<Release | undefined>;
  readonly release?: Release;
  /** Forgets what is needed least when the storage is full. */
  readonly makeRoom: () => Promise<void>;
  /** Told the diagram this tab works on, so that reloading the tab comes back to it. */
  readonly remember: (id: DiagramId) => void;
}

interface Arrival {
  readonly id: DiagramId;
  readonly file: KeptFile | null;
  readonly seq: number;
  readonly wanting: boolean;
}

/** After so many changes a snapshot is written, so that reading back stays quick. */
const changesPerSnapshot = 200;
/** Keeping usually takes a few ms; only when it takes longer is it worth a word. */
const patienceMs = 400;

export function createDesk(options: DeskOptions): Desk {
  const { editor, journal, now, newId, hold, remember } = options;
  const owner = newId();
  let release = options.release;
  let pending: { readonly seq: number; readonly patches: Change['patches'] }[] = [];
  let sinceSnapshot = 0;
  /** Whether the journal lacks something, so that only a whole snapshot makes it right again. */
  let wanting = true;
  let scheduled = false;
  /** Once is enough: what is full then, is full. */
  let hasMadeRoom = false;
  let work: Promise<unknown> = Promise.resolve();
  /** What the next `replace` of the store's document is, where it was asked for here. */
  let putting: Arrival | null = null;

  const kept = options.first.kept;
  const state = createStore<DeskState>(() => ({
    diagram: kept?.head.id ?? newId(),
    seq: kept?.seq ?? 0,
    file: kept?.head.file ?? fileOf(options.first.file, 0),
    safety: journal === null ? { is: 'not-kept', because: 'forbidden' } : { is: 'kept' },
  }));
  remember(state.getState().diagram);
  if (kept === null) void holdNew(state.getState().diagram);
  else if (journal !== null) {
    wanting = kept.lost > 0;
    track(journal.take(kept.head.id, owner));
  }

  const desk: Desk = {
    editor,
    journal,
    state,
    onCopied: () => undefined,
    async put(document, { file = null, kept: again } = {}) {
      await desk.settled();
      const id = again?.head.id ?? newId();
      const held = await hold(id);
      if (again !== undefined && held === undefined) {
        // Another tab has it: go on with a copy of it.
        return desk.put(copyOf(document), { file });
      }
      if (again !== undefined) await journal?.take(id, owner);
      release?.();
      release = held;
      putting = {
        id,
        file: again?.head.file ?? fileOf(file, 0),
        seq: again?.seq ?? 0,
        // What lies behind changes that were lost must not follow upon new ones.
        wanting: again === undefined || again.lost > 0,
      };
      editor.store.replace(document);
    },
    async settled() {
      flush();
      // What failed may have begun something else: making room, and writing again.
      for (let before; before !== work;) {
        before = work;
        await before;
      }
      return state.getState().safety.is === 'kept';
    },
    savedTo(file) {
      const { seq } = state.getState();
      state.setState({ file: fileOf(file, seq) });
      wanting = true;
      schedule();
    },
  };

  const head = (): Head => {
    const { diagram, file } = state.getState();
    const { name, resources } = editor.store.document;
    return { id: diagram, name, resources: resources.size, changed: now(), owner, file };
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(flush);
  };

  function flush(): void {
    scheduled = false;
    if (journal === null) {
      pending = [];
      return;
    }
    if (pending.length === 0 && !wanting) return;
    const changes = pending;
    pending = [];
    const { seq } = state.getState();
    if (wanting || sinceSnapshot >= changesPerSnapshot) {
      wanting = false;
      sinceSnapshot = 0;
      // The document is immutable: what is written is what it is now, whatever happens meanwhile.
      track(journal.snapshot(head(), seq, editor.store.document));
    } else {
      sinceSnapshot += changes.length;
      track(journal.add(head(), changes));
    }
  }

  /** Of a diagram that only this tab knows yet. */
  async function holdNew(id: DiagramId): Promise<void> {
    const held = await hold(id);
    if (state.getState().diagram === id) release = held;
    else held?.();
  }

  function track(write: Promise<void>): void {
    const slow = setTimeout(() => {
      if (state.getState().safety.is === 'kept') state.setState({ safety: { is: 'keeping' } });
    }, patienceMs);
    work = Promise.all([
      work,
      write.then(
        () => {
          if (!wanting) state.setState({ safety: { is: 'kept' } });
        },
        (failure: unknown) => failed(failure),
      ),
    ]).finally(() => {
      clearTimeout(slow);
    });
  }

  function failed(failure: unknown): void {
    // From here on the changes would not connect: the next write is a whole snapshot.
    wanting = true;
    if (failure instanceof NotOwner) {
      release?.();
      release = undefined;
      const id = newId();
      state.setState({ diagram: id, file: null });
      remember(id);
      void holdNew(id);
      desk.onCopied();
      schedule();
      return;
    }
    const isFull = failure instanceof DOMException && failure.name === 'QuotaExceededError';
    if (isFull && !hasMadeRoom) {
      hasMadeRoom = true;
      state.setState({ safety: { is: 'keeping' } });
      work = Promise.all([work, options.makeRoom().then(flush, flush)]);
      return;
    }
    state.setState({ safety: { is: 'not-kept', because: isFull ? 'full' : 'forbidden' } });
  }

  editor.store.subscribe(({ patches, origin }) => {
    if (origin.by === 'replace') {
      const next = putting ?? { id: newId(), file: null, seq: 0, wanting: true };
      putting = null;
      pending = [];
      ({ wanting } = next);
      sinceSnapshot = 0;
      state.setState({ diagram: next.id, file: next.file, seq: next.seq });
      remember(next.id);
    } else {
      const seq = state.getState().seq + 1;
      state.setState({ seq });
      pending.push({ seq, patches });
    }
    schedule();
  });

  keepViewport(editor, (viewport) => {
    // A viewport that is not kept is no loss worth a word.
    journal?.view(state.getState().diagram, viewport).catch(() => undefined);
  });

  // A diagram that was just begun is kept even before its first change.
  schedule();
  return desk;
}

function fileOf(file: FromFile | null, seq: number): KeptFile | null {
  return file === null ? null : { ...file, seq };
}

export function copyOf(document: Document): Document {
  return { ...document, name: document.name === '' ? '' : `${document.name} (2)` };
}

/** The viewport changes with every frame of a pan: it is kept when it has come to rest, and when the page goes. */
function keepViewport({ session }: Editor, keep: (viewport: Viewport) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    keep(session.getState().viewport);
  };
  session.subscribe((state, before) => {
    if (state.viewport === before.viewport) return;
    clearTimeout(timer);
    timer = setTimeout(now, 300);
  });
  globalThis.addEventListener?.('pagehide', () => {
    if (timer !== undefined) now();
  });
}

/** Whether the file holds the document as it is now. */
export function isInFile({ file, seq }: DeskState): boolean {
  return file !== null && file.seq === seq;
}
