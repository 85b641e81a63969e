/** What every drawn resource has in common: its accessible name, its state, the badge of its findings, its handles. */
import { useId, type CSSProperties, type ReactNode } from 'react';
import type { Resource } from '../../core/model/document';
import type { Look } from '../../core/catalog/kind';
import { hiddenIn, isCollapsed } from '../../core/layout/collapsed';
import { chipCounts, findingCounts } from '../../editor/findingCounts';
import { handles, type Handle } from '../../editor/resizing';
import type { Gesture, Session } from '../../editor/session';
import { useLensMark } from '../lenses/useLensMark';
import { LockGlyph } from '../glyphs';
import { useEditor, useSay, useSession, useVerdicts } from '../useEditor';

export interface NodeFrameProps {
  readonly resource: Resource;
  readonly look: Look;
  readonly className: string;
  readonly style?: CSSProperties;
  /** Whether it has handles, or which. */
  readonly resizable?: boolean | readonly Handle[];
  readonly children: ReactNode;
}

export function NodeFrame({ resource, look, className, style, resizable = false, children }: NodeFrameProps) {
  const editor = useEditor();
  const say = useSay();
  const { id } = resource;
  // One selector: each of hundreds of nodes is asked at every step of a gesture.
  const state = useSession((session) => stateOf(session, id));
  const isChip = isCollapsed(editor.catalog, resource);
  const hidden = isChip ? hiddenIn(editor.catalog, editor.store.document.resources) : undefined;
  const found = useVerdicts(({ findings }) =>
    (hidden === undefined ? findingCounts(findings) : chipCounts(findings, hidden)).get(id),
  );
  const inside = [...(hidden?.values() ?? [])].filter((chip) => chip === id).length;
  const mark = useLensMark(id);
  const noteId = useId();
  const kind = editor.catalog.kind(resource.kind);
  const label = look.label ?? kind.label;
  const isLocked = resource.locked === true;
  const parts = {
    en: [
      `${label.en} ${resource.name}`.trim(),
      ...(look.detail === undefined ? [] : [look.detail]),
      ...(isChip ? [`collapsed, ${inside} inside`] : []),
      ...(isLocked ? ['locked'] : []),
      ...(found === undefined ? [] : [found.count === 1 ? '1 finding' : `${found.count} findings`]),
    ].join(', '),
    ja: [
      `${label.ja} ${resource.name}`.trim(),
      ...(look.detail === undefined ? [] : [look.detail]),
      ...(isChip ? [`折りたたみ中、内部に ${inside} 個`] : []),
      ...(isLocked ? ['ロック中'] : []),
      ...(found === undefined ? [] : [`検出事項 ${found.count} 件`]),
    ].join('、'),
  };
  const isSelected = (state & states.selected) > 0;
  const isAlone = (state & states.alone) > 0;
  const offersArrow = (state & states.offering) > 0 && kind.isEnd === true;
  const classes = [
    className,
    'node',
    isSelected ? 'is-selected' : '',
    (state & states.target) > 0 ? 'is-target' : '',
    (state & states.refused) > 0 ? 'is-refused' : '',
    (state & states.hovered) > 0 ? 'is-hovered' : '',
  ];
  return (
    <div
      className={classes.join(' ')}
      style={style}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for forms
      role="group"
      aria-label={say(parts)}
      aria-current={isSelected ? 'true' : undefined}
      aria-describedby={mark?.notes === undefined ? undefined : noteId}
      tabIndex={-1}
      data-node={id}
      data-lens={mark === undefined ? undefined : 'matters'}
      data-tint={mark?.tint}
    >
      {children}
      {mark?.notes === undefined ? null : (
        <span
          className="lens-note"
          id={noteId}
          aria-hidden="true"
          data-below={isUnderTitle(resource) ? true : undefined}
        >
          {mark.notes.map(say).join(' · ')}
        </span>
      )}
      {isLocked ? (
        <span className="lock-sign" aria-hidden="true">
          <LockGlyph size={10} />
        </span>
      ) : null}
      {found === undefined ? null : (
        <span className={`finding finding-${found.worst}`} title={say(found.says)} aria-hidden="true">
          {found.count === 1 ? (found.worst === 'advice' ? 'i' : '!') : found.count}
        </span>
      )}
      {offersArrow ? (
        <>
          {(['top', 'right', 'bottom', 'left'] as const).map((side) => (
            <span key={side} className={`connector connector-${side}`} data-part="connector" data-id={id} />
          ))}
        </>
      ) : null}
      {resizable !== false && isAlone && !isLocked
        ? (resizable === true ? handles : resizable).map((handle) => (
            <span
              key={handle}
              className={`sizer sizer-${handle}`}
              data-part="handle"
              data-id={id}
              data-handle={handle}
            />
          ))
        : null}
    </div>
  );
}

/** Above its icon a note would be on the title of the container, which takes 24 px, and a note takes 28. */
function isUnderTitle({ parentId, y }: Resource): boolean {
  return parentId !== null && y >= 0 && y < 52;
}

/** Bits of what a node shows of the session. */
const states = { selected: 1, alone: 2, target: 4, refused: 8, hovered: 16, offering: 32 } as const;

function stateOf({ selection, gesture, hovered, tool }: Session, id: string): number {
  const isSelected = selection.has(id);
  const isAlone = isSelected && selection.size === 1;
  const isHovered = hovered === id && gesture === null;
  const isRefused = gesture?.doing === 'connecting' && gesture.over === id && gesture.refusal !== undefined;
  return (
    (isSelected ? states.selected : 0) |
    (isAlone ? states.alone : 0) |
    (isTargetOf(gesture, id) ? states.target : 0) |
    (isRefused ? states.refused : 0) |
    (isHovered ? states.hovered : 0) |
    (isHovered || isAlone || tool.tool === 'connect' ? states.offering : 0)
  );
}

function isTargetOf(gesture: Gesture | null, id: string): boolean {
  switch (gesture?.doing) {
    case 'moving':
    case 'placing':
      return gesture.target === id;
    case 'connecting':
      return gesture.over === id && gesture.from !== id && gesture.refusal === undefined;
    default:
      return false;
  }
}
