/** The arrows of flows and drawn references, between the containers and the icons, and their labels above both. */
import { memo, useMemo } from 'react';
import { roundedPath } from '../../core/layout/polyline';
import type { Point } from '../../core/model/document';
import { pieceKey } from '../../core/model/pieces';
import type { Arrow, Arrows, ReferenceLine } from '../../core/drawing/arrows';
import type { Bend } from '../../editor/bending';
import { arrowsInView } from '../../editor/levelOfDetail';
import { viewOf } from '../../editor/view';
import { useEditor, useSession } from '../useEditor';
import { ArrowLabel } from './ArrowLabel';
import { useArrowStates } from './useArrowStates';
import { isBetween, useArrows } from './useArrows';
import { useRegion } from './useRegion';
import { useRouting } from './useRouting';

const cornerRadius = 8;

export function ArrowLayer() {
  const { flows, references } = useNearArrows();
  const editor = useEditor();
  useRouting(editor, useArrows('standing').waiting);
  const hasFocus = useSession((session) => session.flowInFocus !== null);
  return (
    <>
      <svg className={`arrow-layer ${hasFocus ? 'has-focus' : ''}`} aria-hidden="true">
        {references.map((line) => (
          <Reference key={line.id} line={line} />
        ))}
        {flows.map((arrow) => (
          <Line key={arrow.id} arrow={arrow} />
        ))}
      </svg>
      <div className={`arrow-labels ${hasFocus ? 'has-focus' : ''}`}>
        {flows.map((arrow) => (
          <ArrowLabel key={arrow.id} arrow={arrow} />
        ))}
      </div>
    </>
  );
}

/** Those in view, and those that someone looks at or that are stretched by a drag. */
function useNearArrows(): Arrows {
  const editor = useEditor();
  const arrows = useArrows('now');
  const region = useRegion();
  const selection = useSession((session) => session.selection);
  const hovered = useSession((session) => session.hovered);
  const inFocus = useSession((session) => session.flowInFocus);
  const beside = useSession((session) => session.flowsBeside);
  const moved = useSession(() => viewOf(editor).moved());
  return useMemo(() => {
    const isLookedAt = (id: string): boolean =>
      selection.has(id) || id === hovered || id === inFocus || beside.has(id);
    const isStretched = (arrow: Arrow): boolean =>
      moved !== null && !isBetween(arrow, (id) => moved.has(id)) && !isBetween(arrow, (id) => !moved.has(id));
    return arrowsInView(arrows, region, (arrow) => isLookedAt(arrow.id) || isStretched(arrow)).near;
  }, [arrows, region, selection, hovered, inFocus, beside, moved]);
}

const Reference = memo(function Reference({ line }: { readonly line: ReferenceLine }) {
  return <path className="reference" d={pathOf(line.shown)} />;
});

const Line = memo(function Line({ arrow }: { readonly arrow: Arrow }) {
  const states = useArrowStates(arrow.id);
  const { verdict, pieces, reached, beyond, shown, cross } = arrow;
  const end = (beyond.length > 0 ? beyond : reached).at(-1);
  const start = reached[0]?.[0];
  return (
    <g className={`arrow arrow-${verdict} ${states}`}>
      <path className="arrow-halo" d={pathOf([...shown.reached, ...shown.beyond])} />
      <path className="arrow-line" d={pathOf(shown.reached)} />
      {shown.beyond.length === 0 ? null : (
        <path className="arrow-line arrow-beyond" d={pathOf(shown.beyond)} />
      )}
      {end === undefined ? null : (
        <Head points={end} isOpen={verdict === 'blocked' || verdict === 'not-computed'} />
      )}
      {verdict === 'reply-blocked' && start !== undefined ? <BrokenHead points={reached[0] ?? []} /> : null}
      {pieces.flatMap(({ from, to, bends }) =>
        bends.map(({ x, y }, index) => (
          <BendHandle
            key={`${from} ${to} ${index}`}
            flow={arrow.id}
            piece={pieceKey(from, to)}
            index={index}
            x={x}
            y={y}
          />
        )),
      )}
      {cross === null ? null : (
        <g transform={`translate(${cross.x} ${cross.y})`}>
          <circle className="arrow-cross-plate" r={8} />
          <path className="arrow-cross" d="M-3.5 -3.5 3.5 3.5M3.5 -3.5-3.5 3.5" />
        </g>
      )}
    </g>
  );
});

/** A bend of the user's: where it is taken hold of, seen while its arrow is pointed at or selected. */
function BendHandle({ flow, piece, index, x, y }: Bend & Point) {
  const isInHand = useSession(
    ({ bendInHand }) => bendInHand?.flow === flow && bendInHand.piece === piece && bendInHand.index === index,
  );
  return <circle className={isInHand ? 'arrow-bend is-in-hand' : 'arrow-bend'} cx={x} cy={y} r={4.5} />;
}

function pathOf(lines: readonly (readonly Point[])[]): string {
  return lines.map((points) => roundedPath(points, cornerRadius)).join('');
}

/** The direction of the line's last (or first) piece, as an angle in degrees. */
function angle(from: Point | undefined, to: Point | undefined): number {
  if (from === undefined || to === undefined) return 0;
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

function Head({ points, isOpen }: { readonly points: readonly Point[]; readonly isOpen: boolean }) {
  const tip = points.at(-1);
  if (tip === undefined) return null;
  return (
    <path
      className={isOpen ? 'arrow-head is-open' : 'arrow-head'}
      d="M-9 -4.5 0 0-9 4.5"
      transform={`translate(${tip.x} ${tip.y}) rotate(${angle(points.at(-2), tip)})`}
    />
  );
}

/** The reply's head at the start of the arrow, broken: it does not come back. */
function BrokenHead({ points }: { readonly points: readonly Point[] }) {
  const [tip, next] = points;
  if (tip === undefined) return null;
  return (
    <g transform={`translate(${tip.x} ${tip.y}) rotate(${angle(next, tip)})`}>
      <path
        className="arrow-head is-open is-broken"
        d="M-10 -5.5-6.5 -3.2M-3.2 -1.6 0 0-3.2 1.6M-6.5 3.2-10 5.5"
      />
      <g transform="translate(-20 0)">
        <circle className="arrow-cross-plate" r={7} />
        <path className="arrow-cross" d="M-3 -3 3 3M3 -3-3 3" />
      </g>
    </g>
  );
}
