/** The design as an HTML file that presents itself, in both languages; it opens in the one that was asked for. */
import { program } from 'virtual:player';
import { catalog } from '../../aws';
import type { Document } from '../../core/model/document';
import { contentOf, iconsOf } from '../../core/publish/player/content';
import { playerHtml } from '../../core/publish/player/playerHtml';
import type { Asked, Written } from './format';
import { artworkOf, sourceOf } from './picture';

export async function writePlayer(document: Document, asked: Asked): Promise<Written> {
  const { given, io, language, prices } = asked;
  const content = contentOf(catalog, document, prices);
  const { source, remarks } = await sourceOf(document, asked);
  const theme = given.value('theme');
  const text = playerHtml(content, {
    program,
    language,
    // A page can be as the reader's system is, and then as the reader wishes.
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    artwork: await artworkOf(iconsOf(content), io),
    ...source,
  });
  const main = { path: 'diagram.html', text };
  return { files: [main], main, isFolder: false, isToLookAt: true, remarks };
}
