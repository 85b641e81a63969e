/** The list below a text box. It stands above everything else, since the inspector scrolls and would cut it off. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { landmarkOf } from '../../shell/anchored';

export interface Suggestion {
  /** What is put in the box. */
  readonly text: string;
  /** Whose it is, shown behind it. */
  readonly hint?: string;
  /** The resource that is meant, where the text is its name. */
  readonly ref?: string;
}

export interface SuggestionsProps {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly options: readonly Suggestion[];
  readonly active: number;
  readonly choose: (option: Suggestion) => void;
}

const tallest = 224;

export function Suggestions({ id, anchor, options, active, choose }: SuggestionsProps) {
  const [place, setPlace] = useState<{ left: number; top: number; bottom: number; width: number } | null>(
    null,
  );
  useLayoutEffect(() => {
    const measure = (): void => {
      const at = anchor.current?.getBoundingClientRect();
      if (at !== undefined) setPlace({ left: at.left, top: at.top, bottom: at.bottom, width: at.width });
    };
    measure();
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [anchor]);
  useLayoutEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  if (place === null) return null;
  const fitsBelow = place.bottom + tallest < window.innerHeight || place.top < tallest;
  const width = Math.min(Math.max(place.width, 240), window.innerWidth - 16);
  return createPortal(
    <div
      id={id}
      // A select cannot show whose each option is, nor leave the focus in the box.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      className="suggestions scrolls"
      style={{
        left: Math.max(8, Math.min(place.left, window.innerWidth - width - 8)),
        width,
        maxHeight: tallest,
        ...(fitsBelow ? { top: place.bottom + 2 } : { bottom: window.innerHeight - place.top + 2 }),
      }}
    >
      {options.map((option, index) => (
        // The box keeps the focus and walks them by its arrow keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${option.ref ?? ''} ${option.text}`}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="suggestion"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span className="suggestion-text">{option.text}</span>
          {option.hint === undefined ? null : <span className="suggestion-hint">{option.hint}</span>}
        </div>
      ))}
    </div>,
    landmarkOf(anchor.current),
  );
}
