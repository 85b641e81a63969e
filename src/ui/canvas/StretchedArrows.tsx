/**
 * Many arrows that a drag stretches, as a few paths for each verdict: a step of the drag then changes as many elements for a
 * hundred arrows as for one.
 */
import type { Arrow } from '../../core/drawing/arrows';
import { ArrowMarks } from './ArrowMarks';
import { arrowPaths, joinedPaths } from './arrowPaths';

/** Up to so many are drawn one by one, with all that one arrow may have. */
export const mostAlone = 16;

/** The lines alone, for where nothing else can be seen. */
export function StretchedLines({ arrows }: StretchedProps) {
  return grouped(arrows).map(([verdict, all]) => (
    <g key={verdict} className={`arrow arrow-${verdict}`}>
      <path
        className="arrow-line"
        d={all
          .flatMap(({ shown }) => [...shown.reached, ...shown.beyond])
          .map((points) => `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`)
          .join('')}
      />
    </g>
  ));
}

/** With all that tells their verdicts. */
export function StretchedArrows({ arrows }: StretchedProps) {
  return grouped(arrows).map(([verdict, all]) => (
    <g key={verdict} className={`arrow arrow-${verdict}`}>
      <ArrowMarks verdict={verdict} paths={joinedPaths(all.map(arrowPaths))} />
    </g>
  ));
}

interface StretchedProps {
  readonly arrows: Iterable<Arrow>;
}

function grouped(arrows: Iterable<Arrow>): (readonly [Arrow['verdict'], readonly Arrow[]])[] {
  const groups = new Map<Arrow['verdict'], Arrow[]>();
  for (const arrow of arrows) {
    const group = groups.get(arrow.verdict);
    if (group === undefined) groups.set(arrow.verdict, [arrow]);
    else group.push(arrow);
  }
  return [...groups];
}
