/** Makes a presentation of why a flow is blocked, adds it to the scenes as one step, and opens it. */
import type { FlowId } from '../core/model/document';
import { planAdding } from '../core/storyboard/draft';
import { whyNotScenes } from '../core/storyboard/whyNot';
import type { Editor } from '../editor/editor';
import { planWithRoom } from '../editor/planWithRoom';
import { announce, notify } from '../editor/session';
import type { FromStoryboardWorker, ToStoryboardWorker } from '../worker/storyboardProtocol';
import { whyBlocked } from './actions';

export async function makeWhyNot(editor: Editor, id: FlowId): Promise<void> {
  const { catalog, store, session } = editor;
  const { document } = store;
  const answer = await answered({ document, flow: id }).catch(() => undefined);
  if (answer === undefined) {
    notify(session, {
      en: 'The explanation could not be made; try again.',
      ja: '説明を作成できませんでした。もう一度お試しください。',
    });
    return;
  }
  const { trace, mends } = answer;
  const flow = document.flows.get(id);
  const [mend] = mends;
  const drafts =
    flow === undefined || trace === null
      ? []
      : whyNotScenes(catalog, document, {
          flow,
          trace,
          mend: mend === undefined ? null : { ...mend, plan: planWithRoom(editor, mend.plan) ?? mend.plan },
        });
  // While it was thought out the diagram may have become another one, in which there is nothing to explain.
  if (drafts.length === 0 || store.document.flows.get(id) !== flow) {
    notify(session, {
      en: 'The arrow has changed meanwhile; there is nothing to explain.',
      ja: '矢印が変更されたため、説明を作成できません。',
    });
    return;
  }
  const { first, ...plan } = planAdding(store.document, whyBlocked, drafts, () => editor.newId('scene'));
  store.apply(plan);
  announce(session, {
    en: `${drafts.length} scenes added`,
    ja: `${drafts.length} 件のシーンを追加しました`,
  });
  session.setState({ panel: 'scenes', presenting: first ?? null });
}

function answered(question: ToStoryboardWorker): Promise<FromStoryboardWorker> {
  const worker = new Worker(new URL('../worker/storyboardWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<FromStoryboardWorker>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromStoryboardWorker>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('the worker could not be started')));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
