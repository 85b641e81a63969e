import type { Scene } from '../model/document';
import { defineCommand } from './command';
import { existingFlows } from './existingFlows';

export interface SetSceneArgs {
  readonly id: string;
  readonly values: Partial<Omit<Scene, 'id'>>;
}

export const setScene = defineCommand<SetSceneArgs>({
  label: { en: 'Change scene', ja: 'シーンの変更' },
  run(draft, { id, values }) {
    const scene = draft.scenes.get(id);
    if (scene === undefined) return;
    Object.assign(scene, values);
    if (values.flows !== undefined) scene.flows = existingFlows(draft, values.flows);
  },
});
