/** The tour as far as it is shown: nothing, its offer, or one of its steps; and nothing of it while something is presented. */
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../useEditor';
import { TourOffer } from './TourOffer';
import { tour } from './tourState';
import './tour.css';

/** Loaded when the tour is taken: its offer comes to everybody who is here for the first time. */
const TourStep = lazy(async () => ({ default: (await import('./TourStep')).TourStep }));

export function Tour() {
  const at = useStore(tour, (state) => state.at);
  const isPresenting = useSession(({ presenting }) => presenting !== null);
  if (at === 'nowhere') return null;
  if (at === 'offered') return isPresenting ? null : <TourOffer />;
  return (
    <Suspense fallback={null}>
      <TourStep at={at} isHidden={isPresenting} />
    </Suspense>
  );
}
