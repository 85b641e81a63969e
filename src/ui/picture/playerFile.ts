/** The diagram on the desk as a page that presents it, in one file. */
import { program } from 'virtual:player';
import { embeddable } from '../../core/picture/source';
import { iconsOf } from '../../core/publish/player/content';
import { playerHtml } from '../../core/publish/player/playerHtml';
import type { Editor } from '../../editor/editor';
import { ownPrices } from '../cost/ownPrices';
import { artworkOf } from './drawn';
import type { PictureChoice, PictureFile } from './pictureFiles';
import { askPublication, type Waiting } from './publication';

export async function playerFile(
  { store, catalog }: Editor,
  { language, theme, source: isWanted }: PictureChoice,
  waiting: Waiting,
): Promise<PictureFile> {
  const { document } = store;
  const answer = await askPublication(
    { ask: 'player', document, prices: ownPrices.getState().prices },
    waiting,
  );
  if (!('content' in answer)) throw new Error('expected what the player shows');
  const { content } = answer;
  const artwork = await artworkOf(iconsOf(content));
  const source = isWanted ? await embeddable(catalog, document) : undefined;
  return {
    content: playerHtml(content, {
      program,
      language,
      theme,
      artwork,
      ...(source === undefined ? {} : { source }),
    }),
    type: 'text/html',
    ending: '.html',
    lacksSource: isWanted && source === undefined,
    isCoarse: false,
    missing: [],
  };
}
