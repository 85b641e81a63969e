/** What the presenter can do beside going on, as signs with their keys. */
import type { ReactNode } from 'react';
import { glyph } from '../ui/glyph';
import { CloseGlyph } from '../ui/glyphs';
import { useSay } from '../ui/useEditor';
import type { Show } from './useShow';
import { words } from './words';

const PointerGlyph = glyph(
  <>
    <circle cx="11" cy="5" r="2.2" fill="currentColor" />
    <path d="M9.4 6.6 3 13" />
  </>,
);
const WindowGlyph = glyph(<path d="M2 3h8v6H2zM6 9v4h8V7h-4" />);
const EditGlyph = glyph(<path d="m3 13 .6-2.8L11 2.8l2.2 2.2-7.4 7.4zM9.4 4.4l2.2 2.2" />);
const AskGlyph = glyph(<path d="M5.5 5.6a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.2 1-1.2 1.8M8 12.6v.1" />);
const KeysGlyph = glyph(
  <path d="M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M4 9.5h.1M6.5 9.5h3M12 9.5h.1" />,
);
const BlankGlyph = glyph(<path d="M2.5 3.5h11v8h-11zM4.5 5.5h7v4h-7z" fill="currentColor" />);

export interface ToolsProps {
  readonly show: Show;
  readonly isSecondOpen: boolean;
  readonly toggleWindow: () => void;
}

export function Tools({ show, isSecondOpen, toggleWindow }: ToolsProps) {
  const say = useSay();
  const { now, answered, isPointing, isEditing } = show;
  const canAsk = now.asking === null && answered === null && now.packet !== null;
  return (
    <div className="presenter-tools">
      {canAsk && (
        <Tool label={say(words.ask)} keys="Q" onClick={show.ask}>
          <AskGlyph />
        </Tool>
      )}
      <Tool
        label={say(words.pointer)}
        keys="K"
        isOn={isPointing}
        onClick={() => show.set({ isPointing: !isPointing })}
      >
        <PointerGlyph />
      </Tool>
      <Tool label={say(words.blankScreen)} keys="B" onClick={() => show.set({ isBlank: true })}>
        <BlankGlyph />
      </Tool>
      <Tool
        label={say(words.edit)}
        keys="E"
        isOn={isEditing}
        onClick={() => show.set({ isEditing: !isEditing })}
      >
        <EditGlyph />
      </Tool>
      <Tool label={say(words.presenterView)} keys="P" isOn={isSecondOpen} onClick={toggleWindow}>
        <WindowGlyph />
      </Tool>
      <Tool label={say(words.keys)} keys="?" onClick={() => show.set({ isHelping: true })}>
        <KeysGlyph />
      </Tool>
      <Tool label={say(words.leave)} keys="Esc" onClick={show.leave}>
        <CloseGlyph />
      </Tool>
    </div>
  );
}

function Tool(props: {
  readonly label: string;
  readonly keys: string;
  readonly isOn?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  const { label, keys, isOn, onClick, children } = props;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={`${label} (${keys})`}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
