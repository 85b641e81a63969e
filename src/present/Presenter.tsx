/**
 * Presenting: the scenes of the diagram one after another, each with its view, its words and its packet. It runs on an editor of
 * its own, so that a scene can show the diagram with a change applied while the diagram itself stays untouched, and so
 * that whoever leaves finds the canvas as it was.
 */
import { useEffect, useState } from 'react';
import type { Validator } from '../editor/verdicts';
import { useEditor } from '../ui/useEditor';
import './presenter.css';
import { Slides } from './Slides';
import { createStage, type Stage } from './stage';

/** A validation worker that can be sent home. */
export interface HiredValidator extends Validator {
  terminate(): void;
}

export interface PresenterProps {
  readonly hireValidator: () => HiredValidator;
}

export function Presenter({ hireValidator }: PresenterProps) {
  const editor = useEditor();
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    const validator = hireValidator();
    // oxlint-disable-next-line react/set-state-in-effect -- the worker is hired and sent home with this component
    setStage(createStage(editor, validator));
    return () => validator.terminate();
  }, [editor, hireValidator]);
  // The button that began it went with the page that it stood on: whoever leaves goes on on the canvas, unless elsewhere already.
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('.canvas')?.focus({ preventScroll: true });
      }),
    [],
  );
  return stage === null ? null : <Slides stage={stage} />;
}
