/** What the lines mean, below the diagram: only those that are in it. */
import { flowVerdictWords, type FlowVerdict } from '../network/flowVerdict';
import type { Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { textAt, widthOf } from './lines';
import type { Group, Part } from './picture';
import { beyondStroke, brokenHeadAt, crossAt, headAt, lineStroke } from './signs';

const words = { size: 11, ink: 'text' } as const;
/** All in px. */
const sample = 44;
const beforeWords = 8;
const between = 28;
const row = 24;
const air = 16;

const referenceWords: Words = { en: 'Refers to', ja: '参照' };

interface Entry {
  readonly text: string;
  readonly draw: (x: number, middle: number) => readonly Part[];
}

export interface LegendOf {
  readonly verdicts: readonly FlowVerdict[];
  readonly hasReferences: boolean;
  readonly say: (words: Words) => string;
}

/** Below `room`, in rows no wider than that where an entry fits in one; undefined where nothing needs to be explained. */
export function legendBelow(room: Rect, { verdicts, hasReferences, say }: LegendOf): Group | undefined {
  const entries: Entry[] = verdicts.map((verdict) => ({
    text: say(flowVerdictWords[verdict]),
    draw: (x, middle) => verdictSample(verdict, x, middle),
  }));
  if (hasReferences)
    entries.push({
      text: say(referenceWords),
      draw: (x, middle) => [lineSample(x, x + sample, middle, { ink: 'strong', width: 1.2, dash: [2, 3] })],
    });
  if (entries.length === 0) return undefined;
  let [x, middle] = [room.x, room.y + room.h + air + row / 2];
  const parts: Part[] = [];
  for (const { text, draw } of entries) {
    const width = sample + beforeWords + widthOf(text, words);
    if (x > room.x && x + width > room.x + room.w) [x, middle] = [room.x, middle + row];
    parts.push(...draw(x, middle), textAt(text, x + sample + beforeWords, middle, words));
    x += width + between;
  }
  return { id: 'legend', layer: 'legend', name: say({ en: 'Legend', ja: '凡例' }), parts };
}

function verdictSample(verdict: FlowVerdict, x: number, middle: number): Part[] {
  const [start, end] = [
    { x, y: middle },
    { x: x + sample, y: middle },
  ];
  const head = headAt([start, end], verdict);
  switch (verdict) {
    case 'blocked': {
      const stop = { x: x + sample / 2 - 4, y: middle };
      return [
        lineSample(x, stop.x, middle, lineStroke(verdict)),
        lineSample(stop.x, end.x, middle, beyondStroke(verdict)),
        ...head,
        ...crossAt(stop, 7),
      ];
    }
    case 'reply-blocked': {
      // The broken head stands before the line's start.
      const from = { x: x + 27, y: middle };
      return [lineSample(from.x, end.x, middle, lineStroke(verdict)), ...head, ...brokenHeadAt([from, end])];
    }
    case 'cannot-say':
      return [
        lineSample(x, end.x, middle, lineStroke(verdict)),
        ...head,
        textAt('?', x + sample / 2 - 4, middle - 7, { size: 11, weight: 600, ink: 'unsure' }, 'middle'),
      ];
    default:
      return [lineSample(x, end.x, middle, lineStroke(verdict)), ...head];
  }
}

function lineSample(from: number, to: number, y: number, stroke: ReturnType<typeof lineStroke>): Part {
  return {
    draw: 'line',
    points: [
      { x: from, y },
      { x: to, y },
    ],
    corner: 0,
    stroke,
  };
}
