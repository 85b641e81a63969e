/**
 * A line (or several) of text that is committed when the person is done: on Enter, on leaving it, and when it goes away with
 * something typed in it, so that nothing typed is lost. Enter that belongs to an input method commits nothing. With
 * `options`, what one may mean is offered below it.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { isComposing } from '../../../lib/isComposing';
import { Suggestions, type Suggestion } from './Suggestions';

export type { Suggestion } from './Suggestions';

export interface TextBoxProps {
  readonly value: string;
  readonly id: string;
  readonly place: string;
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean;
  readonly numeric?: boolean;
  readonly multiline?: boolean;
  /** Asked when the list opens. */
  readonly options?: (() => readonly Suggestion[]) | undefined;
  /** Takes the text; false when it cannot be kept as a value, then it stays in the box. */
  readonly commit: (text: string) => boolean | void;
  /** One of the options was chosen; without it, its text is committed. */
  readonly pick?: (option: Suggestion) => void;
  readonly typed?: (text: string | null) => void;
  readonly entered?: () => void;
}

export function TextBox(props: TextBoxProps) {
  const { value, multiline = false, options } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const listId = useId();
  const latest = useRef({ draft, props });
  useEffect(() => {
    latest.current = { draft, props };
  });
  // A box that goes away takes what was typed with it, unless it is committed now: React tells nobody of that blur.
  useEffect(
    () => () => {
      const { draft: left, props: last } = latest.current;
      latest.current = { ...latest.current, draft: null };
      if (left !== null && left !== last.value) last.commit(left);
    },
    [],
  );

  const change = (text: string | null): void => {
    setDraft(text);
    latest.current = { draft: text, props };
    props.typed?.(text);
  };
  const finish = (): void => {
    setOpen(false);
    const left = latest.current.draft;
    if (left === null) return;
    if (left !== value && props.commit(left) === false) return;
    change(null);
  };
  const choose = (option: Suggestion): void => {
    setOpen(false);
    change(null);
    if (props.pick !== undefined) props.pick(option);
    else props.commit(option.text);
  };

  const shown = open && options !== undefined ? matching(options(), draft) : [];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const walks = options !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (walks && !event.altKey) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (shown.length > 0)
        setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length);
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const chosen = shown[active];
      if (chosen === undefined) {
        finish();
        props.entered?.();
      } else choose(chosen);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (shown.length > 0) setOpen(false);
      else if (draft !== null) change(null);
      else box.current?.blur();
    }
  };

  const common = {
    ref: box,
    id: props.id,
    className: `inspector-box${props.mono === true ? ' mono' : ''}`,
    'data-field': props.place,
    value: draft ?? value,
    disabled: props.disabled,
    placeholder: props.placeholder,
    spellCheck: false,
    autoComplete: 'off',
    'aria-label': props.name,
    'aria-invalid': props.invalid === true ? true : undefined,
    'aria-describedby': props.describedBy,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      change(event.target.value);
      setActive(-1);
      if (options !== undefined) setOpen(true);
    },
    onBlur: finish,
    onKeyDown,
  };
  if (multiline) return <textarea {...common} rows={Math.min(12, Math.max(3, lines(draft ?? value)))} />;
  if (options === undefined)
    return <input type="text" {...common} inputMode={props.numeric === true ? 'numeric' : undefined} />;
  return (
    <>
      <input
        type="text"
        {...common}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? listId : undefined}
        aria-activedescendant={shown[active] === undefined ? undefined : `${listId}-${active}`}
        onClick={() => setOpen(true)}
      />
      {shown.length > 0 ? (
        <Suggestions id={listId} anchor={box} options={shown} active={active} choose={choose} />
      ) : null}
    </>
  );
}

/** All of them until something is typed, then those that contain it. */
function matching(options: readonly Suggestion[], draft: string | null): readonly Suggestion[] {
  const wanted = (draft ?? '').trim().normalize('NFKC').toLowerCase();
  const found =
    wanted === ''
      ? options
      : options.filter(({ text, hint }) => `${text} ${hint ?? ''}`.toLowerCase().includes(wanted));
  // What is already typed in full needs no list of one.
  return found.length === 1 && found[0]?.text === draft ? [] : found.slice(0, 60);
}

function lines(text: string): number {
  return text.split('\n').length;
}
