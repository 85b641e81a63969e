/** Routes that win and lead nowhere, of a VPC or of a transit gateway: to what is gone, or back to where the packet has been. */
import type { Words } from '../../lib/words';
import { addressInJapanese, addressWords, type IpAddress } from './address';
import { rowWords } from './rowWords';
import type { Outcome, Packet, StepMade, Walk } from './walk';

export function blackholeSays(route: string, destination: IpAddress, why: Words): Words {
  return {
    en: `${route} wins for ${addressWords(destination)}, but is a blackhole: ${why.en}`,
    ja: `${addressInJapanese(destination)} には ${rowWords(route).ja} が選ばれますが、ブラックホールです: ${why.ja}`,
  };
}

export function dropAsLoop(walk: Walk, made: StepMade, route: string, packet: Packet): Outcome {
  const stop = walk.drop(
    {
      ...made,
      code: 'loop',
      analyzerCode: 'NO_PATH',
      final: true,
      says: {
        en: `${route} leads the packet back to where it has been`,
        ja: `${route} により、パケットは通過済みの場所に戻ります`,
      },
    },
    packet,
  );
  return stop ?? { arrived: false, disposition: 'loop' };
}
