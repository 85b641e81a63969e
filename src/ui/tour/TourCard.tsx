/** A step of the tour: rings around what it speaks of, and a card beside them that takes nothing from anybody. */
import { useEffect, useId, useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { actionById } from '../../editor/actions';
import { bringIntoView } from '../../editor/camera';
import { keysText } from '../../editor/keyboard';
import { announce } from '../../editor/session';
import type { Rect } from '../../lib/rect';
import { CheckGlyph, CloseGlyph } from '../glyphs';
import { isMac } from '../shell/isMac';
import { tell } from '../shell/messages';
import { useEditor, useSay } from '../useEditor';
import { cardMark } from './cardMark';
import type { Step } from './step';
import { steps } from './steps';
import { goTo, leave, tour } from './tourState';
import { useSpot } from './useSpot';
import { words } from './words';

export interface TourCardProps {
  readonly step: Step;
  readonly index: number;
  /** While something is presented the step is still under way, and nothing of it is to be seen. */
  readonly isHidden: boolean;
}

export function TourCard({ step, index, isHidden }: TourCardProps) {
  const editor = useEditor();
  const { session } = editor;
  const say = useSay();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const { done, isResumed } = tour.getState();
  const { at, rings } = useSpot(card, step);
  const isLast = index === steps.length - 1;
  const goOn = (): void => (isLast ? finish(card.current) : goTo(index + 1));

  // Who asked for the tour is brought to it; afterwards, and where it goes on by itself, the focus stays where the person works.
  const isFirst = useRef(!isResumed);
  useEffect(() => {
    if (!tour.getState().isResumed) card.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    bringIntoView(editor, step.about(editor));
    // The list of the palette is longer than the window.
    for (const each of step.pointsAt(editor))
      if (each.closest('.canvas') === null) each.scrollIntoView({ block: 'nearest' });
    // The first card is read because the focus comes to it.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const { done: outcome } = tour.getState();
    const place = { en: `Step ${index + 1} of ${steps.length}`, ja: `ステップ ${index + 1}/${steps.length}` };
    const text = step.text(editor);
    announce(session, {
      en: `${outcome === null ? '' : `${outcome.en} `}${place.en}: ${step.title.en}. ${text.en} ${step.byKeys(editor).en}`,
      ja: `${outcome?.ja ?? ''}${place.ja}: ${step.title.ja}。${text.ja}${step.byKeys(editor).ja}`,
    });
  }, [editor, session, step, index]);
  useEffect(
    () => step.watch(editor, (outcome) => (isLast ? finish() : goTo(index + 1, outcome))),
    [editor, step, index, isLast],
  );
  useEffect(() => {
    // What the canvas has a use for Escape for comes first: it has taken the press by then.
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented || isHidden) return;
      // The focus comes to the card itself before it comes to its buttons.
      const isOnward = event.key === 'Enter' && document.activeElement === card.current;
      if (event.key !== 'Escape' && !isOnward) return;
      event.preventDefault();
      if (isOnward) goOn();
      else leaveFrom(card.current);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  if (isHidden) return null;
  const takeTour = actionById('take-tour')?.keys?.[0];
  return (
    <>
      {rings.map((ring, number) => (
        // oxlint-disable-next-line react/no-array-index-key -- a ring is nothing but its number
        <Ring key={number} rect={ring} number={rings.length > 1 ? number + 1 : null} />
      ))}
      <section
        ref={card}
        className="tour-card"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        style={{ left: at.x, top: at.y }}
        {...{ [cardMark]: '' }}
      >
        <header>
          <h2 id={`${id}-title`}>{say(step.title)}</h2>
          <span className="tour-place">{`${index + 1} / ${steps.length}`}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={say(words.skip)}
            title={say(words.skip)}
            onClick={() => leaveFrom(card.current)}
          >
            <CloseGlyph />
          </button>
        </header>
        {done === null ? null : (
          <p className="tour-done">
            <CheckGlyph />
            {say(done)}
          </p>
        )}
        <div id={`${id}-text`}>
          <p>{say(step.text(editor))}</p>
          <p className="tour-keys">{say(step.byKeys(editor))}</p>
        </div>
        <div className="tour-ways">
          {step.ways.map((way) => (
            <button
              key={way.label.en}
              type="button"
              className="button button-outlined"
              onClick={() => way.run(editor)}
            >
              {say(way.label)}
            </button>
          ))}
        </div>
        <footer>
          {takeTour === undefined ? null : (
            <span className="tour-keys">
              <kbd>{keysText(takeTour, isMac)}</kbd> {say(words.keyHint)}
            </span>
          )}
          <button type="button" className="button" disabled={index === 0} onClick={() => goTo(index - 1)}>
            {say(words.back)}
          </button>
          <button type="button" className="button tour-onward" onClick={goOn}>
            {say(isLast ? words.finish : words.next)}
          </button>
        </footer>
      </section>
    </>
  );
}

function Ring({ rect, number }: { readonly rect: Rect; readonly number: number | null }): ReactNode {
  const style: CSSProperties = { left: rect.x, top: rect.y, width: rect.w, height: rect.h };
  // On the corner, as far as that is inside the window.
  const corner: CSSProperties = { left: Math.max(-11, -rect.x), top: Math.max(-11, -rect.y) };
  return (
    <div className="tour-ring" aria-hidden="true" style={style}>
      {number === null ? null : <span style={corner}>{number}</span>}
    </div>
  );
}

/** Whoever was in the card goes on on the canvas; whoever works elsewhere stays there. */
function leaveFrom(card: HTMLElement | null): void {
  const isHere = card?.contains(document.activeElement) === true;
  leave();
  if (isHere) document.querySelector<HTMLElement>('.canvas')?.focus({ preventScroll: true });
}

function finish(card: HTMLElement | null = null): void {
  leaveFrom(card);
  tell({ tone: 'note', words: words.over });
}
