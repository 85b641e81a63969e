/** The tools in hand, top left on the canvas. */
import type { ReactNode } from 'react';
import { NoteTextGlyph } from '../glyphs';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { CanvasButton } from './CanvasButton';
import { ArrowGlyph, HandGlyph, SelectGlyph, SpaceGlyph, TidyGlyph } from './glyphs';
import { canvasWords } from './words';

const tools: readonly { readonly id: string; readonly glyph: ReactNode }[] = [
  { id: 'tool-select', glyph: <SelectGlyph /> },
  { id: 'tool-hand', glyph: <HandGlyph /> },
  { id: 'tool-connect', glyph: <ArrowGlyph /> },
  { id: 'tool-space', glyph: <SpaceGlyph /> },
  { id: 'add-note', glyph: <NoteTextGlyph /> },
];

export function ToolBar() {
  const editor = useEditor();
  const say = useSay();
  // Which tool is in hand, and whether Tidy has anything to do.
  useSession(({ tool }) => tool);
  useDocument(({ resources }) => resources.size === 0);
  return (
    <div className="canvas-tools" role="toolbar" aria-label={say(canvasWords.tools)} data-over-canvas>
      {tools.map(({ id, glyph }) => (
        <CanvasButton key={id} id={id} editor={editor}>
          {glyph}
        </CanvasButton>
      ))}
      <span className="canvas-tools-line" />
      <CanvasButton id="tidy" editor={editor}>
        <TidyGlyph />
      </CanvasButton>
    </div>
  );
}
