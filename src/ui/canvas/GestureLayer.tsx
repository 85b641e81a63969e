/** What is drawn only while the pointer drags: the marquee, the ghost of a new resource, the arrow being drawn. */
import { iconMiddle } from '../../core/layout/border';
import type { ReactNode } from 'react';
import { viewOf } from '../../editor/view';
import { between } from '../../lib/rect';
import { useEditor, useSession } from '../useEditor';
import { iconAddress } from '../builtFile';

export function GestureLayer() {
  const editor = useEditor();
  const gesture = useSession((session) => session.gesture);
  switch (gesture?.doing) {
    case 'brushing': {
      const { x, y, w, h } = between(gesture.start, gesture.pointer);
      return (
        <Layer>
          <rect className="marquee" x={x} y={y} width={w} height={h} />
        </Layer>
      );
    }
    case 'connecting': {
      const from = viewOf(editor).boxes().get(gesture.from);
      if (from === undefined) return null;
      return (
        <Layer>
          <line
            className={gesture.refusal === undefined ? 'rubber' : 'rubber is-refused'}
            x1={from.x + from.w / 2}
            y1={from.y + iconMiddle}
            x2={gesture.pointer.x}
            y2={gesture.pointer.y}
          />
        </Layer>
      );
    }
    case 'placing': {
      const { ghost, kind, detail, target } = gesture;
      const { icon, defaultName } = editor.catalog.kind(kind);
      const { x, y } = ghost;
      const isRefused = target === undefined;
      return (
        <div
          className={`ghost ${isRefused ? 'is-refused' : ''} ${ghost.w === 0 ? 'ghost-chip' : ''}`}
          style={{
            transform: `translate(${x}px, ${y}px)`,
            ...(ghost.w === 0 ? {} : { width: ghost.w, height: ghost.h }),
          }}
        >
          {icon === null ? null : <img src={iconAddress(icon)} alt="" width={24} height={24} />}
          <span>{detail ?? defaultName}</span>
        </div>
      );
    }
    case 'moving': {
      if (!gesture.copying) return null;
      const boxes = viewOf(editor).standing();
      return (
        <>
          {[...gesture.positions].map(([id, { x, y }]) => {
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

function Layer({ children }: { readonly children: ReactNode }) {
  return <svg className="gesture-layer">{children}</svg>;
}
