/** What is drawn only while the pointer drags: the marquee, the ghost of a new resource, the arrow being drawn. */
import { iconMiddle } from '../../core/layout/border';
import type { Guide } from '../../core/layout/snapping';
import type { Point, ResourceId } from '../../core/model/document';
import { lazy, Suspense, type ReactNode } from 'react';
import { viewOf } from '../../editor/view';
import { between } from '../../lib/rect';
import { iconAddress } from '../builtFile';
import type { Words } from '../../lib/words';
import { useEditor, useSay, useSession } from '../useEditor';

const GuideLayer = lazy(async () => ({ default: (await import('./GuideLayer')).GuideLayer }));

const RoomGhosts = lazy(async () => ({ default: (await import('./RoomGhosts')).RoomGhosts }));

const SpaceLayer = lazy(async () => ({ default: (await import('./SpaceLayer')).SpaceLayer }));

export function GestureLayer() {
  const editor = useEditor();
  const gesture = useSession((session) => session.gesture);
  const newEnd = useSession((session) => session.newEnd);
  // The line stays while it is chosen what it leads to.
  if (gesture === null && newEnd !== null) return <Rubber from={newEnd.from} to={newEnd.at} />;
  switch (gesture?.doing) {
    case 'brushing': {
      const { x, y, w, h } = between(gesture.start, gesture.pointer);
      return (
        <Layer>
          <rect className="marquee" x={x} y={y} width={w} height={h} />
        </Layer>
      );
    }
    case 'connecting':
      return (
        <>
          <Rubber from={gesture.from} to={gesture.pointer} isRefused={gesture.refusal !== undefined} />
          {gesture.refusal === undefined ? null : <Reason at={gesture.pointer} words={gesture.refusal} />}
        </>
      );
    case 'placing': {
      const { ghost, kind, detail, target, drawnFrom, pointer } = gesture;
      const { icon: kindIcon, defaultName, shape } = editor.catalog.kind(kind);
      const { tool } = editor.session.getState();
      const icon = (tool.tool === 'place' ? tool.preset?.icon : undefined) ?? kindIcon;
      if (drawnFrom !== undefined && shape.as === 'picture' && shape.draws === 'line')
        return (
          <Layer>
            <line className="rubber" x1={drawnFrom.x} y1={drawnFrom.y} x2={pointer.x} y2={pointer.y} />
          </Layer>
        );
      const { x, y } = ghost;
      const isRefused = target === undefined;
      return (
        <>
          <Suspense fallback={null}>
            <RoomGhosts gesture={gesture} />
          </Suspense>
          <div
            className={`ghost ${isRefused ? 'is-refused' : ''} ${ghost.w === 0 ? 'ghost-chip' : ''}`}
            style={{
              transform: `translate(${x}px, ${y}px)`,
              ...(ghost.w === 0 ? {} : { width: ghost.w, height: ghost.h }),
            }}
          >
            {icon === null ? null : <img src={iconAddress(icon)} alt="" width={24} height={24} />}
            <span className={detail === undefined ? '' : 'mono'}>{detail ?? defaultName}</span>
          </div>
        </>
      );
    }
    case 'spacing':
      return (
        <Suspense fallback={null}>
          <SpaceLayer spacing={gesture} />
        </Suspense>
      );
    case 'resizing':
      return <Guides guides={gesture.guides} />;
    case 'moving': {
      const boxes = viewOf(editor).standing();
      return (
        <>
          <Guides guides={gesture.guides} />
          <Suspense fallback={null}>
            <RoomGhosts gesture={gesture} />
          </Suspense>
          {[...(gesture.copying ? gesture.positions : [])].map(([id, { x, y }]) => {
            const box = boxes.get(id);
            return box === undefined ? null : (
              <div
                key={id}
                className="ghost"
                style={{ transform: `translate(${x}px, ${y}px)`, width: box.w, height: box.h }}
              >
                <span>{box.resource.name}</span>
              </div>
            );
          })}
        </>
      );
    }
    default:
      return null;
  }
}

interface RubberProps {
  readonly from: ResourceId;
  readonly to: Point;
  readonly isRefused?: boolean;
}

function Rubber({ from, to, isRefused = false }: RubberProps) {
  const box = viewOf(useEditor()).boxes().get(from);
  if (box === undefined) return null;
  return (
    <Layer>
      <line
        className={isRefused ? 'rubber is-refused' : 'rubber'}
        x1={box.x + box.w / 2}
        y1={box.y + iconMiddle}
        x2={to.x}
        y2={to.y}
      />
    </Layer>
  );
}

/** Why the arrow cannot end here, beside the pointer and as large at every zoom. Screen readers are told by the live region. */
function Reason({ at, words }: { readonly at: Point; readonly words: Words }) {
  const say = useSay();
  const zoom = useSession(({ viewport }) => viewport.zoom);
  return (
    <p
      className="pointer-reason"
      style={{ transform: `translate(${at.x}px, ${at.y}px) scale(${1 / zoom})` }}
      aria-hidden="true"
    >
      {say(words)}
    </p>
  );
}

function Guides({ guides }: { readonly guides: readonly Guide[] | undefined }) {
  return guides === undefined ? null : (
    <Suspense fallback={null}>
      <GuideLayer guides={guides} />
    </Suspense>
  );
}

function Layer({ children }: { readonly children: ReactNode }) {
  return <svg className="gesture-layer">{children}</svg>;
}
