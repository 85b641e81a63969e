/** A Regional AWS service drawn as an end of flows: whoever talks to it asks for its default name. */
import { isUnknown } from '../../model/value';
import type { ServiceFact } from '../facts';
import type { Behaviour } from './behaviour';

export const service: Behaviour<ServiceFact> = {
  asEnd: (fact) =>
    isUnknown(fact.service)
      ? { is: 'unknown', why: fact.service.unknown }
      : { is: 'service', service: fact.service, region: fact.region },
};
