/** Dragging on the bar of a space: what is in hand and where it would come to stand; a release makes one change. */
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import type { AddressPlan, Part, Space } from '../../core/addresses/addressPlan';
import { drawn, moved, resized } from '../../core/addresses/gestures';
import { refusalOf } from '../../core/addresses/judge';
import { addressAt } from '../../core/addresses/lanes';
import type { ResourceId } from '../../core/model/document';
import { addPart, changeBlock, type Outcome } from '../../editor/planning';
import { blockText, type Block } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { useEditor } from '../useEditor';

export type Hold =
  | { readonly on: 'part' | 'start' | 'end'; readonly part: Part }
  | { readonly on: 'free'; readonly block: Block };

export interface Ghost {
  readonly id: ResourceId | null;
  readonly block: Block;
  /** Why it would be refused there. */
  readonly refusal?: Words;
}

export interface BarDrag {
  readonly ghost: Ghost | null;
  take(event: PointerEvent, hold: Hold): void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerCancel: () => void;
}

/** Px that the pointer may move and still click. */
const clickRoom = 4;

export function useBarDrag(
  plan: AddressPlan,
  space: Space,
  shown: Block,
  onDone: (outcome: Outcome) => void,
): BarDrag {
  const editor = useEditor();
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const held = useRef<{
    readonly hold: Hold;
    readonly at: bigint;
    readonly x: number;
    isDrag: boolean;
  } | null>(null);
  const addressOf = (event: PointerEvent): bigint => {
    const bar = event.currentTarget.closest('.planner-bar') ?? event.currentTarget;
    const { left, width } = bar.getBoundingClientRect();
    return addressAt(shown, (event.clientX - left) / width);
  };
  const drop = useCallback((): void => {
    held.current = null;
    setGhost(null);
  }, []);
  const isDragging = ghost !== null;
  useEffect(() => {
    if (!isDragging) return undefined;
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // It ends the drag, and not the dialog as well.
      event.preventDefault();
      event.stopPropagation();
      drop();
    };
    window.addEventListener('keydown', cancel, true);
    return () => window.removeEventListener('keydown', cancel, true);
  }, [isDragging, drop]);
  return {
    ghost,
    take(event, hold) {
      if (event.button !== 0) return;
      // What moves out of the bar is still in hand. A click on a free block belongs to that until it has moved.
      if (hold.on !== 'free') event.currentTarget.closest('.planner-bar')?.setPointerCapture(event.pointerId);
      held.current = { hold, at: addressOf(event), x: event.clientX, isDrag: false };
    },
    onPointerMove(event) {
      const now = held.current;
      if (now === null) return;
      if (!now.isDrag && Math.abs(event.clientX - now.x) < clickRoom) return;
      if (!now.isDrag) {
        now.isDrag = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      setGhost(judged(plan, wanted(space, now.hold, now.at, addressOf(event))));
    },
    onPointerUp(event) {
      const now = held.current;
      if (now === null) return;
      const { hold, isDrag } = now;
      const last = isDrag ? judged(plan, wanted(space, hold, now.at, addressOf(event))) : null;
      drop();
      if (last === null) return;
      if (last.id === null) onDone(addPart(editor, plan, { space, block: last.block }));
      else if (last.refusal !== undefined) onDone({ isRefused: true, says: last.refusal });
      else if (!isSame(hold, last.block))
        onDone(changeBlock(editor, plan, last.id, { space, block: last.block }));
    },
    onPointerCancel: drop,
  };
}

function isSame(hold: Hold, block: Block): boolean {
  return (
    hold.on !== 'free' && hold.part.block.first === block.first && hold.part.block.prefix === block.prefix
  );
}

function wanted(space: Space, hold: Hold, from: bigint, to: bigint): Ghost {
  switch (hold.on) {
    case 'free':
      return { id: null, block: drawn(hold.block, from, to) };
    case 'part':
      return {
        id: hold.part.id,
        block: moved(space.block, hold.part.block, hold.part.block.first + to - from),
      };
    default: {
      const { block, keepsEdge } = resized(space.block, hold.part.block, hold.on, to);
      return {
        id: hold.part.id,
        block,
        ...(keepsEdge ? {} : { refusal: misaligned(hold.part.block, block) }),
      };
    }
  }
}

function judged(plan: AddressPlan, ghost: Ghost): Ghost {
  const refusal = ghost.refusal ?? refusalOf(plan, ghost.id, ghost.block);
  return refusal === undefined ? ghost : { ...ghost, refusal };
}

/** A block of a size begins only at multiples of that size. */
function misaligned(block: Block, larger: Block): Words {
  const size = `/${larger.prefix}`;
  return {
    en: `a ${size} around ${blockText(block)} is ${blockText(larger)}; drag the other edge`,
    ja: `${blockText(block)} を含む ${size} は ${blockText(larger)} です。反対側の端をドラッグしてください`,
  };
}
