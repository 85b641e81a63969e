/**
 * The offer of the tour, for somebody who is here for the first time. It stands where nothing else is, at the end of the
 * line of the panels' tabs: it covers nothing and moves nothing, and whoever is not interested need not even put it away.
 */
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../editor/session';
import { CloseGlyph } from '../glyphs';
import { useDesk } from '../files/useDesk';
import { useEditor, useSay } from '../useEditor';
import { leave, tour } from './tourState';
import { words } from './words';

/** How much of the line must be free for all of it, and for the short form, in px. */
const roomForAll = 470;
const roomForShort = 190;

type Place = { readonly right: number; readonly bottom: number; readonly isShort: boolean };

export function TourOffer() {
  const { session, store } = useEditor();
  const desk = useDesk();
  const say = useSay();
  const place = useFreeLine();
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    announce(session, words.offered);
  }, [session]);
  // Who opens something else has found a way of their own; the tour is still in the Help menu.
  useEffect(
    () =>
      store.subscribe(({ origin }) => {
        if (origin.by === 'replace' && tour.getState().at === 'offered') leave();
      }),
    [store],
  );
  if (place === null) return null;
  const { right, bottom, isShort } = place;
  return (
    <section className="tour-offer" aria-label={say(words.offer)} style={{ right, bottom }}>
      {isShort ? null : <span>{say(words.newHere)}</span>}
      <button
        type="button"
        className="button tour-onward"
        title={say(words.takeHint)}
        onClick={() => void import('./startTour').then(({ startTour }) => startTour(desk))}
      >
        {say(words.take)}
      </button>
      {isShort ? null : (
        <button
          type="button"
          className="button button-outlined"
          onClick={() => {
            leave();
            void import('../files/openDiagram').then(({ openEmpty }) => openEmpty(desk));
          }}
        >
          {say(words.empty)}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={say(words.notNow)}
        title={say(words.notNow)}
        onClick={leave}
      >
        <CloseGlyph />
      </button>
    </section>
  );
}

/** Where the line of the tabs ends; on a window where it has no room, above that line at the right, beside or above the minimap. Null without panels. */
function useFreeLine(): Place | null {
  const { session } = useEditor();
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const measure = (): void => {
      const line = document.querySelector('.panel-head')?.getBoundingClientRect();
      const tabs = [...document.querySelectorAll('.panel-head [role="tab"]')].at(-1)?.getBoundingClientRect();
      if (line === undefined || tabs === undefined) {
        setPlace(null);
        return;
      }
      const fold = document.querySelector('.panel-fold')?.getBoundingClientRect();
      const end = (fold?.left ?? line.right) - 4;
      const room = end - tabs.right;
      const map = document.querySelector('.canvas-minimap')?.getBoundingClientRect();
      const isShort = room < roomForAll;
      const set = (right: number, bottom: number): void =>
        setPlace({ right: innerWidth - right, bottom: innerHeight - bottom, isShort });
      if (room >= roomForShort) set(end, line.bottom - 2);
      else if (map === undefined || map.width === 0) set(line.right - 8, line.top - 8);
      else {
        const zoom = document.querySelector('.canvas-zoom')?.getBoundingClientRect();
        const isBeside = map.left - (zoom?.right ?? 0) >= roomForShort;
        if (isBeside) set(map.left - 8, line.top - 8);
        else set(map.right, map.top - 8);
      }
    };
    const observer = new ResizeObserver(measure);
    const watch = (): void => {
      observer.disconnect();
      for (const each of document.querySelectorAll('.panel, .panel-tabs, .shell-canvas, .canvas-minimap'))
        observer.observe(each);
    };
    watch();
    // The panels are drawn anew after presenting and after focus mode.
    const stop = session.subscribe((now, before) => {
      if (
        now.presenting !== before.presenting ||
        now.focusMode !== before.focusMode ||
        now.panel !== before.panel
      )
        requestAnimationFrame(() => {
          watch();
          measure();
        });
    });
    return () => {
      observer.disconnect();
      stop();
    };
  }, [session]);
  return place;
}
