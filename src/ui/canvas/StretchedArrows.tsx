/**
 * Many arrows that a drag stretches, as a few paths for each verdict: a step of the drag then changes as many elements for a
 * hundred arrows as for one.
 */
import type { Arrow } from '../../core/drawing/arrows';
import { brokenHead, crossPath, headPath, pathOf, platePath } from './arrowMarks';

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
  return grouped(arrows).map(([verdict, all]) => {
    const reached = all.map(({ shown }) => pathOf(shown.reached)).join('');
    const beyond = all.map(({ shown }) => pathOf(shown.beyond)).join('');
    const ends = all.map((arrow) => (arrow.beyond.length > 0 ? arrow.beyond : arrow.reached).at(-1) ?? []);
    const broken =
      verdict === 'reply-blocked' ? all.flatMap(({ reached: [first] }) => brokenHead(first ?? []) ?? []) : [];
    const crosses = [...all.flatMap(({ cross }) => cross ?? []), ...broken.map(({ cross }) => cross)];
    return (
      <g key={verdict} className={`arrow arrow-${verdict}`}>
        <path className="arrow-halo" d={reached + beyond} />
        <path className="arrow-line" d={reached} />
        {beyond === '' ? null : <path className="arrow-line arrow-beyond" d={beyond} />}
        <path
          className={isOpenHead(verdict) ? 'arrow-head is-open' : 'arrow-head'}
          d={ends.map(headPath).join('')}
        />
        {broken.length === 0 ? null : (
          <path className="arrow-head is-open is-broken" d={broken.map(({ path }) => path).join('')} />
        )}
        <path className="arrow-cross-plate" d={crosses.map((at) => platePath(at, 8)).join('')} />
        <path className="arrow-cross" d={crosses.map((at) => crossPath(at, 3.5)).join('')} />
      </g>
    );
  });
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

export function isOpenHead(verdict: Arrow['verdict']): boolean {
  return verdict === 'blocked' || verdict === 'not-computed';
}
