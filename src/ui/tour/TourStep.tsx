/** One step of the tour, by its number. */
import { steps } from './steps';
import { TourCard } from './TourCard';

export function TourStep({ at, isHidden }: { readonly at: number; readonly isHidden: boolean }) {
  const step = steps[at];
  return step === undefined ? null : <TourCard step={step} index={at} isHidden={isHidden} />;
}
