/** The internet drawn as an end of flows: any public address, or the one that is meant. */
import { isUnknown } from '../../model/value';
import type { InternetFact } from '../facts';
import type { Behaviour } from './behaviour';

export const internet: Behaviour<InternetFact> = {
  asEnd: (fact) =>
    isUnknown(fact.address)
      ? { is: 'unknown', why: fact.address.unknown }
      : { is: 'internet', address: fact.address },
};
