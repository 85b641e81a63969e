/** The picture on the screen: the view moves from page to page, and the packet along its way. */
import type { PlayerPacket } from '../core/publish/player/packet';
import type { PlayerMoment, PlayerPage } from '../core/publish/player/content';
import type { PlayerData } from '../core/publish/player/playerData';
import type { Place } from '../core/scenes/timeline';
import { pointAt } from '../core/scenes/track';
import type { Rect } from '../lib/rect';
import type { Language } from '../lib/words';
import { between, framed } from './camera';
import { make, makeSvg, set } from './dom';
import { createPicture } from './picture';

/** Above the picture, for the name of the lens, in px; as the style sheet has it. */
const lensRoom = 40;

/** How long the view takes from one page to the next, in ms. */
const cameraTime = 700;

export interface Stage {
  readonly element: HTMLElement;
  show(page: PlayerPage, moment: PlayerMoment, language: Language, isStill: boolean): void;
  /** Where the packet is; undefined where none is shown. */
  place(packet: PlayerPacket | undefined, place: Place): void;
  /** Of the dots that move on a page without scenes. */
  setMoving(isMoving: boolean): void;
}

export function createStage(data: PlayerData): Stage {
  const picture = createPicture(data, 'stage');
  const label = makeSvg('text', { 'text-anchor': 'middle', y: 4 });
  const disc = makeSvg('rect', { y: -11, height: 22, rx: 11 });
  const packet = makeSvg('g', { class: 'packet', visibility: 'hidden' }, disc, label);
  picture.element.append(packet);
  const element = make('figure', { class: 'stage' });
  const lens = make('p', { class: 'lens', hidden: true });
  element.append(picture.element, lens);

  let target: Rect | undefined;
  let view: Rect | undefined;
  let frame = 0;
  let at: { readonly x: number; readonly y: number } | undefined;
  const size = () => ({
    w: element.clientWidth,
    h: Math.max(1, element.clientHeight - (lens.hidden ? 0 : lensRoom)),
  });
  const look = (now: Rect): void => {
    view = now;
    picture.look(now);
    placeDisc();
  };
  /** As large on the screen however near the view is. */
  const placeDisc = (): void => {
    if (at === undefined || view === undefined) return;
    const scale = view.w / Math.max(1, element.clientWidth);
    set(packet, { transform: `translate(${at.x.toFixed(2)} ${at.y.toFixed(2)}) scale(${scale.toFixed(4)})` });
  };
  const settle = (): void => {
    cancelAnimationFrame(frame);
    if (target !== undefined) look(framed(target, size()));
  };
  new ResizeObserver(settle).observe(element);

  return {
    element,
    show: (page, moment, language, isStill) => {
      picture.show(page, moment, language);
      lens.hidden = page.lens === null;
      lens.textContent = page.lens === null ? '' : page.lens[language];
      if (target === page.view) return;
      target = page.view;
      const from = view;
      if (from === undefined || isStill) {
        settle();
        return;
      }
      cancelAnimationFrame(frame);
      const began = performance.now();
      frame = requestAnimationFrame(function move(now) {
        const share = (now - began) / cameraTime;
        look(between(from, framed(page.view, size()), share));
        if (share < 1) frame = requestAnimationFrame(move);
      });
    },
    place: (given, { stop, share }) => {
      const here = given?.stops[stop];
      set(packet, { visibility: here === undefined ? 'hidden' : undefined });
      if (given === undefined || here === undefined) return;
      const next = given.stops[stop + 1] ?? here;
      at = pointAt(given.points, here.at + (next.at - here.at) * share);
      if (label.textContent !== given.label) {
        label.textContent = given.label;
        const width = Math.max(34, 14 + given.label.length * 7);
        set(disc, { x: -width / 2, width });
      }
      set(packet, { 'data-reply': here.isReply, 'data-stopped': here.isStopped && share === 0 });
      placeDisc();
    },
    setMoving: (isMoving) => {
      if (isMoving) picture.element.unpauseAnimations();
      else picture.element.pauseAnimations();
    },
  };
}
