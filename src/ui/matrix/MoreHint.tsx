/** Says that the grid goes on beyond what is in sight: a shade at the edge, and how many columns there are to the right. */
import { useEffect, useState, type RefObject } from 'react';
import type { Words } from '../../lib/words';
import { useSay } from '../useEditor';
import { sizes } from './MatrixGrid';

export interface MoreHintProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
}

const none = { left: false, right: 0, below: false };

export function MoreHint({ scroller, rows, columns }: MoreHintProps) {
  const say = useSay();
  const [hidden, setHidden] = useState(none);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const measure = (): void => {
      const [right, bottom] = [box.scrollLeft + box.clientWidth, box.scrollTop + box.clientHeight];
      const next = {
        left: box.scrollLeft > 0,
        // One of which most is in sight is not counted.
        right: Math.round((sizes.head + columns * sizes.cell - right) / sizes.cell),
        below: sizes.top + rows * sizes.row - bottom > 1,
      };
      setHidden((now) =>
        now.left === next.left && now.right === next.right && now.below === next.below ? now : next,
      );
    };
    measure();
    box.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => {
      box.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rows, columns]);
  return (
    <>
      {hidden.left && <div className="matrix-shade" data-side="left" aria-hidden="true" />}
      {hidden.below && <div className="matrix-shade" data-side="below" aria-hidden="true" />}
      {hidden.right > 0 && (
        <>
          <div className="matrix-shade" data-side="right" aria-hidden="true" />
          <button
            type="button"
            className="matrix-more"
            // The arrow keys do the same on the grid.
            tabIndex={-1}
            onClick={() =>
              scroller.current?.scrollBy({ left: scroller.current.clientWidth - sizes.head - sizes.cell })
            }
          >
            {say(moreColumns(hidden.right))}
          </button>
        </>
      )}
    </>
  );
}

function moreColumns(count: number): Words {
  return {
    en: `${count} more ${count === 1 ? 'column' : 'columns'} →`,
    ja: `ほか ${count} 列 →`,
  };
}
