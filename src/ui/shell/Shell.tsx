/** The frame: where the parts stand. On a narrow window the palette and the inspector lie over the canvas as sheets. */
import { useEffect, useRef, type ReactNode } from 'react';
import { CloseGlyph } from '../glyphs';
import { useEditor, useSay, useSession } from '../useEditor';
import { readPreferences } from './preferences';
import './shell.css';
import { useCramped, useNarrow } from './useNarrow';
import { words } from './words';

export interface ShellProps {
  readonly topBar: ReactNode;
  readonly palette: ReactNode;
  readonly canvas: ReactNode;
  /** The code beside the canvas, where it was asked for. */
  readonly code: ReactNode;
  readonly inspector: ReactNode;
  readonly panel: ReactNode;
  /** In place of everything else while presenting. */
  readonly presenter: ReactNode;
  readonly messages: ReactNode;
}

export function Shell({ topBar, palette, canvas, code, inspector, panel, presenter, messages }: ShellProps) {
  const say = useSay();
  const narrow = useNarrow();
  const cramped = useCramped();
  const selected = useSession(({ selection }) => selection.size > 0);
  const presenting = useSession((session) => session.presenting !== null);
  const paletteOpen = useSession((session) => session.paletteOpen);
  const codeAtRight = useSession((session) => session.codeAtRight);
  const focusMode = useSession((session) => session.focusMode);
  const { session } = useEditor();
  const wasNarrow = useRef(narrow);
  useEffect(() => {
    if (wasNarrow.current === narrow) return;
    wasNarrow.current = narrow;
    // Becoming a sheet it goes away; beside the canvas it stands as it stood there.
    session.setState({ paletteOpen: !narrow && (readPreferences().paletteOpen ?? true) });
  }, [narrow, session]);
  if (presenting)
    return (
      <div className="shell shell-presenting">
        {presenter}
        {messages}
      </div>
    );
  return (
    <div className="shell" data-narrow={narrow} data-palette={paletteOpen ? 'open' : 'folded'}>
      <header className="shell-top" aria-label={say(words.topBar)}>
        {topBar}
      </header>
      {focusMode ? null : narrow ? (
        paletteOpen && <PaletteSheet>{palette}</PaletteSheet>
      ) : (
        <nav className="shell-palette" aria-label={say(words.palette)}>
          {palette}
        </nav>
      )}
      <main className="shell-canvas" aria-label={say(words.canvas)}>
        {canvas}
      </main>
      {codeAtRight && !cramped && !focusMode && (
        <section className="shell-code" aria-label={say(words.code)}>
          {code}
        </section>
      )}
      {selected && !focusMode && (
        <aside className="shell-inspector" aria-label={say(words.inspector)}>
          <h2 className="unseen">{say(words.inspector)}</h2>
          {narrow && <CloseInspector />}
          {inspector}
        </aside>
      )}
      {focusMode ? null : (
        <section className="shell-panel" aria-label={say(words.panel)}>
          {panel}
        </section>
      )}
      {messages}
    </div>
  );
}

/** The palette over the canvas: it takes the focus, and gives it back when something was chosen or Escape is pressed. */
function PaletteSheet({ children }: { readonly children: ReactNode }) {
  const { session } = useEditor();
  const say = useSay();
  const sheet = useRef<HTMLElement>(null);
  const tool = useSession((state) => state.tool);
  const close = (): void => session.setState({ paletteOpen: false });
  // What was chosen is placed on the canvas, which the sheet would hide.
  useEffect(() => {
    if (tool.tool === 'place') session.setState({ paletteOpen: false });
  }, [tool, session]);
  useEffect(() => {
    const before = document.activeElement;
    const shown = sheet.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      // Pressed for the sheet, and not for what stands behind it.
      event.preventDefault();
      session.setState({ paletteOpen: false });
    };
    shown?.querySelector('input')?.focus();
    shown?.addEventListener('keydown', onKey);
    return () => {
      shown?.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, [session]);
  return (
    <>
      {/* A pointer's shortcut for the close button, which keyboards and screen readers have. */}
      <div className="shell-veil" aria-hidden="true" onPointerDown={close} />
      <nav ref={sheet} className="shell-palette shell-palette-sheet" aria-label={say(words.palette)}>
        {children}
      </nav>
    </>
  );
}

function CloseInspector() {
  const { session } = useEditor();
  const say = useSay();
  return (
    <button
      type="button"
      className="icon-button shell-close-inspector"
      aria-label={say(words.closeInspector)}
      onClick={() => session.setState({ selection: new Set() })}
    >
      <CloseGlyph />
    </button>
  );
}
