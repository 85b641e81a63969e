/** A box over the interface in which one types, and a list below that follows: the pattern of a combobox with a listbox. */
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../../lib/isComposing';
import { SearchGlyph } from '../glyphs';
import { useSay } from '../useEditor';
import './commands.css';
import { emptyWords } from './words';

export interface Line {
  readonly id: string;
  /** Lines of one group stand together, under its title. */
  readonly group: string;
  readonly content: ReactNode;
  /** It can be read and not be chosen: its content says why. */
  readonly isOff?: boolean;
}

export interface SearchBoxProps {
  readonly title: string;
  readonly className?: string;
  readonly hint: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly lines: readonly Line[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  /** Enter, or a click on the active line. */
  readonly onChoose: (index: number, how: 'enter' | 'shift-enter' | 'mod-enter' | 'click') => void;
  /** How many were found, said to screen readers and shown below. */
  readonly status: string;
  readonly foot?: ReactNode;
  /** Where its upper left corner would be, in px of the screen; it stays on the screen. In the middle at the top by default. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** Of a box at a place of its own, in px; its list scrolls. */
const tallest = 340;

export function SearchBox(props: SearchBoxProps) {
  const say = useSay();
  const { title, className = '', hint, query, lines, active, status, foot, at, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const idOf = (index: number): string => `${base}-${index}`;
  // A layout effect, so that it is closed, and gives the focus back, while it is still in the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector('input')?.focus();
    return () => shown?.close();
  }, []);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown === null || at === undefined) return;
    const margin = 8;
    const { width } = shown.getBoundingClientRect();
    const most = { x: innerWidth - width - margin, y: innerHeight - tallest - margin };
    shown.style.margin = `${Math.max(margin, Math.min(at.y, most.y))}px 0 0 ${Math.max(margin, Math.min(at.x, most.x))}px`;
  }, [at]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, lines]);

  return (
    // The press on the backdrop is a shortcut for Escape, which keyboards have.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className={`dialog search-box ${className}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => {
        // Shortcuts of the canvas are not meant while this is open.
        event.stopPropagation();
        act(event, props);
      }}
    >
      <div className="search-box-head">
        <SearchGlyph />
        <input
          type="text"
          role="combobox"
          className="search-box-field"
          aria-label={title}
          aria-expanded={lines.length > 0}
          aria-controls={`${base}-list`}
          aria-autocomplete="list"
          aria-activedescendant={lines.length === 0 ? undefined : idOf(active)}
          autoComplete="off"
          spellCheck={false}
          placeholder={hint}
          value={query}
          onChange={(event) => props.onQuery(event.target.value)}
        />
      </div>
      <div
        ref={list}
        id={`${base}-list`}
        role="listbox"
        aria-label={title}
        className="search-box-list scrolls"
      >
        {grouped(lines).map(({ group, from, members }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset may not stand in a listbox
          <div key={`${group}-${from}`} role="group" aria-label={group}>
            {group === '' ? null : (
              <div className="search-box-group" aria-hidden="true">
                {group}
              </div>
            )}
            {members.map((line, index) => (
              // The keyboard stays in the text field, which names the active line.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={line.id}
                id={idOf(from + index)}
                role="option"
                aria-selected={from + index === active}
                aria-disabled={line.isOff === true ? true : undefined}
                className="search-box-line"
                onPointerMove={() => {
                  if (from + index !== active) props.onActive(from + index);
                }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => props.onChoose(from + index, 'click')}
              >
                {line.content}
              </div>
            ))}
          </div>
        ))}
      </div>
      {lines.length > 0 || query.trim() === '' ? null : (
        <div className="search-box-none">
          <p>{say(emptyWords.hint)}</p>
          <button
            type="button"
            className="button button-outlined"
            onClick={() => {
              props.onQuery('');
              dialog.current?.querySelector('input')?.focus();
            }}
          >
            {say(emptyWords.clear)}
          </button>
        </div>
      )}
      <div className="search-box-foot">
        <span role="status">{status}</span>
        {foot}
      </div>
    </dialog>
  );
}

/** What a key asks for here. Nothing while a word is being composed: Enter and the arrows are the input method's then. */
function act(event: KeyboardEvent, { lines, active, onActive, onChoose, onClose }: SearchBoxProps): void {
  if (isComposing(event.nativeEvent)) return;
  const mod = event.ctrlKey || event.metaKey;
  const last = lines.length - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active >= last ? 0 : active + 1,
    ArrowUp: active <= 0 ? last : active - 1,
    PageDown: Math.min(last, active + 8),
    PageUp: Math.max(0, active - 8),
  };
  const next = steps[event.key];
  if (next !== undefined) {
    event.preventDefault();
    if (last >= 0) onActive(next);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (last >= 0) onChoose(active, event.shiftKey ? 'shift-enter' : mod ? 'mod-enter' : 'enter');
  } else if (event.key === 'Tab') event.preventDefault();
  else if (mod && (event.key === 'k' || event.key === '/')) {
    event.preventDefault();
    onClose();
  } else if (mod && event.key === 'f') {
    event.preventDefault();
    if (event.target instanceof HTMLInputElement) event.target.select();
  }
}

interface Group {
  readonly group: string;
  /** The index of its first line among all. */
  readonly from: number;
  readonly members: readonly Line[];
}

function grouped(lines: readonly Line[]): readonly Group[] {
  const groups: { group: string; from: number; members: Line[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const open = groups.at(-1);
    if (open?.group === line.group) open.members.push(line);
    else groups.push({ group: line.group, from: index, members: [line] });
  }
  return groups;
}
