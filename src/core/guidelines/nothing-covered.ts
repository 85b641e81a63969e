import { centreOf, grown, holds, overlaps, type Point, type Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { isFrame } from '../catalog/kind';
import type { Box } from '../drawing/boxes';
import type { Plan } from '../plans/plan';
import type { Drawing, Part } from './drawing';
import { borderOf, runsThrough } from './geometry';
import { placesOnBorder } from './gateway-on-border';
import { standsOnBorder } from '../layout/border';
import { deck, defineGuideline, type Departure } from './guideline';
import { placeAt, placing, tidying } from './places';

/** So far one may reach over another, in px: names are measured. */
const tolerance = 2;
/** What is put beside something keeps that from it, in px. */
const air = 6;
/** So many places are tried for it. */
const mostSpots = 10;

export default defineGuideline({
  id: 'nothing-covered',
  summary: {
    en: 'Nothing lies on an icon, on its name or on the title of a group',
    ja: 'アイコン、その名前、グループのタイトルの上に、ほかのものを重ねません',
  },
  why: {
    en: 'Icons are shown whole, and every name can be read. A number stands beside what it tells of, and the border of a frame runs between icons.',
    ja: 'アイコンは全体を見せ、名前はすべて読めるようにします。番号は説明する対象の横に置き、フレームの枠線はアイコンの間を通します。',
  },
  source: deck,
  *check(drawing) {
    for (const box of drawing.boxes.values()) {
      const { shape } = drawing.catalog.kind(box.resource.kind);
      if (shape.as === 'picture') {
        if (isFrame(shape)) yield* throughIcons(drawing, box);
        else if (shape.draws !== 'line') yield* covered(drawing, box);
      } else if (drawing.isOpen(box)) yield* onTitle(drawing, box);
    }
  },
});

/** An image lies on what it touches; of a number, which may stand at the corner of an icon, its middle does. */
function* covered(drawing: Drawing, box: Box): Generator<Departure> {
  const { shape } = drawing.catalog.kind(box.resource.kind);
  const isNumber = shape.as === 'picture' && shape.draws === 'number';
  const lies = (part: Rect): boolean =>
    isNumber ? holds(grown(part, -tolerance), centreOf(box)) : overlaps(grown(box, -tolerance), part);
  const seen = new Set([box]);
  const over: Box[] = [];
  for (const part of drawing.partsNear(box)) {
    if (seen.has(part.of) || !lies(part)) continue;
    seen.add(part.of);
    over.push(part.of);
  }
  if (isNumber)
    for (const other of drawing.boxes.values()) {
      const like = drawing.catalog.kind(other.resource.kind).shape;
      const isBefore = other.resource.id < box.resource.id;
      if (
        like.as === 'picture' &&
        like.draws === 'number' &&
        isBefore &&
        overlaps(grown(box, -tolerance), other)
      )
        over.push(other);
    }
  for (const other of over.sort((a, b) => (a.resource.id < b.resource.id ? -1 : 1)))
    yield tellCovered(drawing, box, other, () => beside(drawing, box, other));
}

function tellCovered(drawing: Drawing, box: Box, other: Box, fixes: () => readonly Plan[]): Departure {
  const [name, under] = [nameOf(drawing, box), nameOf(drawing, other)];
  return {
    on: [box.resource.id, other.resource.id],
    message: { en: `${name.en} lies on ${under.en}`, ja: `${name.ja} が ${under.ja} に重なっています` },
    fixes,
  };
}

/** A number is called by what it shows. */
function nameOf(drawing: Drawing, { resource }: Box): Words {
  const { shape, label } = drawing.catalog.kind(resource.kind);
  if (shape.as !== 'picture' || shape.draws !== 'number') return drawing.called(resource.id);
  const { detail = '' } = drawing.looks.look(resource.id);
  return { en: `${label.en} ${detail}`.trim(), ja: `${label.ja} ${detail}`.trim() };
}

/** Places around all that is seen of the other one, the nearest first. */
function beside(drawing: Drawing, box: Box, other: Box): readonly Plan[] {
  const { called, parts } = drawing;
  const name = nameOf(drawing, box);
  const under = called(other.resource.id);
  const title: Words = {
    en: `Put ${name.en} beside ${under.en}`,
    ja: `${name.ja} を ${under.ja} の横に置く`,
  };
  const spots = parts(other).flatMap(({ x, y, w, h }): Point[] => {
    const xs = [x - box.w - air, x + w + air];
    const ys = [y - box.h - air, y + h + air];
    return [
      ...xs.flatMap((left) => [y, y + (h - box.h) / 2, ...ys].map((top) => ({ x: left, y: top }))),
      ...ys.map((top) => ({ x: box.x, y: top })),
    ];
  });
  const far = ({ x, y }: Point): number => Math.hypot(x - box.x, y - box.y);
  const isFree = (spot: Point): boolean => {
    const rect = { ...spot, w: box.w, h: box.h };
    return !drawing.partsNear(rect).some((part) => overlaps(rect, part));
  };
  const inOrder = spots
    .map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
    .sort((a, b) => far(a) - far(b));
  // A number may stand at a corner of an icon, but better beside it.
  return [...inOrder.filter(isFree), ...inOrder.filter((spot) => !isFree(spot))]
    .slice(0, mostSpots)
    .map((spot) => placing(title, { [box.resource.id]: placeAt(box, spot) }));
}

function* throughIcons(drawing: Drawing, frame: Box): Generator<Departure> {
  const border = borderOf(frame);
  const crossed = new Map<Box, Part[]>();
  for (const part of drawing.partsNear(frame))
    if (runsThrough(border, grown(part, -tolerance)))
      crossed.set(part.of, [...(crossed.get(part.of) ?? []), part]);
  for (const box of [...crossed.keys()].sort((a, b) => (a.resource.id < b.resource.id ? -1 : 1))) {
    const [name, icon] = [drawing.called(frame.resource.id), drawing.called(box.resource.id)];
    yield {
      on: [frame.resource.id, box.resource.id],
      message: {
        en: `The border of ${name.en} runs through ${icon.en}`,
        ja: `${name.ja} の枠線が ${icon.ja} を横切っています`,
      },
      fixes: () => around(drawing, frame, box),
    };
  }
}

/** The frame takes in the icon of which it has the middle, and leaves out another one. */
function around(drawing: Drawing, frame: Box, box: Box): readonly Plan[] {
  const name = drawing.called(frame.resource.id);
  const title: Words = { en: `Resize ${name.en}`, ja: `${name.ja} の大きさを変える` };
  const [left, top] = [
    Math.min(...drawing.parts(box).map(({ x }) => x)),
    Math.min(...drawing.parts(box).map(({ y }) => y)),
  ];
  const right = Math.max(...drawing.parts(box).map(({ x, w }) => x + w));
  const bottom = Math.max(...drawing.parts(box).map(({ y, h }) => y + h));
  const ends = { x: frame.x + frame.w, y: frame.y + frame.h };
  const whole: Rect = spanned(
    Math.min(frame.x, left - air),
    Math.min(frame.y, top - air),
    Math.max(ends.x, right + air),
    Math.max(ends.y, bottom + air),
  );
  const without: readonly Rect[] = [
    spanned(frame.x, frame.y, left - air, ends.y),
    spanned(right + air, frame.y, ends.x, ends.y),
    spanned(frame.x, frame.y, ends.x, top - air),
    spanned(frame.x, bottom + air, ends.x, ends.y),
  ];
  const least = { w: frame.w / 2, h: frame.h / 2 };
  const smaller = without
    .filter(({ w, h }) => w >= least.w && h >= least.h)
    .sort((a, b) => b.w * b.h - a.w * a.h);
  const inOrder = holds(frame, centreOf(box)) ? [whole, ...smaller] : [...smaller, whole];
  return inOrder.map((rect) => placing(title, { [frame.resource.id]: placeAt(frame, rect) }));
}

function spanned(left: number, top: number, right: number, bottom: number): Rect {
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, w: Math.ceil(right) - x, h: Math.ceil(bottom) - y };
}

/** What stands in a group, or on its border, on the words and chips of its title line. */
function* onTitle(drawing: Drawing, parent: Box): Generator<Departure> {
  const { id: parentId, kind } = parent.resource;
  const words = drawing.titles.of(parentId).map((rect) => grown(rect, -tolerance));
  for (const child of drawing.inside(parentId)) {
    if (!drawing.parts(child).some((part) => words.some((rect) => overlaps(rect, part)))) continue;
    const [name, group] = [drawing.called(child.resource.id), drawing.called(parentId)];
    const title: Words = {
      en: `Move ${name.en} off the title of ${group.en}`,
      ja: `${name.ja} を ${group.ja} のタイトルから離す`,
    };
    yield {
      on: [child.resource.id, parentId],
      message: {
        en: `${name.en} lies on the title of ${group.en}`,
        ja: `${name.ja} が ${group.ja} のタイトルに重なっています`,
      },
      fixes: () =>
        standsOnBorder(drawing.catalog, child.resource.kind, kind)
          ? placesOnBorder(drawing, child, parent, title)
          : [
              tidying(drawing, title, parentId, [child.resource.id]),
              tidying(drawing, title, parentId),
            ].filter((plan) => plan !== undefined),
    };
  }
}
