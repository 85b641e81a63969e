/** How far a file is that takes a while, and the way to do without it. */
import { useSay } from '../useEditor';
import { words } from './words';

export interface ProgressProps {
  /** From 0 to 1. */
  readonly done: number;
  readonly onCancel: () => void;
}

export function Progress({ done, onCancel }: ProgressProps) {
  const say = useSay();
  return (
    <div className="picture-progress">
      <progress aria-label={say(words.making)} value={done} max={1} />
      <button type="button" className="button" onClick={onCancel}>
        {say(words.cancel)}
      </button>
    </div>
  );
}
