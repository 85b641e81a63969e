/** The arrows of flows and drawn references, between the containers and the icons, and their labels above both. */
import { memo, useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import { roundedPath } from '../../core/layout/polyline';
import type { Point } from '../../core/model/document';
import { pieceKey } from '../../core/model/pieces';
import type { Arrow, Arrows, ReferenceLine } from '../../core/drawing/arrows';
import type { Bend } from '../../editor/bending';
import { areMerged, arrowsInView } from '../../editor/levelOfDetail';
import type { Following } from '../../editor/movedArrows';
import { viewOf } from '../../editor/view';
import { useEditor, useSession } from '../useEditor';
import { ArrowLabel } from './ArrowLabel';
import { useArrowStates } from './useArrowStates';
import { arrowShifts, isBetween, subscribeToArrows, useArrows } from './useArrows';
import { carriedBy } from './useNodes';
import { useRegion } from './useRegion';
import { useRouting } from './useRouting';
import { mostLayers, shiftingFlows, shiftingReferences, useShifted } from './useShifted';

const cornerRadius = 8;

export function ArrowLayer() {
  const { flows, references } = useNearArrows();
  const { zoom } = useRegion();
  const standing = useArrows('standing');
  const isFar = areMerged(standing, zoom);
  const editor = useEditor();
  const following = useFollowing();
  const lines = useRef<SVGSVGElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  useShifted(editor, lines, shiftingFlows, flows);
  useShifted(editor, lines, shiftingReferences, references);
  useShifted(editor, labels, shiftingFlows, flows);
  useRouting(editor, standing.waiting);
  const hasFocus = useSession((session) => session.flowInFocus !== null);
  return (
    <>
      <svg ref={lines} className={`arrow-layer ${hasFocus ? 'has-focus' : ''}`} aria-hidden="true">
        {following === null || !isFar ? null : <FarStretched flows={following.flows} />}
        {references.map((line) => (
          <Reference key={line.id} line={following?.references.get(line.id) ?? line} />
        ))}
        {flows.map((arrow) => (
          <Line key={arrow.id} arrow={following?.flows.get(arrow.id) ?? arrow} />
        ))}
      </svg>
      <div ref={labels} className={`arrow-labels ${hasFocus ? 'has-focus' : ''}`}>
        {flows.map((arrow) => (
          <ArrowLabel
            key={arrow.id}
            arrow={following?.flows.get(arrow.id) ?? arrow}
            isLayer={following?.flows.has(arrow.id) === true && following.flows.size <= mostLayers}
          />
        ))}
      </div>
    </>
  );
}

/** Those in view as they stand, and those that someone looks at or that are stretched by a drag. */
function useNearArrows(): Arrows {
  const editor = useEditor();
  const arrows = useArrows('standing');
  const region = useRegion();
  const selection = useSession((session) => session.selection);
  const hovered = useSession((session) => session.hovered);
  const inFocus = useSession((session) => session.flowInFocus);
  const beside = useSession((session) => session.flowsBeside);
  const moved = useSession(() => viewOf(editor).moved());
  const carried = useSession(() => carriedBy(editor));
  return useMemo(() => {
    const isLookedAt = (id: string): boolean =>
      selection.has(id) || id === hovered || id === inFocus || beside.has(id);
    const isStretched = (arrow: Arrow): boolean =>
      moved !== null && !isBetween(arrow, (id) => moved.has(id)) && !isBetween(arrow, (id) => !moved.has(id));
    const isFar = areMerged(arrows, region.zoom);
    const isKept = (arrow: Arrow): boolean => isLookedAt(arrow.id) || (!isFar && isStretched(arrow));
    return arrowsInView(arrows, region, isKept, carried === '' ? undefined : arrowShifts(editor)).near;
  }, [arrows, region, selection, hovered, inFocus, beside, moved, carried, editor]);
}

/** What goes along with what is dragged or resized; null while nothing is. */
function useFollowing(): Following | null {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => subscribeToArrows(editor, changed), [editor]);
  return useSyncExternalStore(subscribe, () => viewOf(editor).following());
}

