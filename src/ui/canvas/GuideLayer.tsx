/** What is dragged has come to rest at: lines along edges and middles, and distances that are the same, with their measure in px. */
import type { Guide } from '../../core/layout/snapping';
import { useSession } from '../useEditor';
import { measuredGaps, plate, plateMiddle, type GapGuide } from './guidePlates';
import { Measure } from './Measure';
import './guides.css';

export function GuideLayer({ guides }: { readonly guides: readonly Guide[] }) {
  const zoom = useSession(({ viewport }) => viewport.zoom);
  const measured = measuredGaps(guides, zoom);
  return (
    <svg className="gesture-layer" aria-hidden="true">
      {guides.map((guide) =>
        guide.is === 'line' ? (
          <Line key={`line ${guide.axis} ${guide.at}`} {...guide} />
        ) : (
          <Gap
            key={`gap ${guide.axis} ${guide.from}`}
            {...guide}
            zoom={zoom}
            isMeasured={measured.has(guide)}
          />
        ),
      )}
    </svg>
  );
}

function Line({ axis, at, from, to }: Extract<Guide, { readonly is: 'line' }>) {
  return axis === 'x' ? (
    <line className="guide" x1={at} y1={from} x2={at} y2={to} />
  ) : (
    <line className="guide" x1={from} y1={at} x2={to} y2={at} />
  );
}

/** Half the length of the strokes at its ends, in px of the screen. */
const tick = 4;

function Gap({
  axis,
  from,
  to,
  across,
  zoom,
  isMeasured,
}: GapGuide & { readonly zoom: number; readonly isMeasured: boolean }) {
  const point = (along: number, aside: number): string =>
    axis === 'x' ? `${along} ${aside}` : `${aside} ${along}`;
  const [low, high] = [across - tick / zoom, across + tick / zoom];
  const lines = [
    `M${point(from, across)}L${point(to, across)}`,
    `M${point(from, low)}L${point(from, high)}`,
    `M${point(to, low)}L${point(to, high)}`,
  ];
  const at = plateMiddle({ axis, from, to, across }, zoom);
  return (
    <>
      <path className="guide" d={lines.join('')} />
      {isMeasured ? (
        <Measure at={at} zoom={zoom} plate={plate} of="guide" text={String(Math.round(to - from))} />
      ) : null}
    </>
  );
}
