/** What can be put on the canvas: dragged there, clicked and then placed, or placed at once by Enter. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { startPlacing, stopPlacing } from '../../editor/place';
import { placeByKeyboard } from '../../editor/placeByKeyboard';
import { CloseGlyph, FoldGlyph, SearchGlyph, UnfoldGlyph } from '../glyphs';
import { useNarrow } from '../shell/useNarrow';
import { useEditor, useSay, useSession } from '../useEditor';
import { entriesFor, entriesOf, iconEntry, type Entry } from './entries';
import { KindIcon } from './KindIcon';
import './palette.css';
import { groupLabels, words } from './words';

/** Loaded with the first search. */
const IconEntries = lazy(async () => ({ default: (await import('../pictures/IconEntries')).IconEntries }));

export function Palette() {
  const editor = useEditor();
  const { session } = editor;
  const say = useSay();
  const narrow = useNarrow();
  const open = useSession((state) => state.paletteOpen);
  const tool = useSession((state) => state.tool);
  const [query, setQuery] = useState('');
  const entries = useMemo(() => entriesOf(editor.catalog), [editor.catalog]);
  const isRail = !open && !narrow;
  const groups = entriesFor(entries, isRail ? '' : query);
  const shown = groups.flatMap((group) => group.entries);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // One stop of the Tab key for the whole list: the entry that was used last, else the first.
  const stop =
    current?.startsWith(iconEntry) || shown.some(({ id }) => id === current) ? current : shown[0]?.id;
  const isInHand = (entry: Entry): boolean =>
    tool.tool === 'place' && tool.kind === entry.kind.kind && tool.preset === entry.preset;

  const place = (entry: Entry): void => {
    startPlacing(editor, entry.kind.kind, entry.preset);
    placeByKeyboard(editor, entry.kind.kind);
    stopPlacing(editor);
  };
  const clear = (): void => {
    setQuery('');
    search.current?.focus();
  };
  const buttons = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
  ];
  const focusOn = (button: HTMLElement | undefined): void => {
    if (button === undefined) return;
    setCurrent(button.dataset['entry'] ?? null);
    button.focus();
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next < 0) search.current?.focus();
    else focusOn(all[Math.min(next, all.length - 1)]);
  };

  const button = (entry: Entry) => (
    <EntryButton
      key={entry.id}
      entry={entry}
      isRail={isRail}
      isInHand={isInHand(entry)}
      isStop={entry.id === stop}
      onUse={() => setCurrent(entry.id)}
      onPlace={() => place(entry)}
    />
  );

  return (
    <div className={isRail ? 'palette palette-rail' : 'palette'}>
      <div className="palette-head">
        {!isRail && (
          <div className="palette-search">
            <SearchGlyph />
            <input
              ref={search}
              type="search"
              className="field"
              aria-label={say(words.search)}
              placeholder={say(words.search)}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.keyCode === 229) return;
                if (event.key === 'ArrowDown') {
                  event.preventDefault();
                  focusOn(buttons()[0]);
                }
                const [first] = shown;
                if (event.key === 'Enter' && query.trim() !== '' && first !== undefined) place(first);
                if (event.key === 'Escape' && query !== '') {
                  event.stopPropagation();
                  setQuery('');
                }
              }}
            />
            {query !== '' && (
              <button
                type="button"
                className="icon-button palette-clear"
                aria-label={say(words.clear)}
                onClick={clear}
              >
                <CloseGlyph size={12} />
              </button>
            )}
          </div>
        )}
        {!narrow && (
          <button
            type="button"
            className="icon-button"
            aria-label={say(open ? words.fold : words.unfold)}
            aria-expanded={open}
            onClick={() => session.setState({ paletteOpen: !open })}
          >
            {open ? <FoldGlyph /> : <UnfoldGlyph />}
          </button>
        )}
      </div>
      {/* The arrow keys walk through the entries, which are buttons of their own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} className="palette-list scrolls" onKeyDown={walk}>
        {groups.map(({ group, entries: inGroup }) => (
          <fieldset key={group} className="palette-group">
            <legend className={isRail ? 'unseen' : 'palette-title'}>{say(groupLabels[group])}</legend>
            {inGroup.map(button)}
          </fieldset>
        ))}
        {isRail || query.trim() === '' ? null : (
          <Suspense fallback={null}>
            <IconEntries query={query} button={button} />
          </Suspense>
        )}
        {groups.length === 0 && (
          <div className="palette-nothing">
            <p>{say(words.nothing)}</p>
            <button type="button" className="button button-outlined" onClick={clear}>
              {say(words.clear)}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

interface EntryButtonProps {
  readonly entry: Entry;
  readonly isRail: boolean;
  readonly isInHand: boolean;
  readonly isStop: boolean;
  readonly onUse: () => void;
  readonly onPlace: () => void;
}

/** The pointer has to travel so far, in px, for a press to become a drag. */
const dragThreshold = 4;

function EntryButton({ entry, isRail, isInHand, isStop, onUse, onPlace }: EntryButtonProps) {
  const editor = useEditor();
  const say = useSay();
  const press = useRef<{ readonly x: number; readonly y: number; dragging: boolean } | null>(null);
  const stopListening = useRef<(() => void) | null>(null);
  useEffect(() => () => stopListening.current?.(), []);
  const begin = (x: number, y: number): void => {
    const pressed = { x, y, dragging: false };
    press.current = pressed;
    const onMove = (event: PointerEvent): void => {
      if (pressed.dragging || Math.hypot(event.clientX - x, event.clientY - y) < dragThreshold) return;
      pressed.dragging = true;
      startPlacing(editor, entry.kind.kind, entry.preset);
    };
    const onEnd = (event: PointerEvent): void => {
      stopListening.current?.();
      // The canvas places what is let go over it; anywhere else nothing is meant.
      const isOverCanvas = event.target instanceof Element && event.target.closest('.shell-canvas') !== null;
      if (pressed.dragging && !(event.type === 'pointerup' && isOverCanvas)) stopPlacing(editor);
    };
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape') stopListening.current?.();
    };
    stopListening.current = () => {
      window.removeEventListener('pointermove', onMove, true);
      window.removeEventListener('pointerup', onEnd, true);
      window.removeEventListener('pointercancel', onEnd, true);
      window.removeEventListener('keydown', onKey, true);
      stopListening.current = null;
    };
    window.addEventListener('pointermove', onMove, true);
    window.addEventListener('pointerup', onEnd, true);
    window.addEventListener('pointercancel', onEnd, true);
    window.addEventListener('keydown', onKey, true);
  };
  const label = say(entry.label);
  return (
    <button
      type="button"
      className="palette-entry"
      data-tip={isRail ? `${label}: ${say(entry.summary)}` : say(entry.summary)}
      data-tip-side="right"
      data-entry={entry.id}
      aria-label={label}
      aria-pressed={isInHand}
      tabIndex={isStop ? 0 : -1}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Touch would keep sending its events here; the canvas has to see them.
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.releasePointerCapture(event.pointerId);
        begin(event.clientX, event.clientY);
      }}
      onClick={(event) => {
        onUse();
        const dragged = press.current?.dragging === true;
        press.current = null;
        if (dragged) return;
        // A click without a pointer is Enter, Space or a screen reader: it goes where the selection is.
        if (event.detail === 0) onPlace();
        else if (isInHand) stopPlacing(editor);
        else startPlacing(editor, entry.kind.kind, entry.preset);
      }}
    >
      <KindIcon kind={entry.kind} icon={entry.icon} />
      {!isRail && <span className="palette-name">{label}</span>}
    </button>
  );
}