/** Where nothing can be read all that is stretched is drawn at once, as lines alone. */
function FarStretched({ flows }: Pick<Following, 'flows'>) {
  const byVerdict = new Map<string, string>();
  for (const { verdict, shown } of flows.values()) {
    const lines = [...shown.reached, ...shown.beyond];
    const path = lines.map((points) => `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`).join('');
    byVerdict.set(verdict, (byVerdict.get(verdict) ?? '') + path);
  }
  return [...byVerdict].map(([verdict, path]) => (
    <g key={verdict} className={`arrow arrow-${verdict}`}>
      <path className="arrow-line" d={path} />
    </g>
  ));
}

const Reference = memo(function Reference({ line }: { readonly line: ReferenceLine }) {
  return <path className="reference" data-reference={line.id} d={pathOf(line.shown)} />;
});

const Line = memo(function Line({ arrow }: { readonly arrow: Arrow }) {
  const states = useArrowStates(arrow.id);
  const { verdict, pieces, reached, beyond, shown, cross } = arrow;
  const end = (beyond.length > 0 ? beyond : reached).at(-1);
  const start = reached[0]?.[0];
  return (
    <g className={`arrow arrow-${verdict} ${states}`} data-flow={arrow.id}>
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
      {cross === null ? null : <Cross {...cross} r={8} arm={3.5} />}
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

/**
 * Draws at the tip of a line, with the line coming from the left; `at` turns a place around the tip, in px, into one on the
 * canvas. Paths have no `transform` of their own: one that changes makes the browser put all layers together anew.
 */
function around(tip: Point, before: Point | undefined): (x: number, y: number) => string {
  const [dx, dy] = before === undefined ? [1, 0] : [tip.x - before.x, tip.y - before.y];
  const length = Math.hypot(dx, dy);
  const [cos, sin] = length === 0 ? [1, 0] : [dx / length, dy / length];
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return (x, y) => `${rounded(tip.x + x * cos - y * sin)} ${rounded(tip.y + x * sin + y * cos)}`;
}

function Head({ points, isOpen }: { readonly points: readonly Point[]; readonly isOpen: boolean }) {
  const tip = points.at(-1);
  if (tip === undefined) return null;
  const at = around(tip, points.at(-2));
  return (
    <path
      className={isOpen ? 'arrow-head is-open' : 'arrow-head'}
      d={`M${at(-9, -4.5)}L${at(0, 0)}L${at(-9, 4.5)}`}
    />
  );
}

/** The reply's head at the start of the arrow, broken: it does not come back. */
function BrokenHead({ points }: { readonly points: readonly Point[] }) {
  const [tip, next] = points;
  if (tip === undefined) return null;
  const at = around(tip, next);
  const [upper, lower] = [
    `M${at(-10, -5.5)}L${at(-6.5, -3.2)}`,
    `M${at(-3.2, -1.6)}L${at(0, 0)}L${at(-3.2, 1.6)}M${at(-6.5, 3.2)}L${at(-10, 5.5)}`,
  ];
  const [x = 0, y = 0] = at(-20, 0).split(' ').map(Number);
  return (
    <>
      <path className="arrow-head is-open is-broken" d={upper + lower} />
      <Cross x={x} y={y} r={7} arm={3} />
    </>
  );
}

/** `r`: of the plate under it; `arm`: half of its height. In px. */
function Cross({ x, y, r, arm }: Point & { readonly r: number; readonly arm: number }) {
  const [left, right, top, bottom] = [x - arm, x + arm, y - arm, y + arm];
  return (
    <>
      <circle className="arrow-cross-plate" cx={x} cy={y} r={r} />
      <path
        className="arrow-cross"
        d={`M${left} ${top} ${right} ${bottom}M${right} ${top} ${left} ${bottom}`}
      />
    </>
  );
}
