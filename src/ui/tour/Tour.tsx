/** The tour as far as it is shown: nothing, its offer, or one of its steps; and nothing of it while something is presented. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useEditor, useSession } from '../useEditor';
import { hasSubject } from './subject';
import { TourOffer } from './TourOffer';
import { resume, tour } from './tourState';
import './tour.css';

/** Loaded when the tour is taken: its offer comes to everybody who is here for the first time. */
const TourStep = lazy(async () => ({ default: (await import('./TourStep')).TourStep }));

export function Tour() {
  const at = useStore(tour, (state) => state.at);
  const isPresenting = useSession(({ presenting }) => presenting !== null);
  const isElsewhere = useElsewhere();
  if (at === 'nowhere') return null;
  if (at === 'offered') return isPresenting ? null : <TourOffer />;
  if (isElsewhere) return null;
  return (
    <Suspense fallback={null}>
      <TourStep at={at} isHidden={isPresenting} />
    </Suspense>
  );
}

/** Whether another diagram was opened, of which the tour has nothing to say: it goes on when its own is back. */
function useElsewhere(): boolean {
  const { store } = useEditor();
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(
    () =>
      store.subscribe(({ document, origin }) => {
        if (origin.by !== 'replace') return;
        if (typeof tour.getState().at === 'number') resume();
        setElsewhere(!hasSubject(document));
      }),
    [store],
  );
  return isElsewhere;
}
