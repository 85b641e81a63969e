/** What of a scene was deleted, said plainly, with what can be done about it. */
import { useMemo } from 'react';
import type { Scene } from '../core/model/document';
import { faultsOf } from '../core/scenes/shown';
import { useDocument, useEditor, useSay } from '../ui/useEditor';
import type { ChangeScene } from './SceneForm';
import { words } from './words';

export interface SceneFaultsProps {
  readonly scene: Scene;
  readonly onChange: ChangeScene;
}

export function SceneFaults({ scene, onChange }: SceneFaultsProps) {
  const editor = useEditor();
  const say = useSay();
  const document = useDocument((each) => each);
  const faults = useMemo(() => faultsOf(editor, document, scene), [editor, document, scene]);
  if (faults.length === 0) return null;
  return (
    <div className="scenes-faults" role="status">
      <ul>
        {faults.map((fault) => (
          <li key={fault.en}>{say(fault)}</li>
        ))}
      </ul>
      {scene.gone !== undefined && (
        <button type="button" className="button" onClick={() => onChange({}, ['gone'])}>
          {say(words.forgetGone)}
        </button>
      )}
      {scene.plan !== undefined && (
        <button type="button" className="button" onClick={() => onChange({}, ['plan'])}>
          {say(words.forgetPlan)}
        </button>
      )}
    </div>
  );
}
