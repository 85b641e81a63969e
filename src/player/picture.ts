/** The picture of a page: what of the design is in view, which arrows count, what is highlighted. */
import type { PlayerMoment, PlayerPage } from '../core/publish/player/content';
import type { PlayerData } from '../core/publish/player/playerData';
import type { Rect } from '../lib/rect';
import type { Language } from '../lib/words';
import { makeSvg, set, svgOf } from './dom';

/** How strong the arrows are that are not in focus. */
const faint = 0.25;

/** One picture in the page. Its ids are told apart by a name. */
export interface Picture {
  readonly element: SVGSVGElement;
  show(page: PlayerPage, moment: PlayerMoment, language: Language): void;
  look(view: Rect): void;
}

export function createPicture(data: PlayerData, name: string): Picture {
  const title = makeSvg('title', { id: `${name}-title` });
  const description = makeSvg('desc', { id: `${name}-description` });
  const drawing = makeSvg('g');
  const highlights = makeSvg('g', { class: 'highlights' });
  const element = makeSvg(
    'svg',
    {
      class: 'picture',
      role: 'img',
      'aria-labelledby': `${name}-title`,
      'aria-describedby': `${name}-description`,
    },
    title,
    description,
    drawing,
    highlights,
  );
  let drawn = '';
  let arrows: readonly { readonly element: Element; readonly flow: string; readonly opacity: number }[] = [];

  const draw = (index: number, language: Language): void => {
    if (drawn === `${index} ${language}`) return;
    drawn = `${index} ${language}`;
    const given = data.drawings[index]?.[language];
    if (given === undefined) return;
    description.textContent = given.description;
    const groups = given.groups.flatMap((each) => data.groups[each] ?? []);
    // In one go: a large diagram has thousands of parts.
    const elements = svgOf(groups.map(({ mark }) => `<g>${data.marks[mark] ?? ''}</g>`).join(''));
    const found: (typeof arrows)[number][] = [];
    groups.forEach(({ name: called, opacity = 1, flow }, at) => {
      const group = elements[at];
      if (group === undefined) return;
      if (called !== undefined) group.prepend(makeSvg('title', {}, called));
      set(group, { opacity: opacity === 1 ? undefined : opacity });
      if (flow !== undefined) found.push({ element: group, flow, opacity });
    });
    arrows = found;
    const dots = given.dots === '' ? [] : svgOf(given.dots);
    const [behind, before] =
      given.dotsBefore < 0
        ? [elements, []]
        : [elements.slice(0, given.dotsBefore), elements.slice(given.dotsBefore)];
    drawing.replaceChildren(...behind, ...dots, ...before);
  };

  return {
    element,
    show: (page, moment, language) => {
      draw(moment.drawing, language);
      title.textContent = page.title[language];
      const focus = new Set(moment.flows);
      for (const arrow of arrows) {
        const isFaint = (focus.size > 0 || page.lens !== null) && !focus.has(arrow.flow);
        const opacity = isFaint ? faint : arrow.opacity;
        set(arrow.element, { opacity: opacity === 1 ? undefined : opacity });
      }
      highlights.replaceChildren(
        ...moment.highlighted.map(({ x, y, w, h }) =>
          makeSvg('rect', { x: x - 6, y: y - 6, width: w + 12, height: h + 12, rx: 10 }),
        ),
      );
    },
    look: ({ x, y, w, h }) =>
      set(element, { viewBox: [x, y, w, h].map((each) => each.toFixed(2)).join(' ') }),
  };
}
