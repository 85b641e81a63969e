/**
 * What a comparison puts on the canvas: all ways drawn over the present design, or the design with one of them in its place.
 * The diagram itself, its selection and its history stay as they are.
 */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { announce } from '../../editor/session';
import { LiveRegion } from '../canvas/LiveRegion';
import { useEditor, useSession } from '../useEditor';
import { AllWays } from './AllWays';
import { comparedIn } from './compared';
import { leavePaths } from './openPaths';
import './paths.css';
import { useComparing } from './useComparing';
import { WayStage } from './WayStage';
import { allShown, shownWords } from './words';

export function PathsOnCanvas() {
  const editor = useEditor();
  useComparing();
  useEscape();
  const shown = useSession(({ comparing }) => comparing?.shown ?? 0);
  const answer = useStore(comparedIn(editor), (compared) => compared.answer);
  const way = answer?.ways[shown - 1];
  useTold(shown);
  useFocusAmong(way !== undefined);
  if (answer === null) return null;
  return way === undefined ? (
    <AllWays answer={answer} />
  ) : (
    <>
      {/* That of the canvas is out of reach while another design lies over it. */}
      <LiveRegion />
      <WayStage answer={answer} number={shown} way={way} />
    </>
  );
}

/** Says which way is shown, whoever asked for it. */
function useTold(shown: number): void {
  const editor = useEditor();
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    const ways = comparedIn(editor).getState().answer?.ways ?? [];
    const way = ways[shown - 1];
    // The region that says it comes with the way.
    const timer = setTimeout(
      () =>
        announce(
          editor.session,
          way === undefined ? allShown : shownWords(shown, ways.length, way.alternative.title),
        ),
      50,
    );
    return () => clearTimeout(timer);
  }, [editor, shown]);
}

/** The canvas that is covered can be reached by nothing; a focus that it had goes to what covers it, and back. */
function useFocusAmong(isCovered: boolean): void {
  useEffect(() => {
    if (!isCovered) return undefined;
    const covered = document.querySelector<HTMLElement>('.shell-canvas > .canvas');
    const stage = document.querySelector<HTMLElement>('.way-stage');
    const { activeElement } = document;
    const wasThere = activeElement === document.body || covered?.contains(activeElement) === true;
    if (covered !== null) covered.inert = true;
    if (wasThere) stage?.focus({ preventScroll: true });
    return () => {
      if (covered !== null) covered.inert = false;
      // Before the stage goes: it may have the focus.
      if (stage?.contains(document.activeElement) === true || document.activeElement === document.body)
        covered?.focus({ preventScroll: true });
    };
  }, [isCovered]);
}

/** Escape leaves the comparison; what something else is in the middle of is left first. */
function useEscape(): void {
  const editor = useEditor();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
      const { target } = event;
      const isElsewhere =
        target instanceof Element &&
        target.closest('input, select, textarea, dialog, [role="dialog"], [role="menu"]') !== null;
      const { gesture, editing, proposal, preview, tool, comparing } = editor.session.getState();
      const isBusy =
        gesture !== null ||
        editing !== null ||
        proposal !== null ||
        preview !== null ||
        tool.tool !== 'select';
      if (isElsewhere || document.querySelector('dialog:modal') !== null) return;
      if (comparing?.shown === 0 && isBusy) return;
      event.preventDefault();
      event.stopPropagation();
      leavePaths(editor);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [editor]);
}
