/** All pages, each on a sheet of its own as it is when everything on it has come: while the page is being printed. */
import type { PlayerData } from '../core/publish/player/playerData';
import type { Language } from '../lib/words';
import { make, set } from './dom';
import { createPicture } from './picture';
import { blockElement } from './text';

export function printable(data: PlayerData, language: Language): HTMLElement {
  return make(
    'div',
    { class: 'sheets' },
    ...data.pages.map((page, index) => {
      const picture = createPicture(data, `sheet-${index + 1}`);
      const last = page.moments.at(-1);
      if (last !== undefined) picture.show(page, last, language);
      picture.look(page.view);
      set(picture.element, { width: page.view.w, height: page.view.h });
      return make(
        'section',
        { class: 'sheet' },
        make('h1', {}, page.title[language]),
        make('div', { class: 'text' }, ...page.text[language].map(blockElement)),
        ...(page.lens === null ? [] : [make('p', { class: 'sheet-lens' }, page.lens[language])]),
        picture.element,
      );
    }),
  );
}
