import type { Scene } from '../model/document';
import { defineCommand, type DocumentDraft } from './command';
import { existingFlows } from './existingFlows';

/** What a scene may have or not have. */
export type SceneOption = 'notes' | 'lens' | 'plan' | 'asks' | 'builds' | 'gone';

export interface SetSceneArgs {
  readonly id: string;
  readonly values: Partial<Omit<Scene, 'id'>>;
  /** What is taken away from it. */
  readonly without?: readonly SceneOption[];
}

export const setScene = defineCommand<SetSceneArgs>({
  label: { en: 'Change scene', ja: 'シーンの変更' },
  run(draft, { id, values, without = [] }) {
    const scene = draft.scenes.get(id);
    if (scene === undefined) return;
    Object.assign(scene, values);
    if (values.flows !== undefined) scene.flows = existingFlows(draft, values.flows);
    for (const option of without) delete (scene as SceneDraft)[option];
  },
});

type SceneDraft = DocumentDraft['scenes'] extends Map<string, infer S> ? S : never;
