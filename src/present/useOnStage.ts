/** Puts a moment of a scene on the stage: its design, its arrows, its lens, its view. */
import { useEffect, useLayoutEffect } from 'react';
import type { Document, FlowId, Scene } from '../core/model/document';
import type { Moment } from '../core/scenes/moments';
import { viewOf } from '../editor/view';
import { viewBetween, viewportFor } from './camera';
import type { Stage } from './stage';

/** How long the view takes from one scene to the next, in ms. */
const cameraTime = 700;

export function useOnStage(
  stage: Stage,
  design: Document,
  scene: Scene | undefined,
  now: Moment | undefined,
  held: ReadonlySet<FlowId>,
  isStill: boolean,
): void {
  const { session } = stage.editor;
  // Before anything is painted: no verdict may be seen for the blink of an eye that is to be held back.
  useLayoutEffect(() => {
    if (now === undefined) return;
    stage.hold(held, now.asking !== null);
    stage.put(design);
    const [any] = now.flows;
    session.setState({
      flowInFocus: now.packet ?? now.asking ?? any ?? null,
      flowsBeside: now.flows,
    });
  }, [stage, session, design, now, held]);
  const lens = scene?.lens ?? null;
  useEffect(() => session.setState({ lens }), [session, lens]);

  const { x, y, w, h } = scene?.camera ?? noCamera;
  const id = scene?.id;
  useEffect(() => {
    if (id === undefined) return;
    const camera = { x, y, w, h };
    const size = () => viewOf(stage.editor).size;
    const show = (): void => session.setState({ viewport: viewportFor({ camera }, size()) });
    let frame = 0;
    let isMoving = !isStill;
    if (isStill) show();
    else {
      const from = session.getState().viewport;
      const began = performance.now();
      frame = requestAnimationFrame(function move(time) {
        const share = Math.min(1, Math.max(0, (time - began) / cameraTime));
        // Slow at either end.
        const ease = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
        session.setState({ viewport: viewBetween(from, viewportFor({ camera }, size()), ease, size()) });
        isMoving = share < 1;
        if (isMoving) frame = requestAnimationFrame(move);
      });
    }
    // The text of another scene takes another height, and windows are made larger.
    const stop = onStageSize(() => {
      if (!isMoving) show();
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [stage, session, id, x, y, w, h, isStill]);
}

const noCamera = { x: 0, y: 0, w: 1, h: 1 };

/** Calls back after the canvas of the stage has another size. */
function onStageSize(changed: () => void): () => void {
  const element = window.document.querySelector('.presenter-stage .canvas');
  if (element === null) return () => undefined;
  // Its own observer was there before, and has measured it by now.
  const observer = new ResizeObserver(changed);
  observer.observe(element);
  return () => observer.disconnect();
}
