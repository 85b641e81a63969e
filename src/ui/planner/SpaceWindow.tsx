/** The head of a bar: the whole block in small, with the part of it that is shown and the buttons that change that. */
import type { Space } from '../../core/addresses/addressPlan';
import { partText } from '../../core/addresses/addressPlan';
import { beside, farther, nearer } from '../../core/addresses/gestures';
import { addressAt, shownParts, spanIn } from '../../core/addresses/lanes';
import { blockAround } from '../../core/addresses/tiling';
import { blockText, type Block } from '../../lib/cidr';
import { MinusGlyph, PlusGlyph, RightGlyph } from '../glyphs';
import { useSay } from '../useEditor';
import { windowText, words } from './words';

export interface SpaceWindowProps {
  readonly title: string;
  readonly space: Space;
  readonly shown: Block;
  readonly onShow: (shown: Block) => void;
}

export function SpaceWindow({ title, space, shown, onShow }: SpaceWindowProps) {
  const say = useSay();
  const { block } = space;
  const [before, behind] = [beside(block, shown, -1), beside(block, shown, 1)];
  const closer = nearer(shown, shown.first);
  const wider = farther(block, shown);
  const isWhole = shown.prefix === block.prefix;
  const text = block.family === 4 ? blockText(shown) : `${partText(block, { ...shown, prefix: 64 })} …`;
  return (
    <div className="planner-head">
      <h3>{title}</h3>
      {isWhole ? null : <span className="planner-quiet">{say(windowText(text))}</span>}
      <span className="planner-zoom" role="group" aria-label={say(words.window)}>
        <button
          type="button"
          className="icon-button planner-before"
          aria-label={say(words.before)}
          disabled={before === undefined}
          onClick={() => before && onShow(before)}
        >
          <RightGlyph />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={say(words.behind)}
          disabled={behind === undefined}
          onClick={() => behind && onShow(behind)}
        >
          <RightGlyph />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={say(words.zoomOut)}
          disabled={wider === shown}
          onClick={() => onShow(wider)}
        >
          <MinusGlyph />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={say(words.zoomIn)}
          disabled={closer === shown}
          onClick={() => onShow(closer)}
        >
          <PlusGlyph />
        </button>
      </span>
      {isWhole ? null : (
        // A pointer's shortcut; keyboards have the buttons beside it.
        <div
          className="planner-overview"
          aria-hidden="true"
          onPointerDown={({ currentTarget, clientX }) => {
            const { left, width } = currentTarget.getBoundingClientRect();
            const at = addressAt(block, Math.min(0.999999, (clientX - left) / width));
            onShow(blockAround(block.family, at, shown.prefix));
          }}
        >
          {shownParts(space, block).map(({ id, span }) => (
            <i key={id} className="planner-speck" style={percent(span)} />
          ))}
          <i className="planner-frame" style={percent(spanIn(block, shown) ?? { from: 0, to: 1 })} />
        </div>
      )}
    </div>
  );
}

function percent({ from, to }: { readonly from: number; readonly to: number }) {
  return { left: `${from * 100}%`, width: `${(to - from) * 100}%` };
}
