/**
 * The code pane's texts beside the diagram: what the worker writes, what somebody types, and what the typing makes of the
 * diagram. It outlives the pane, so that a text that cannot be read yet is there when the pane opens again.
 */
import { createStore } from 'zustand/vanilla';
import type { TemplateId } from '../../core/model/document';
import type { Change, Store } from '../../core/store/store';
import type {
  Code,
  CodeFormat,
  Edited,
  FromCodeWorker,
  TextFault,
  ToCodeWorker,
} from '../../worker/codeProtocol';
import {
  draftKey,
  type Clock,
  type Draft,
  type EditingState,
  type Said,
  type TextEditing,
} from './editingState';
import { templateFileName } from '../export/templateFileName';
import { words } from './words';

/** How long nobody has to type for the text to be read, in ms. */
const pause = 250;
/** What is typed after a longer pause is an undo step of its own, in ms. */
const longestInBurst = 1500;
/** How long reading a text may take, in ms: 5 MB, the most that is read, take about eight seconds. */
const longestReading = 20_000;

export function createTextEditing(
  store: Store,
  hire: () => Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>,
  { now, after }: Clock,
): TextEditing {
  const state = createStore<EditingState>(() => ({
    code: null,
    failed: false,
    drafts: new Map(),
    found: null,
    places: null,
    names: null,
  }));
  let worker: ReturnType<typeof hire> | undefined;
  let panes = 0;
  let wanted: { readonly format: CodeFormat | null; readonly template: TemplateId | null } = {
    format: null,
    template: null,
  };
  let count = 0;
  /** The text whose edit the worker has begun, and for which revision. */
  let begun: Pick<Said, 'text' | 'revision'> | undefined;
  let reading: { readonly number: number; readonly key: string; readonly text: string } | undefined;
  const texts = new Map<string, string>();
  /** What was drawn from nothing has a template once it was edited: its key then, by the key before. */
  const named = new Map<string, string>();
  /** Somebody has typed enough for another reading while one was under way. */
  let isDue = false;
  /** What was put back and has not been read again yet. */
  const unread = new Set<string>();
  let stopWaiting = (): void => {};
  let stopLimit = (): void => {};
  let taking: number | undefined;
  let burst = 0;
  let lastTyped = -Infinity;

  const send = (message: ToCodeWorker): void => worker?.postMessage(message);

  const start = (): void => {
    worker = hire();
    const own = worker;
    begun = undefined;
    reading = undefined;
    own.addEventListener('message', (event) => {
      // Our own worker speaks our protocol.
      if (worker === own) hear((event as MessageEvent<FromCodeWorker>).data);
    });
    own.addEventListener('error', () => {
      if (worker !== own) return;
      const failed = reading;
      if (failed === undefined) {
        // It is there still, and may know how to write what the diagram is next.
        state.setState({ failed: true });
        return;
      }
      stop();
      setFault(failed.key, failed.text, { message: words.notRead });
      if (panes > 0) start();
    });
    send({ say: 'document', revision: store.revision, document: store.document });
    send({ say: 'show', ...wanted });
  };
  const stop = (): void => {
    stopLimit();
    worker?.terminate();
    worker = undefined;
    begun = undefined;
    reading = undefined;
  };

  const hear = (message: FromCodeWorker): void => {
    switch (message.say) {
      case 'code': {
        const { code } = state.getState();
        // What somebody typed is newer than what was written meanwhile.
        if (code !== null && message.revision < code.revision) return;
        state.setState({ code: message, failed: false });
        return;
      }
      case 'edited':
        edited(message);
        return;
      case 'places':
        state.setState({ places: message, names: message.outline });
    }
  };

  const edited = (message: Edited): void => {
    const asked = reading;
    if (asked === undefined || message.number !== asked.number) return;
    stopLimit();
    reading = undefined;
    if ('fault' in message) setFault(asked.key, asked.text, message.fault);
    else if (message.revision === store.revision) follow(asked, message);
    // Somebody changed the diagram meanwhile: what the text changes in that is another question.
    else isDue = true;
    if (isDue) ask(asked.key);
    else askUnread();
    if (panes === 0 && reading === undefined) stop();
  };

  const follow = (
    { number, key, text }: NonNullable<typeof reading>,
    { changes, template, outline }: Extract<Edited, { readonly revision: number }>,
  ): void => {
    const draft = state.getState().drafts.get(key);
    const { revision } = store;
    taking = number;
    store.follow(words.edit, changes, `text ${burst}`);
    taking = undefined;
    // Nothing that is drawn or kept has changed, and nobody was told.
    if (store.revision === revision) send({ say: 'taken', revision, number });
    state.setState({ names: outline });
    if (draft === undefined) return;
    const from: Said = { revision: store.revision, document: store.document, text };
    if (key !== draftKey(template)) named.set(key, draftKey(template));
    begun = from;
    const drafts = new Map(state.getState().drafts);
    drafts.delete(key);
    const { code } = state.getState();
    const isShown = code !== null && draftKey(code.template) === key;
    const typed = texts.get(key);
    texts.delete(key);
    if (typed !== undefined && typed !== text) {
      texts.set(draftKey(template), typed);
      drafts.set(draftKey(template), { ...draft, fault: null, isBehind: false, from });
    }
    state.setState({
      drafts,
      ...(isShown
        ? { code: { ...code, revision: store.revision, text, template, authored: draft.format } }
        : {}),
    });
    if (wanted.template === null) wanted = { ...wanted, template };
    if (isShown) send({ say: 'show', ...wanted });
  };

  const said = ({ revision, text }: Code): Said => ({
    revision,
    document: revision === store.revision ? store.document : undefined,
    text,
  });
  const setDraft = (key: string, draft: Draft | undefined): void => {
    const drafts = new Map(state.getState().drafts);
    if (draft === undefined) {
      drafts.delete(key);
      texts.delete(key);
    } else drafts.set(key, draft);
    state.setState({ drafts });
  };
  const setFault = (key: string, text: string, fault: TextFault): void => {
    const draft = state.getState().drafts.get(key);
    if (draft !== undefined && texts.get(key) === text)
      setDraft(key, { ...draft, fault: { ...fault, text } });
  };

  const begin = (template: TemplateId | null, format: CodeFormat, from: Said): void => {
    if (begun !== undefined && begun.text === from.text && begun.revision === from.revision) return;
    begun = from;
    const { revision, document, text } = from;
    const its = document ?? store.document;
    const fileName = templateFileName(its, its.templates.get(template ?? '')?.fileName, format);
    const isKnown = document === undefined || revision === store.revision;
    send({ say: 'begin', revision, template, fileName, text, ...(isKnown ? {} : { document }) });
  };

  const ask = (asked: string): void => {
    const key = named.get(asked) ?? asked;
    stopWaiting();
    isDue = false;
    const draft = state.getState().drafts.get(key);
    const text = texts.get(key);
    if (draft === undefined || text === undefined || reading !== undefined) return;
    if (worker === undefined) start();
    begin(key === '' ? null : key, draft.format, draft.from);
    reading = { number: ++count, key, text };
    stopLimit = after(longestReading, () => {
      const late = reading;
      stop();
      if (late !== undefined) setFault(late.key, late.text, { message: words.tooSlow });
      if (panes > 0) start();
    });
    send({ say: 'edit', number: reading.number, text });
  };

  const askUnread = (): void => {
    for (const key of unread) {
      if (reading !== undefined) return;
      unread.delete(key);
      ask(key);
    }
  };

  store.subscribe((change: Change) => {
    const { revision, document, patches, origin } = change;
    if (origin.by === 'replace') {
      stopWaiting();
      texts.clear();
      named.clear();
      unread.clear();
      state.setState({ drafts: new Map(), found: null, places: null, names: null });
      wanted = { ...wanted, template: null };
      send({ say: 'document', revision, document });
      send({ say: 'show', ...wanted });
      return;
    }
    if (taking !== undefined) {
      send({ say: 'taken', revision, number: taking });
      return;
    }
    send({ say: 'patches', revision, patches });
    const { drafts } = state.getState();
    if (drafts.size > 0)
      state.setState({
        drafts: new Map([...drafts].map(([key, draft]) => [key, { ...draft, isBehind: true }])),
      });
  });

  return {
    state,
    attach() {
      panes++;
      if (worker === undefined) start();
      return () => {
        panes--;
        if (panes > 0) return;
        // What was typed last is still read.
        for (const [key, { fault }] of state.getState().drafts) if (fault === null) ask(key);
        if (reading === undefined) stop();
      };
    },
    show(format, template) {
      if (wanted.format === format && wanted.template === template) return;
      wanted = { format, template };
      send({ say: 'show', ...wanted });
    },
    typed(text) {
      const { code, drafts } = state.getState();
      if (code === null) return;
      const key = draftKey(code.template);
      named.delete(key);
      const draft = drafts.get(key);
      const from = draft?.from ?? said(code);
      if (now() - lastTyped > longestInBurst) burst++;
      lastTyped = now();
      stopWaiting();
      if (text === from.text && reading === undefined) {
        isDue = false;
        setDraft(key, undefined);
        return;
      }
      texts.set(key, text);
      if (draft === undefined) setDraft(key, { format: code.format, from, fault: null, isBehind: false });
      stopWaiting = after(pause, () => {
        // One reading at a time.
        if (reading === undefined) ask(key);
        else isDue = true;
      });
    },
    textOf: (template) => texts.get(draftKey(template)),
    discard() {
      const { code } = state.getState();
      if (code === null) return;
      stopWaiting();
      stopLimit();
      reading = undefined;
      setDraft(draftKey(code.template), undefined);
    },
    restore(found) {
      const drafts = new Map(state.getState().drafts);
      for (const { key, text, ...draft } of found) {
        // What is typed now is newer.
        if (drafts.has(key)) continue;
        drafts.set(key, { ...draft, fault: null });
        texts.set(key, text);
        unread.add(key);
      }
      const [first] = found;
      state.setState({ drafts, found: first === undefined || first.key === '' ? null : first.key });
      askUnread();
    },
    place(findings) {
      const { code, drafts } = state.getState();
      if (code === null || code.revision !== store.revision || drafts.size > 0 || worker === undefined)
        return;
      begin(code.template, code.format, said(code));
      const about = findings.map(({ key, on, field, blames, place }) => ({
        key,
        on,
        ...(field === undefined ? {} : { field }),
        ...(blames === undefined ? {} : { blames }),
        ...(place === undefined ? {} : { place }),
      }));
      send({ say: 'places', number: ++count, findings: about });
    },
  };
}
