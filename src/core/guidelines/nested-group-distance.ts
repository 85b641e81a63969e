import { holdsAll, type Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { isFrame } from '../catalog/kind';
import type { Box } from '../drawing/boxes';
import { standsOnBorder } from '../layout/border';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';
import { gapsWithin, leastGap } from './geometry';
import { deck, defineGuideline, type Departure } from './guideline';
import { placeAt, placing, tidying } from './places';

/** 0.05 in at 96 dpi, in px. */
const least = 5;
/** What a frame is given where it has less, and below its own title, in px. */
const room = 8;
const titleRoom = 32;

export default defineGuideline({
  id: 'nested-group-distance',
  summary: {
    en: 'A group keeps at least 0.05 in (5 px) from the border of the group around it',
    ja: 'グループは、外側のグループの枠線から 0.05 インチ (5 px) 以上離します',
  },
  why: {
    en: 'Two borders side by side read as one thick line, and what stands across a border belongs to nobody. Everything that is in a group stands inside it.',
    ja: '枠線が隣り合うと 1 本の太い線に見え、枠線をまたぐものはどちらに属するか分かりません。グループに属するものは、すべてその内側に置きます。',
  },
  source: deck,
  *check(drawing) {
    for (const parent of drawing.boxes.values()) {
      if (!drawing.isOpen(parent)) continue;
      for (const child of drawing.inside(parent.resource.id)) {
        if (standsOnBorder(drawing.catalog, child.resource.kind, parent.resource.kind)) continue;
        const found = tooNear(drawing, parent, child);
        if (found !== undefined) yield found;
      }
    }
    yield* frames(drawing);
  },
});

function tooNear(drawing: Drawing, parent: Box, child: Box): Departure | undefined {
  const { id } = child.resource;
  const parentId = parent.resource.id;
  const isGroup = drawing.catalog.kind(child.resource.kind).shape.as === 'container';
  const gap = Math.min(...drawing.parts(child).map((part) => leastGap(gapsWithin(parent, part))));
  // Names are measured, and may be off by a hair.
  if (gap >= (isGroup ? least : -1)) return undefined;
  const [inner, outer] = [drawing.called(id), drawing.called(parentId)];
  const title: Words = {
    en: `Keep ${inner.en} inside ${outer.en}`,
    ja: `${inner.ja} を ${outer.ja} の内側に収める`,
  };
  return {
    on: [id, parentId],
    message: gapWords(inner, outer, gap),
    fixes: () => [tidying(drawing, title, parentId, [id]), tidying(drawing, title, parentId)].filter(isPlan),
  };
}

function gapWords(inner: Words, outer: Words, gap: number): Words {
  const px = Math.round(Math.abs(gap) * 10) / 10;
  return gap < 0
    ? {
        en: `${inner.en} sticks out of ${outer.en} by ${px} px`,
        ja: `${inner.ja} が ${outer.ja} から ${px} px はみ出しています`,
      }
    : {
        en: `${inner.en} stands ${px} px from the border of ${outer.en}; at least ${least} px are asked for`,
        ja: `${inner.ja} と ${outer.ja} の枠線の間隔は ${px} px です。${least} px 以上必要です`,
      };
}

/** Frames hold nothing, so that one goes by where they stand; those that cross another group do so on purpose. */
function* frames(drawing: Drawing): Generator<Departure> {
  const all = [...drawing.boxes.values()];
  const framed = all.filter(({ resource }) => isFrame(drawing.catalog.kind(resource.kind).shape));
  if (framed.length === 0) return;
  const groups = [...framed, ...all.filter(drawing.isOpen)];
  for (const frame of framed)
    for (const other of groups) {
      if (other === frame) continue;
      const isOther = isFrame(drawing.catalog.kind(other.resource.kind).shape);
      const isOuter = holdsAll(frame, other);
      // Two frames are told of once.
      if (!isOuter && (isOther || !holdsAll(other, frame))) continue;
      if (isOuter && isOther && holdsAll(other, frame) && frame.resource.id > other.resource.id) continue;
      const [outer, inner] = isOuter ? [frame, other] : [other, frame];
      const gaps = gapsWithin(outer, inner);
      const gap = leastGap(gaps);
      if (gap >= least) continue;
      const names = [drawing.called(inner.resource.id), drawing.called(outer.resource.id)] as const;
      const changed = drawing.called(frame.resource.id);
      const title: Words = {
        en: `${isOuter ? 'Enlarge' : 'Shrink'} ${changed.en}`,
        ja: `${changed.ja} を${isOuter ? '広げる' : '狭める'}`,
      };
      yield {
        on: [frame.resource.id, other.resource.id],
        message: gapWords(...names, gap),
        fixes: () => reframed(title, frame, other, isOuter),
      };
    }
}

function reframed(title: Words, frame: Box, other: Box, isOuter: boolean): readonly Plan[] {
  const way = isOuter ? 1 : -1;
  const gaps = isOuter ? gapsWithin(frame, other) : gapsWithin(other, frame);
  const by = (gap: number, wanted: number): number => (gap < least ? Math.ceil(wanted - gap) : 0);
  return [titleRoom, room].flatMap((top): Plan[] => {
    const moved = {
      left: by(gaps.left, room),
      top: by(gaps.top, top),
      right: by(gaps.right, room),
      bottom: by(gaps.bottom, room),
    };
    const to: Rect = {
      x: frame.x - way * moved.left,
      y: frame.y - way * moved.top,
      w: frame.w + way * (moved.left + moved.right),
      h: frame.h + way * (moved.top + moved.bottom),
    };
    return to.w < titleRoom || to.h < titleRoom
      ? []
      : [placing(title, { [frame.resource.id]: placeAt(frame, to) })];
  });
}

function isPlan(plan: Plan | undefined): plan is Plan {
  return plan !== undefined;
}
