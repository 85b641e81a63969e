/** The tour as far as it is shown: nothing, its offer, or one of its steps; and nothing of it while something is presented. */
import { useStore } from 'zustand';
import { useSession } from '../useEditor';
import { steps } from './steps';
import { TourCard } from './TourCard';
import { TourOffer } from './TourOffer';
import { tour } from './tourState';
import './tour.css';

export function Tour() {
  const at = useStore(tour, (state) => state.at);
  const isPresenting = useSession(({ presenting }) => presenting !== null);
  if (at === 'nowhere') return null;
  if (at === 'offered') return isPresenting ? null : <TourOffer />;
  const step = steps[at];
  return step === undefined ? null : <TourCard step={step} index={at} isHidden={isPresenting} />;
}
