import type { Document } from '../model/document';
import { mentionedBy } from '../scenes/mentioned';
import type { DocumentDraft } from './command';

/**
 * After a deletion: no scene has a flow in focus that is not there. What scenes referred to they call by its name from now on, so
 * that whoever presents can be told what is missing. `before`: the document that still has it.
 */
export function soundScenes(draft: DocumentDraft, before: Document): void {
  for (const [id, scene] of before.scenes) {
    const drafted = draft.scenes.get(id);
    if (drafted === undefined) continue;
    for (const mentioned of mentionedBy(scene)) {
      const name = nameOf(before, mentioned);
      if (name === undefined || draft.flows.has(mentioned) || draft.resources.has(mentioned)) continue;
      drafted.gone = { ...drafted.gone, [mentioned]: name };
      delete drafted.flows[mentioned];
    }
  }
}

function nameOf({ flows, resources }: Document, id: string): string | undefined {
  const flow = flows.get(id);
  if (flow === undefined) return resources.get(id)?.name;
  return flow.label === ''
    ? `${resources.get(flow.from)?.name ?? ''} → ${resources.get(flow.to)?.name ?? ''}`
    : flow.label;
}
