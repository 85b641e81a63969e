/** One block of a VPC as a bar: its subnets to size and in the order of their addresses, and what is free between them. */
import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { blockOfSubnet, partText, type AddressPlan, type Space } from '../../core/addresses/addressPlan';
import { startWindow, usualPart, windowWith } from '../../core/addresses/gestures';
import { shownFree, shownParts, spanIn, type ShownPart, type Span } from '../../core/addresses/lanes';
import { stepped, type Step } from '../../core/addresses/steps';
import type { ResourceId } from '../../core/model/document';
import { surroundingsOf } from '../../core/catalog/surroundings';
import { isComposing } from '../../lib/isComposing';
import { addPart, changeBlock, type Outcome } from '../../editor/planning';
import { blockText, sizeOfBlock, type Block } from '../../lib/cidr';
import { iconAddress } from '../builtFile';
import { useEditor, useSay } from '../useEditor';
import { SpaceWindow } from './SpaceWindow';
import { useBarDrag, type BarDrag } from './useBarDrag';
import { freeText, numbersText, ofSubnet, partLabel, plainNumber, spaceText, words } from './words';

export interface SpaceBarProps {
  readonly plan: AddressPlan;
  readonly space: Space;
  readonly chosen: ResourceId | null;
  readonly onChoose: (id: ResourceId) => void;
  readonly onDone: (outcome: Outcome) => void;
}

export function SpaceBar({ plan, space, chosen, onChoose, onDone }: SpaceBarProps) {
  const editor = useEditor();
  const say = useSay();
  const { block, parts, fault } = space;
  const [shown, setShown] = useState(() =>
    startWindow(
      block,
      parts.map((part) => part.block),
    ),
  );
  const own = parts.find(({ id }) => id === chosen)?.block;
  const [followed, setFollowed] = useState(own);
  if (own !== undefined && (followed?.first !== own.first || followed.prefix !== own.prefix)) {
    setFollowed(own);
    setShown(windowWith(shown, own));
  }
  const drag = useBarDrag(plan, space, shown, onDone);
  const all = shownParts(space, shown);
  const lanes = 1 + Math.max(0, ...all.map(({ lane }) => lane));
  const title = say(
    block.family === 6
      ? numbersText(parts.length)
      : spaceText(blockText(block), plainNumber(sizeOfBlock(block)), parts.length),
  );
  const ghostSpan = drag.ghost === null ? undefined : spanIn(shown, drag.ghost.block);
  return (
    <section className="planner-space" aria-label={title}>
      <SpaceWindow title={title} space={space} shown={shown} onShow={setShown} />
      {fault === undefined ? null : <p className="inspector-fault">{say(fault)}</p>}
      <div
        className="planner-bar"
        style={{ '--lanes': lanes } as CSSProperties}
        onPointerMove={drag.onPointerMove}
        onPointerUp={drag.onPointerUp}
        onPointerCancel={drag.onPointerCancel}
      >
        {shownFree(space, shown).map((free) => (
          <button
            key={String(free.block.first)}
            type="button"
            className="planner-free"
            style={styleOf(free.span, 0)}
            aria-label={say(freeText(partText(block, free.block)))}
            aria-describedby="planner-keys"
            onPointerDown={(event) => drag.take(event, { on: 'free', block: free.block })}
            onClick={(event) => {
              // Keys have no pointer; a click with one ends a drag.
              if (event.detail === 0) onDone(addPart(editor, plan, { space, block: usualPart(free.block) }));
            }}
            onDoubleClick={() => onDone(addPart(editor, plan, { space, block: usualPart(free.block) }))}
          >
            <span aria-hidden="true">{block.family === 4 ? blockText(free.block) : say(words.free)}</span>
          </button>
        ))}
        {all.map((part) => (
          <PartBlock
            key={part.id}
            plan={plan}
            space={space}
            part={part}
            drag={drag}
            isChosen={part.id === chosen}
            onChoose={() => onChoose(part.id)}
            onDone={onDone}
          />
        ))}
        {ghostSpan === undefined || drag.ghost === null ? null : (
          <span
            className={drag.ghost.refusal === undefined ? 'planner-ghost' : 'planner-ghost is-refused'}
            style={styleOf(ghostSpan, 0)}
          >
            <b>{partText(block, drag.ghost.block)}</b>
          </span>
        )}
      </div>
      <p className="planner-hint" aria-hidden="true">
        {drag.ghost === null ? '' : ghostText(block, drag.ghost.block, drag.ghost.refusal, say)}
      </p>
    </section>
  );
}

