/** The lens over the canvas: boxes and lines between what matters, and at the top which lens it is and how to be rid of it. */
import { ViewportPortal } from '@xyflow/react';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LensView } from '../../core/lenses/lens';
import { lensDrawing, type LensDrawing } from '../../core/lenses/lensDrawing';
import { lensLabels } from '../../core/lenses/lensWords';
import { actionById } from '../../editor/actions';
import { lensShown } from '../../editor/lensShown';
import { viewOf } from '../../editor/view';
import { CloseGlyph, LensGlyph } from '../glyphs';
import { subscribeToPlaces } from '../canvas/useNodes';
import { useDocument, useEditor, useSay } from '../useEditor';
import './lenses.css';
import { useLensWorker } from './useLensWorker';
import { closeLens, matterText } from './words';

export function LensLayer() {
  useLensWorker();
  const view = useStore(lensShown(useEditor()));
  if (view === null) return null;
  return (
    <>
      <LensBar view={view} />
      {view.sets.length + view.links.length === 0 ? null : <Drawing view={view} />}
    </>
  );
}

function LensBar({ view }: { readonly view: LensView }) {
  const editor = useEditor();
  const say = useSay();
  const all = useDocument((document) => document.resources.size);
  return (
    <div className="lens-bar" data-over-canvas>
      <LensGlyph />
      <b>{say(lensLabels[view.lens])}</b>
      {view.total === undefined ? null : <span>{say(view.total)}</span>}
      <span className="lens-count">{say(matterText(view, all))}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={say(closeLens)}
        onClick={() => actionById('lens-off')?.run(editor)}
      >
        <CloseGlyph />
      </button>
    </div>
  );
}

function Drawing({ view }: { readonly view: LensView }) {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => subscribeToPlaces(editor, changed), [editor]);
  const places = useSyncExternalStore(subscribe, () => viewOf(editor).boxes());
  const drawing = useMemo(() => lensDrawing(view, places), [view, places]);
  return (
    <ViewportPortal>
      <svg className="lens-drawing" aria-hidden="true">
        <Boxes drawing={drawing} view={view} />
        <Lines drawing={drawing} />
      </svg>
    </ViewportPortal>
  );
}

interface PartProps {
  readonly drawing: LensDrawing;
}

function Boxes({ drawing, view }: PartProps & { readonly view: LensView }) {
  const { store } = useEditor();
  const say = useSay();
  return drawing.boxes.map(({ id, rect }) => {
    const { tint, notes = [] } = view.marks.get(id) ?? {};
    const [first] = notes;
    const more = notes.length > 1 ? ` +${notes.length - 1}` : '';
    return (
      <g key={`${id} ${rect.x} ${rect.y}`} data-tint={tint}>
        <rect className="lens-set" x={rect.x} y={rect.y} width={rect.w} height={rect.h} rx={6} />
        <text className="lens-name" x={rect.x + 4} y={rect.y - 4}>
          {store.document.resources.get(id)?.name ?? id}
          {first === undefined ? null : <tspan className="lens-rule">{`  ${say(first)}${more}`}</tspan>}
        </text>
      </g>
    );
  });
}

function Lines({ drawing }: PartProps) {
  const say = useSay();
  return drawing.lines.map(({ key, from, to, says }) => {
    const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    return (
      <g key={key}>
        <path className="lens-line" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
        <path
          className="lens-head"
          d="M-9 -4.5 0 0-9 4.5"
          transform={`translate(${to.x} ${to.y}) rotate(${angle})`}
        />
        <text className="lens-text" x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 4}>
          {say(says)}
        </text>
      </g>
    );
  });
}
