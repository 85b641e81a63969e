/** A network outside AWS, drawn as an end of flows: any of its addresses. */
import { addressText, blockOf } from '../../../lib/cidr';
import { isUnknown } from '../../model/value';
import type { OnPremisesFact } from '../facts';
import type { Behaviour } from './behaviour';

export const onPremises: Behaviour<OnPremisesFact> = {
  asEnd(fact) {
    const hidden = fact.blocks.find(isUnknown);
    if (hidden !== undefined) return { is: 'unknown', why: hidden.unknown };
    const addresses = fact.blocks.flatMap((text) => {
      const block = isUnknown(text) ? undefined : blockOf(text);
      if (block === undefined) return [];
      // The first host of the block stands for all of them.
      const value = block.prefix >= (block.family === 4 ? 31 : 127) ? block.first : block.first + 1n;
      return [{ family: block.family, value, text: addressText({ family: block.family, value }) }];
    });
    return { is: 'outside', addresses };
  },
};
