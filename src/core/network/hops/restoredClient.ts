import type { ResourceId } from '../../model/document';
import { addressInJapanese, addressWords } from '../address';
import type { Packet, Walk } from '../walk';

/** The step of a reply in which what had put its own address in place of the client’s puts that back. */
export function tellRestored(walk: Walk, by: ResourceId, restored: Packet): void {
  const name = walk.world.name(by);
  walk.pass(
    {
      at: by,
      what: 'translate',
      direction: 'in',
      rewrites: true,
      resource: by,
      says: {
        en: `${name} puts the client’s address back: ${addressWords(restored.destination)}`,
        ja: `${name} は送信先をクライアントのアドレス ${addressInJapanese(restored.destination)} に戻します`,
      },
    },
    restored,
  );
}
