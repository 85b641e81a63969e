import type { Arrow } from '../../core/drawing/arrows';
import type { ArrowPaths } from './arrowPaths';

interface ArrowMarksProps {
  readonly verdict: Arrow['verdict'];
  readonly paths: ArrowPaths;
}

/** The lines and marks of an arrow, or of several with one verdict. */
export function ArrowMarks({ verdict, paths }: ArrowMarksProps) {
  const { reached, beyond, head, broken, plates, crosses } = paths;
  const isOpen = verdict === 'blocked' || verdict === 'not-computed';
  return (
    <>
      <path className="arrow-halo" d={reached + beyond} />
      <path className="arrow-line" d={reached} />
      {beyond === '' ? null : <path className="arrow-line arrow-beyond" d={beyond} />}
      {head === '' ? null : <path className={isOpen ? 'arrow-head is-open' : 'arrow-head'} d={head} />}
      {broken === '' ? null : <path className="arrow-head is-open is-broken" d={broken} />}
      {crosses === '' ? null : (
        <>
          <path className="arrow-cross-plate" d={plates} />
          <path className="arrow-cross" d={crosses} />
        </>
      )}
    </>
  );
}
