/** Drop-down menus, made of actions wherever an action says what to do. */
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { createPortal } from 'react-dom';
import { actionById } from '../../editor/actions';
import { ariaKeys, keysText } from '../../editor/keyboard';
import { CheckGlyph } from '../glyphs';
import { useEditor, useSay } from '../useEditor';
import { landmarkOf, placeBeside, type Align } from './anchored';
import { isMac } from './isMac';

export interface MenuProps {
  readonly className: string;
  /** The button's name, where its content is no text. */
  readonly label?: string;
  readonly button: ReactNode;
  readonly align?: Align;
  readonly children: ReactNode;
}

/** What a line does before its own deed: the menu closes. */
const CloseContext = createContext<() => void>(() => undefined);

export function Menu({ className, label, button, align = 'start', children }: MenuProps) {
  const [openAt, setOpenAt] = useState<'first' | 'last' | 'none' | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpenAt(null);
    trigger.current?.focus();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={openAt !== null}
        data-state={openAt === null ? 'closed' : 'open'}
        onClick={(event) => setOpenAt(openAt === null ? (event.detail === 0 ? 'first' : 'none') : null)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpenAt(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {button}
      </button>
      {openAt !== null && (
        <CloseContext value={close}>
          <MenuList trigger={trigger} align={align} startAt={openAt} onAway={() => setOpenAt(null)}>
            {children}
          </MenuList>
        </CloseContext>
      )}
    </>
  );
}

interface MenuListProps {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly align: Align;
  readonly startAt: 'first' | 'last' | 'none';
  readonly onAway: () => void;
  readonly children: ReactNode;
}

function MenuList({ trigger, align, startAt, onAway, children }: MenuListProps) {
  const close = useContext(CloseContext);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const away = useRef(onAway);
  useEffect(() => {
    away.current = onAway;
  }, [onAway]);
  useLayoutEffect(() => {
    const element = list.current;
    const button = trigger.current;
    if (element === null || button === null) return;
    const place = (): void => {
      const { x, y } = placeBeside(
        button.getBoundingClientRect(),
        { width: element.offsetWidth, height: element.offsetHeight },
        'bottom',
        align,
      );
      element.style.left = `${x}px`;
      element.style.top = `${y}px`;
    };
    place();
    if (startAt === 'none') element.focus();
    else
      linesOf(element)
        .at(startAt === 'first' ? 0 : -1)
        ?.focus();
    const onPress = (event: PointerEvent): void => {
      const at = event.target;
      if (at instanceof Node && !element.contains(at) && !button.contains(at)) away.current();
    };
    const onBlur = (): void => away.current();
    window.addEventListener('pointerdown', onPress, true);
    window.addEventListener('resize', place);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('resize', place);
      window.removeEventListener('blur', onBlur);
    };
  }, [trigger, align, startAt]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // The canvas's shortcuts are not meant while a menu is open.
    event.stopPropagation();
    const all = linesOf(list.current);
    const at = all.findIndex((line) => line === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? all.length - 1 : at - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined && all.length > 0) {
      event.preventDefault();
      all[step % all.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab') {
      close();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      // Typing finds the line that begins so.
      const now = performance.now();
      typed.current = {
        text: (now - typed.current.at < 700 ? typed.current.text : '') + event.key.toLowerCase(),
        at: now,
      };
      const from = typed.current.text.length === 1 ? at + 1 : Math.max(at, 0);
      const rotated = [...all.slice(from), ...all.slice(0, from)];
      rotated.find((line) => line.textContent?.toLowerCase().startsWith(typed.current.text))?.focus();
    }
  };
  return createPortal(
    <div ref={list} role="menu" className="menu" tabIndex={-1} onKeyDown={onKeyDown}>
      {children}
    </div>,
    landmarkOf(trigger.current),
  );
}

/** The lines one can go to. */
function linesOf(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

export interface MenuItemProps {
  readonly glyph?: ReactNode;
  readonly disabled?: boolean;
  readonly keys?: { readonly text: string; readonly aria: string } | undefined;
  /** For a choice among several, and for what is on or off. */
  readonly mark?: { readonly as: 'radio' | 'checkbox'; readonly checked: boolean };
  readonly lang?: string | undefined;
  readonly children: ReactNode;
  readonly onSelect: () => void;
}

export function MenuItem({ glyph, disabled = false, keys, mark, lang, children, onSelect }: MenuItemProps) {
  const close = useContext(CloseContext);
  return (
    <button
      type="button"
      role={mark === undefined ? 'menuitem' : `menuitem${mark.as}`}
      aria-checked={mark?.checked}
      aria-keyshortcuts={keys?.aria}
      className="menu-item"
      tabIndex={-1}
      disabled={disabled}
      lang={lang}
      onPointerMove={(event) => event.currentTarget.focus()}
      onClick={() => {
        close();
        onSelect();
      }}
    >
      <span className="menu-mark">{glyph ?? (mark?.checked === true ? <CheckGlyph /> : null)}</span>
      <span className="menu-item-text">{children}</span>
      {keys !== undefined && (
        <kbd className="menu-keys" aria-hidden="true">
          {keys.text}
        </kbd>
      )}
    </button>
  );
}

/** An action as a line of a menu; nothing where there is no such action. */
export function ActionItem({ id, glyph }: { readonly id: string; readonly glyph?: ReactNode }) {
  const editor = useEditor();
  const say = useSay();
  const action = actionById(id);
  if (action === undefined) return null;
  const keys = action.keys?.[0];
  const checked = action.checked?.(editor);
  return (
    <MenuItem
      glyph={glyph}
      disabled={!action.enabled(editor)}
      keys={keys === undefined ? undefined : { text: keysText(keys, isMac), aria: ariaKeys(keys, isMac) }}
      {...(checked === undefined ? {} : { mark: { as: 'checkbox', checked } })}
      onSelect={() => action.run(editor)}
    >
      {say(action.labelNow?.(editor) ?? action.label)}
    </MenuItem>
  );
}

export function MenuLine() {
  return <hr className="menu-line" />;
}

export interface MenuChoiceProps<T extends string> {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}

/** A choice of one among a few. */
export function MenuChoice<T extends string>({ value, options, onChoose }: MenuChoiceProps<T>) {
  return options.map((option) => (
    <MenuItem
      key={option.value}
      mark={{ as: 'radio', checked: option.value === value }}
      lang={option.lang}
      onSelect={() => onChoose(option.value)}
    >
      {option.label}
    </MenuItem>
  ));
}
