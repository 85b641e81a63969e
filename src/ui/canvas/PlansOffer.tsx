/** Beside an arrow that was just drawn and has no way: what would give it one, each applied as one step. */
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { boxesFor } from '../../editor/camera';
import { applyFix } from '../../editor/fixes';
import { partsOfPlan } from '../../editor/planParts';
import { announce } from '../../editor/session';
import { viewOf } from '../../editor/view';
import { centreOf } from '../../lib/rect';
import { keysText } from '../../editor/keyboard';
import { actionById } from '../../editor/actions';
import { CloseGlyph } from '../glyphs';
import { useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { offerMark } from './focusOffer';
import { isMac } from '../shell/isMac';
import { useWays } from './useWays';
import { offerWords as words } from './offerWords';
import './offer.css';

export function PlansOffer({ canvas }: { readonly canvas: RefObject<HTMLElement | null> }) {
  const editor = useEditor();
  const { session, store } = editor;
  const say = useSay();
  const id = useSession(({ offerFor }) => offerFor);
  const isLeft = useSession(({ offerFor, selection, gesture, newEnd }) =>
    offerFor === null ? true : !selection.has(offerFor) || gesture !== null || newEnd !== null,
  );
  const verdict = useVerdicts(({ traces }) => (id === null ? undefined : traces.get(id)?.verdict));
  const finding = useVerdicts(({ findings }) =>
    findings.find(({ on, fixes }) => on[0] === id && fixes !== undefined && fixes.length > 0),
  );
  // What mends it with least effort comes first, then what else would: they are there to be compared.
  const ways = useWays(verdict === 'blocked' ? id : null);
  const cheapest = finding?.fixes ?? [];
  const titles = new Set(cheapest.map(({ title }) => title.en));
  const plans = [...cheapest, ...ways.filter(({ title }) => !titles.has(title.en))];
  const isShown = plans.length > 0 && !isLeft;
  // It goes when something else is looked at, and is no longer needed when the traffic arrives.
  useEffect(() => {
    if (isLeft || verdict === 'reachable') session.setState({ offerFor: null, preview: null });
  }, [session, isLeft, verdict]);
  const count = isShown ? plans.length : 0;
  useEffect(() => {
    if (count === 0) return;
    const keys = actionById('quick-fix')?.keys?.[0];
    const text = keys === undefined ? '' : keysText(keys, isMac);
    announce(session, {
      en: `The arrow has no way. ${count === 1 ? '1 way to give it one' : `${count} ways to give it one`}: ${text} chooses`,
      ja: `この矢印には経路がありません。経路を作る方法が ${count} 件あります。${text} で選べます`,
    });
  }, [session, count]);
  const card = useRef<HTMLElement>(null);
  const viewport = useSession((state) => state.viewport);
  useLayoutEffect(() => {
    const element = card.current;
    const arrow = viewOf(editor)
      .arrows()
      .flows.find((each) => each.id === id);
    if (element === null || id === null) return;
    const flow = store.document.flows.get(id);
    const [end] = flow === undefined ? [] : boxesFor(editor, [flow.to]);
    const at = arrow?.label ?? (end === undefined ? { x: 0, y: 0 } : centreOf(end));
    const { size } = viewOf(editor);
    const margin = 12;
    const x = at.x * viewport.zoom + viewport.x + 44;
    const y = at.y * viewport.zoom + viewport.y + 16;
    element.style.left = `${Math.max(64, Math.min(x, size.w - element.offsetWidth - margin))}px`;
    element.style.top = `${Math.max(margin, Math.min(y, size.h - element.offsetHeight - 56))}px`;
  }, [editor, store, id, viewport, isShown, count]);
  const close = useCallback((): void => {
    // Whoever chose by keyboard goes on where the arrow is.
    if (card.current?.contains(document.activeElement) === true)
      canvas.current?.focus({ preventScroll: true });
    session.setState({ offerFor: null, preview: null });
  }, [session, canvas]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (card.current?.contains(document.activeElement) !== true) return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [close]);
  if (!isShown) return null;
  const keys = actionById('quick-fix')?.keys?.[0];
  return (
    <section
      ref={card}
      className="plans-offer"
      aria-label={say(words.title)}
      data-over-canvas
      {...{ [offerMark]: '' }}
    >
      <header>
        <h2>{say(words.title)}</h2>
        <button type="button" className="icon-button" aria-label={say(words.close)} onClick={close}>
          <CloseGlyph />
        </button>
      </header>
      <ul>
        {plans.map((plan) => (
          <li key={plan.title.en}>
            <button
              type="button"
              onPointerEnter={() => session.setState({ preview: plan })}
              onPointerLeave={() => session.setState({ preview: null })}
              onFocus={() => session.setState({ preview: plan })}
              onBlur={() => session.setState({ preview: null })}
              onClick={() => {
                close();
                applyFix(editor, plan);
              }}
            >
              <span>{say(plan.title)}</span>
              <small>{say(partsOfPlan(editor, plan))}</small>
            </button>
          </li>
        ))}
      </ul>
      {keys === undefined ? null : (
        <footer>
          <kbd>{keysText(keys, isMac)}</kbd> {say(words.byKeys)}
        </footer>
      )}
    </section>
  );
}
