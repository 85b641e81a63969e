/** Asks the worker for the ways of the flow that is asked about, and again when the question, the diagram or the prices change. */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Editor } from '../../editor/editor';
import { announce, type Comparing } from '../../editor/session';
import type { FromCompareWorker, ToCompareWorker } from '../../worker/compareProtocol';
import { ownPrices } from '../cost/ownPrices';
import { useDocument, useEditor, useSession } from '../useEditor';
import { askedBySelection, askedIn, askedOf, isSameQuestion } from './asked';
import { answerOf, comparedIn, nothingCompared } from './compared';
import { comparedWords } from './words';

/** What changes one after the other is asked about once, in ms. */
const patience = 200;

export function useComparing(): void {
  const editor = useEditor();
  const { session, store } = editor;
  const document = useDocument((found) => found);
  const question = useQuestion();
  const prices = useStore(ownPrices, (state) => state.prices);
  useSelectedFlow(editor);

  const idle = useRef<Worker | null>(null);
  const lastQuestion = useRef<Comparing | null>(null);
  useEffect(() => {
    const compared = comparedIn(editor);
    return () => {
      idle.current?.terminate();
      idle.current = null;
      compared.setState(nothingCompared, true);
      session.setState(({ comparing }) => ({
        comparing: comparing === null ? null : { ...comparing, shown: 0, count: 0 },
      }));
    };
  }, [editor, session]);

  useEffect(() => {
    const compared = comparedIn(editor);
    if (question === null) {
      session.setState({ comparing: askedBySelection(editor) });
      return undefined;
    }
    const asked = askedIn(editor, question);
    if ('because' in asked) {
      compared.setState({ ...nothingCompared, because: asked.because }, true);
      show(editor, 0);
      return undefined;
    }
    const isFirst = compared.getState().answer === null;
    // What is another question has nothing to do with the answer that is there.
    const isOther = question !== lastQuestion.current;
    lastQuestion.current = question;
    compared.setState({ because: null, isAsking: true, failed: false, ...(isOther ? { answer: null } : {}) });
    if (isOther) show(editor, 0);
    let worker: Worker | null = null;
    const ask = (): void => {
      worker = idle.current ?? hireCompareWorker();
      idle.current = null;
      const asking = worker;
      // The worker answers the next question to somebody else.
      const heard = new AbortController();
      const fail = (): void => {
        heard.abort();
        asking.terminate();
        worker = null;
        compared.setState({ ...nothingCompared, failed: true }, true);
        show(editor, 0);
      };
      const answered = ({ data }: MessageEvent<FromCompareWorker>): void => {
        heard.abort();
        worker = null;
        idle.current = asking;
        if (data.comparison === null || store.document !== asked.document) return;
        const answer = answerOf(editor, asked, data.comparison);
        compared.setState({ because: null, answer, isAsking: false, failed: false }, true);
        show(editor, answer.ways.length);
        announce(session, comparedWords(answer.ways.length));
      };
      asking.addEventListener('error', fail, { signal: heard.signal });
      asking.addEventListener('message', answered, { signal: heard.signal });
      const { base, flow, gb } = asked;
      asking.postMessage({ document: base, flow: flow.id, gb, prices } satisfies ToCompareWorker);
    };
    const timer = setTimeout(ask, isFirst ? 0 : patience);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [editor, session, store, document, question, prices]);
}

/** So many ways can be shown now; a way that is shown and is no more gives place to all. */
function show({ session }: Editor, count: number): void {
  session.setState(({ comparing }) => ({
    comparing:
      comparing === null
        ? null
        : { ...comparing, count, shown: comparing.shown <= count ? comparing.shown : 0 },
  }));
}

/** The same object as long as the same is asked, whichever way is shown. */
function useQuestion(): Comparing | null {
  const comparing = useSession((state) => state.comparing);
  const last = useRef<Comparing | null>(null);
  /* oxlint-disable react/refs -- the last question is compared with, so that an equal one is no other */
  if (comparing === null || last.current === null || !isSameQuestion(comparing, last.current))
    last.current = comparing;
  return last.current;
  /* oxlint-enable react/refs */
}

/** A flow that is selected while ways are compared is the one that is meant then. */
function useSelectedFlow(editor: Editor): void {
  useEffect(() => {
    const { session, store } = editor;
    return session.subscribe(({ selection, comparing }, before) => {
      if (selection === before.selection || comparing === null || selection.size !== 1) return;
      const flow = store.document.flows.get([...selection][0] ?? '');
      if (flow !== undefined && flow.id !== comparing.flow) session.setState({ comparing: askedOf(flow) });
    });
  }, [editor]);
}

function hireCompareWorker(): Worker {
  return new Worker(new URL('../../worker/compareWorker.ts', import.meta.url), { type: 'module' });
}
