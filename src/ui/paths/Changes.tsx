/** What a way adds, changes and takes away, as outlines over the canvas; in no colour of a verdict. */
import { useMemo } from 'react';
import type { Document } from '../../core/model/document';
import { previewOf, type Ghost } from '../../editor/preview';
import { clamp } from '../../lib/rect';
import { useEditor, useSay, useSession } from '../useEditor';
import type { Way } from './compared';
import { words } from './words';

const signs = { new: '+', changed: '~', gone: '−' } as const;
const says = { new: words.added, changed: words.changed, gone: words.gone } as const;

export function Changes({ before, way }: { readonly before: Document; readonly way: Way }) {
  const { catalog } = useEditor();
  const ghosts = useMemo(() => previewOf(catalog, before, way.seen), [catalog, before, way]);
  return <Outlines ghosts={ghosts.filter((ghost) => isTold(ghost, before, way))} />;
}

/** What only moves aside, or grows, is another matter. */
function isTold({ id, is }: Ghost, before: Document, { after }: Way): boolean {
  if (is !== 'changed') return true;
  const [was, now] = [before.resources.get(id), after.resources.get(id)];
  if (was === undefined || now === undefined) return true;
  return was.props !== now.props || was.parentId !== now.parentId || was === now;
}

/** Room between what is marked and its outline, in px of the screen. */
const room = 4;

export interface OutlinesProps {
  readonly ghosts: readonly Ghost[];
  /** Where nothing else says what stands there. */
  readonly named?: boolean;
}

export function Outlines({ ghosts, named = false }: OutlinesProps) {
  const say = useSay();
  const { x, y, zoom } = useSession((session) => session.viewport);
  return (
    <div className="way-layer" aria-hidden="true" style={{ transform: `translate(${x}px, ${y}px)` }}>
      {ghosts.map(({ id, name, rect, is }) => (
        <div
          key={id}
          className={`way-change is-${is}`}
          style={{
            transform: `translate(${rect.x * zoom - room}px, ${rect.y * zoom - room}px)`,
            width: rect.w * zoom + 2 * room,
            height: rect.h * zoom + 2 * room,
          }}
        >
          {named ? (
            // The corner is left to the number of the way.
            <b style={{ fontSize: clamp(12 * zoom, 9, 11) }}>{`${signs[is]} ${name}`}</b>
          ) : (
            <span>
              {signs[is]} {is === 'gone' ? name : say(says[is])}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