function ghostText(
  space: Block,
  block: Block,
  refusal: Parameters<ReturnType<typeof useSay>>[0] | undefined,
  say: ReturnType<typeof useSay>,
): string {
  if (refusal !== undefined) return say(refusal);
  return space.family === 4
    ? `${blockText(block)} (${plainNumber(sizeOfBlock(block))})`
    : partText(space, block);
}

interface PartBlockProps {
  readonly plan: AddressPlan;
  readonly space: Space;
  readonly part: ShownPart;
  readonly drag: BarDrag;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onDone: (outcome: Outcome) => void;
}

const stepOfKey: Readonly<Record<string, Step>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
};

function PartBlock({ plan, space, part, drag, isChosen, onChoose, onDone }: PartBlockProps) {
  const editor = useEditor();
  const say = useSay();
  const { id, block, span, lane, clash } = part;
  const subnet = plan.subnets.find((each) => each.id === id);
  const resource = editor.store.document.resources.get(id);
  if (subnet === undefined || resource === undefined) return null;
  const kind = editor.catalog.kind(resource.kind);
  const look = kind.look?.(resource, surroundingsOf(editor.store.document, id)) ?? {};
  const colour = look.colour ?? (kind.shape.as === 'container' ? kind.shape.border.colour : 'currentColor');
  const left = blockOfSubnet(subnet, 4) === block ? subnet.usable - subnet.taken : null;
  const other = plan.subnets.find((each) => each.id === clash)?.name ?? null;
  const text = partText(space.block, block);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOfKey[event.key];
    if (
      step === undefined ||
      isComposing(event.nativeEvent) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    const result = stepped(plan, space, part, step);
    if ('refusal' in result) onDone({ isRefused: true, says: ofSubnet(result.refusal, subnet.name) });
    else onDone(changeBlock(editor, plan, id, { space, block: result.block }));
  };
  const icon = look.icon ?? kind.icon;
  return (
    <button
      type="button"
      className={`planner-part ${clash === null ? '' : 'is-clash'} ${isChosen ? 'is-chosen' : ''} ${
        drag.ghost?.id === id ? 'is-held' : ''
      }`}
      style={{ ...styleOf(span, lane), '--edge': colour } as CSSProperties}
      aria-label={say(partLabel(look.label ?? kind.label, subnet.name, text, left, other))}
      aria-describedby="planner-keys"
      data-part-of={id}
      aria-keyshortcuts="ArrowLeft ArrowRight Home End + -"
      title={`${subnet.name} ${text}`}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        onChoose();
        drag.take(event, { on: 'part', part });
      }}
    >
      {icon === null ? null : <img src={iconAddress(icon)} alt="" draggable={false} />}
      <span className="planner-part-words" aria-hidden="true">
        <b>
          {clash === null ? '' : '! '}
          {subnet.name}
        </b>
        <small>{text}</small>
      </span>
      {space.block.family === 6
        ? null
        : (['start', 'end'] as const).map((edge) => (
            <span
              key={edge}
              className={`planner-edge planner-edge-${edge}`}
              onPointerDown={(event) => {
                event.stopPropagation();
                onChoose();
                drag.take(event, { on: edge, part });
              }}
            />
          ))}
    </button>
  );
}

function styleOf({ from, to }: Span, lane: number): CSSProperties {
  return {
    left: `${from * 100}%`,
    width: `${(to - from) * 100}%`,
    ...({ '--lane': lane } as CSSProperties),
  };
}
