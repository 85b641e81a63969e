/**
 * Keeps what is typed in the code pane and not taken over by the diagram, so that it is there after a reload or a crash; it
 * is dropped when it is taken over or given up.
 */
import type { Store } from '../../core/store/store';
import type { Desk } from '../files/desk';
import type { DraftId, DraftStore, KeptDraft, KeptStart } from './draftStore';
import type { Draft, FoundDraft, Said, TextEditing } from './editingState';

export interface KeepOptions {
  readonly desk: Pick<Desk, 'state'>;
  readonly store: Store;
  readonly editing: TextEditing;
  readonly drafts: DraftStore;
  /** This tab, for as long as its page is loaded. */
  readonly tab: string;
  readonly now: () => number;
  /** Calls back every so many ms; gives how to stop that. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export interface DraftKeeping {
  /** Puts back what was typed in the diagram that is on the desk. */
  find(): Promise<void>;
  /** The diagram is about to go from the desk: what was typed in it stays kept. */
  leave(): void;
  /** Writes now what was typed since it was last written. */
  flush(): void;
}

/** How often what is typed is written, in ms: not for each key. */
const rhythm = 250;
/** No revision: the diagram of then comes with the text. */
const unheardOf = -1;

interface Held {
  readonly id: DraftId;
  readonly from: Said;
  start: KeptStart;
  written: string | undefined;
}

export function keepDrafts({ desk, store, editing, drafts, tab, now, every }: KeepOptions): DraftKeeping {
  const held = new Map<string, Held>();
  let stop: (() => void) | undefined;
  let visit = 0;
  // What cannot be written is in the page still, as it would be if nothing were kept.
  const write = (work: Promise<void>): void => void work.catch(() => undefined);

  const flush = (): void => {
    for (const [key, own] of held) {
      const text = editing.textOf(key === '' ? null : key);
      if (text === undefined || text === own.written) continue;
      own.written = text;
      write(drafts.type(own.id, text, now()));
    }
  };

  const begin = (key: string, draft: Draft): void => {
    const { diagram, seq } = desk.state.getState();
    const { from } = draft;
    // The text that is shown may be that of a moment ago.
    const isNow = from.revision === store.revision;
    const start: KeptStart = {
      format: draft.format,
      text: from.text,
      seq,
      ...(isNow ? {} : { document: from.document ?? store.document }),
    };
    const id: DraftId = [diagram, key, tab];
    held.set(key, { id, from, start, written: undefined });
    write(drafts.begin(id, start));
  };

  const follow = (): void => {
    const all = editing.state.getState().drafts;
    for (const [key, { id }] of held)
      if (!all.has(key)) {
        held.delete(key);
        write(drafts.drop([id]));
      }
    for (const [key, draft] of all) {
      const own = held.get(key);
      if (own === undefined || own.from !== draft.from) begin(key, draft);
      else if (draft.isBehind && own.start.document === undefined && draft.from.document !== undefined) {
        own.start = { ...own.start, document: draft.from.document };
        write(drafts.begin(own.id, own.start));
      }
    }
    if (held.size > 0) stop ??= every(rhythm, flush);
    else {
      stop?.();
      stop = undefined;
    }
  };

  const putBack = ({ id, start, text }: KeptDraft): FoundDraft => {
    const { diagram, seq } = desk.state.getState();
    const [, key] = id;
    // A diagram that is as it was then is the one of now.
    const from: Said =
      start.document === undefined
        ? { revision: store.revision, document: store.document, text: start.text }
        : { revision: unheardOf, document: start.document, text: start.text };
    const own: DraftId = [diagram, key, tab];
    held.set(key, { id: own, from, start, written: text });
    if (id[2] !== tab) write(moved(drafts, { id, start, text, typed: now() }, own));
    return { key, text, format: start.format, from, isBehind: start.seq !== seq };
  };

  editing.state.subscribe((state, before) => {
    if (state.drafts !== before.drafts) follow();
  });
  return {
    async find() {
      const own = ++visit;
      const found = await drafts.of(desk.state.getState().diagram).catch(() => []);
      // Another diagram has been put on the desk meanwhile.
      if (own !== visit) return;
      const latest = new Map<string, KeptDraft>();
      for (const each of found) {
        const [, key] = each.id;
        if (!latest.has(key) && !held.has(key)) latest.set(key, each);
      }
      if (latest.size > 0) editing.restore([...latest.values()].map(putBack));
      // Something may have been typed before anybody looked.
      follow();
    },
    leave() {
      flush();
      visit++;
      held.clear();
    },
    flush,
  };
}

/** The record of an earlier time goes once there is a new one. */
async function moved(drafts: DraftStore, { id, start, text, typed }: KeptDraft, to: DraftId): Promise<void> {
  await Promise.all([drafts.begin(to, start), drafts.type(to, text, typed)]);
  await drafts.drop([id]);
}
