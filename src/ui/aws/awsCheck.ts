/** What AWS's validator said of the design that is open: asked for by hand, and forgotten when the design changes. */
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Patch } from '../../core/store/store';
import type { Finding } from '../../core/rules/rule';
import type { Editor } from '../../editor/editor';
import type { AwsAnswer, AwsRequest } from '../../worker/awsProtocol';
import { tell } from '../shell/messages';
import { useEditor } from '../useEditor';
import { foundText, gaveUpText, words } from './words';

export type AwsCheck =
  | { readonly is: 'none' }
  | { readonly is: 'asking' }
  | { readonly is: 'answered'; readonly findings: readonly Finding[] };

/** In ms, with the start, in which 9 MB are loaded and compiled. A template of 500 resources takes one second. */
const patience = 60_000;

const none: AwsCheck = { is: 'none' };
const noFindings: readonly Finding[] = [];
const checks = new WeakMap<Editor, StoreApi<AwsCheck>>();

function checkOf(editor: Editor): StoreApi<AwsCheck> {
  let check = checks.get(editor);
  if (check === undefined) checks.set(editor, (check = createStore<AwsCheck>(() => none)));
  return check;
}

export function useAwsCheck(): AwsCheck {
  return useStore(checkOf(useEditor()));
}

/** The same list until another answer comes. */
export function useAwsFindings(): readonly Finding[] {
  const check = useAwsCheck();
  return check.is === 'answered' ? check.findings : noFindings;
}

let worker: Worker | undefined;

/** What was asked before is not awaited any more. */
export function askAws(editor: Editor): void {
  const { store, session } = editor;
  const check = checkOf(editor);
  if (check.getState().is === 'asking') return;
  check.setState({ is: 'asking' }, true);
  const asked = (worker ??= startWorker());
  const finish = (state: AwsCheck): void => {
    clearTimeout(clock);
    asked.removeEventListener('message', heard);
    asked.removeEventListener('error', failed);
    check.setState(state, true);
    if (state.is === 'none') stop();
  };
  const dismiss = (): void => {
    asked.terminate();
    worker = undefined;
  };
  const clock = setTimeout(() => {
    dismiss();
    finish(none);
    tell({ tone: 'failure', words: gaveUpText(patience / 1000) });
  }, patience);
  const stop = store.subscribe(({ patches, origin }) => {
    if (origin.by !== 'replace' && patches.every(isOnlyDrawing)) return;
    // A worker that is still at it finishes for nobody.
    if (check.getState().is === 'asking') dismiss();
    finish(none);
  });
  const heard = ({ data: { findings, broke } }: MessageEvent<AwsAnswer>): void => {
    finish({ is: 'answered', findings });
    for (const { file, words: own } of broke) tell({ tone: 'failure', words: words.broke(file, own) });
    if (broke.length > 0 && findings.length === 0) return;
    tell({
      tone: 'note',
      words: foundText(findings.length),
      ...(findings.length === 0 || session.getState().panel === 'problems'
        ? {}
        : { offers: [{ label: words.show, run: () => session.setState({ panel: 'problems' }) }] }),
    });
  };
  const failed = (): void => {
    dismiss();
    finish(none);
    tell({ tone: 'failure', words: words.failed });
  };
  asked.addEventListener('message', heard);
  asked.addEventListener('error', failed);
  asked.postMessage({ document: store.document } satisfies AwsRequest);
}

function startWorker(): Worker {
  return new Worker(new URL('../../worker/awsWorker.ts', import.meta.url), { type: 'module' });
}

/** Where things stand, which no template says, and what is beside the design. */
function isOnlyDrawing({ path: [section, , field] }: Patch): boolean {
  if (section === 'resources')
    return ['x', 'y', 'w', 'h', 'locked', 'collapsed', 'zOrder'].includes(String(field));
  return section === 'flows' || section === 'scopes' || section === 'scenes' || section === 'suppressions';
}
