import type { Scene } from '../model/document';
import { defineCommand, type DocumentDraft } from './command';
import { existingFlows } from './existingFlows';

export const addScene = defineCommand<{ readonly scene: Scene }>({
  label: { en: 'Add scene', ja: 'シーンの追加' },
  run(draft, { scene }) {
    if (draft.scenes.has(scene.id)) return;
    const shown = { ...scene, flows: existingFlows(draft, scene.flows) };
    // A scene is plain data; the draft only takes away its `readonly`.
    draft.scenes.set(scene.id, shown as DocumentDraft['scenes'] extends Map<string, infer S> ? S : never);
  },
});
