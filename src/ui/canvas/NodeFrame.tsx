/** What every drawn resource has in common: its accessible name, its state, the badge of its findings, its handles. */
import { useId, type CSSProperties, type ReactNode } from 'react';
import type { Resource } from '../../core/model/document';
import type { Look } from '../../core/catalog/kind';
import { hiddenIn, isCollapsed } from '../../core/layout/collapsed';
import { chipCounts, findingCounts } from '../../editor/findingCounts';
import { handles, type Handle } from '../../editor/resizing';
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
  const isSelected = useSession(({ selection }) => selection.has(id));
  const isAlone = useSession(({ selection }) => selection.size === 1 && selection.has(id));
  const isTarget = useSession(({ gesture }) => isTargetOf(gesture, id));
  const isRefused = useSession(
    ({ gesture }) => gesture?.doing === 'connecting' && gesture.over === id && gesture.refusal !== undefined,
  );
  const isHovered = useSession(({ hovered, gesture }) => hovered === id && gesture === null);
  const isConnecting = useSession(({ tool }) => tool.tool === 'connect');
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
  const offersArrow = (isHovered || isAlone || isConnecting) && kind.isEnd === true;
  const states = [
    className,
    'node',
    isSelected ? 'is-selected' : '',
    isTarget ? 'is-target' : '',
    isRefused ? 'is-refused' : '',
    isHovered ? 'is-hovered' : '',
  ];
  return (
    <div
      className={states.join(' ')}
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

function isTargetOf(gesture: import('../../editor/session').Gesture | null, id: string): boolean {
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
