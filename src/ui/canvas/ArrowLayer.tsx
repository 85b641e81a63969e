/** The arrows of flows and drawn references, between the containers and the icons, and their labels above both. */
import { memo, useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Point } from '../../core/model/document';
import { pieceKey } from '../../core/model/pieces';
import type { Arrow, Arrows, ReferenceLine } from '../../core/drawing/arrows';
import type { Bend } from '../../editor/bending';
import { areMerged, arrowsInView } from '../../editor/levelOfDetail';
import type { Following } from '../../editor/movedArrows';
import { viewOf } from '../../editor/view';
import { useEditor, useSession } from '../useEditor';
import { ArrowLabel } from './ArrowLabel';
import { ArrowMarks } from './ArrowMarks';
import { arrowPaths, pathOf } from './arrowPaths';
import { mostAlone, StretchedArrows, StretchedLines } from './StretchedArrows';
import { useArrowStates } from './useArrowStates';
import { arrowShifts, isBetween, subscribeToArrows, useArrows } from './useArrows';
import { carriedBy } from './useNodes';
import { useRegion } from './useRegion';
import { useRouting } from './useRouting';
import { mostLayers, shiftingFlows, shiftingReferences, useShifted } from './useShifted';

export function ArrowLayer() {
  const { flows, references, alone, together } = useNearArrows();
  const { zoom } = useRegion();
  const standing = useArrows('standing');
  const isFar = areMerged(standing, zoom);
  const editor = useEditor();
  const following = useFollowing();
  const lines = useRef<SVGSVGElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  useShifted(editor, lines, shiftingFlows, alone);
  useShifted(editor, lines, shiftingReferences, references);
  useShifted(editor, labels, shiftingFlows, flows);
  useRouting(editor, standing.waiting);
  const hasFocus = useSession((session) => session.flowInFocus !== null);
  return (
    <>
      <svg ref={lines} className={`arrow-layer ${hasFocus ? 'has-focus' : ''}`} aria-hidden="true">
        {following === null || !isFar ? null : <StretchedLines arrows={following.flows.values()} />}
        {together.length === 0 ? null : (
          <StretchedArrows arrows={together.map((arrow) => following?.flows.get(arrow.id) ?? arrow)} />
        )}
        {references.map((line) => (
          <Reference key={line.id} line={following?.references.get(line.id) ?? line} />
        ))}
        {alone.map((arrow) => (
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

interface NearArrows extends Pick<Arrows, 'flows' | 'references'> {
  /** The flows that are drawn one by one, and those that are not, as too many of them are stretched at once. */
  readonly alone: readonly Arrow[];
  readonly together: readonly Arrow[];
}

/** Those in view as they stand, and those that someone looks at or that are stretched by a drag. */
function useNearArrows(): NearArrows {
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
    const shifts = carried === '' ? undefined : arrowShifts(editor);
    const { flows, references } = arrowsInView(arrows, region, isKept, shifts).near;
    const together = flows.filter((arrow) => isStretched(arrow) && !isLookedAt(arrow.id));
    if (together.length <= mostAlone) return { flows, references, alone: flows, together: [] };
    const many = new Set(together);
    return { flows, references, alone: flows.filter((arrow) => !many.has(arrow)), together };
  }, [arrows, region, selection, hovered, inFocus, beside, moved, carried, editor]);
}

/** What goes along with what is dragged or resized; null while nothing is. */
function useFollowing(): Following | null {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => subscribeToArrows(editor, changed), [editor]);
  return useSyncExternalStore(subscribe, () => viewOf(editor).following());
}

const Reference = memo(function Reference({ line }: { readonly line: ReferenceLine }) {
  return <path className="reference" data-reference={line.id} d={pathOf(line.shown)} />;
});

const Line = memo(function Line({ arrow }: { readonly arrow: Arrow }) {
  const states = useArrowStates(arrow.id);
  const { verdict, pieces } = arrow;
  return (
    <g className={`arrow arrow-${verdict} ${states}`} data-flow={arrow.id}>
      <ArrowMarks verdict={verdict} paths={arrowPaths(arrow)} />
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
