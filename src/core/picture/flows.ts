/** The arrows of flows with the signs of their verdicts, their labels, and the lines of references. */
import type { Arrow, ReferenceLine } from '../drawing/arrows';
import type { Document } from '../model/document';
import { trafficText } from '../model/trafficText';
import { flowVerdictWords } from '../network/flowVerdict';
import type { Point } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { fitted, printable, textAt, widthOf } from './lines';
import type { Group, Line, Part, Stroke } from './picture';
import { beyondStroke, brokenHeadAt, crossAt, headAt, lineStroke, verdictInk } from './signs';

const corner = 8;
const label = { size: 11, ink: 'text' } as const;
const stopped = { size: 11, ink: 'blocked' } as const;
const plateHeight = 17;
const plateSides = 6;
/** No label is longer, in px: one that covers half the diagram says less. */
const longestLabel = 280;
/** How strong the flows are that are not in focus. */
const faint = 0.25;

interface FlowsOf {
  readonly document: Document;
  readonly say: (words: Words) => string;
  /** Those that are shown at full strength; undefined: all. */
  readonly inFocus?: ReadonlySet<string> | undefined;
}

export function flowGroups(arrow: Arrow, flowsOf: FlowsOf): readonly Group[] {
  const { id, verdict, reached, beyond, shown, cross } = arrow;
  const about = { flow: id };
  const end = (beyond.length > 0 ? beyond : reached).at(-1) ?? [];
  const lines: readonly Line[] = [
    ...drawn(shown.reached, lineStroke(verdict)),
    ...drawn(shown.beyond, beyondStroke(verdict)),
  ];
  const halo = { ink: 'canvas', width: 4, opacity: 0.6 } as const;
  const opacity = opacityOf(arrow, flowsOf);
  const parts: Part[] = [
    ...drawn([...shown.reached, ...shown.beyond], halo),
    ...lines,
    ...headAt(end, verdict),
    ...(verdict === 'reply-blocked' ? brokenHeadAt(reached[0] ?? []) : []),
    ...(cross === null ? [] : crossAt(cross)),
  ];
  return [
    { id: `flow ${id}`, layer: 'lines', name: flowName(arrow, flowsOf), about, ...opacity, parts },
    ...(arrow.labelFits ? [labelGroup(arrow, flowsOf, opacity)] : []),
  ];
}

function labelGroup(arrow: Arrow, flowsOf: FlowsOf, opacity: Pick<Group, 'opacity'>): Group {
  const { id, verdict, label: at } = arrow;
  const type = verdict === 'blocked' ? stopped : label;
  const isUnsure = verdict === 'cannot-say';
  const text = fitted(labelText(arrow, flowsOf), longestLabel, type);
  const width = widthOf(text, type);
  const mark = isUnsure ? 10 : 0;
  const w = width + mark + 2 * plateSides;
  const left = at.x - w / 2;
  return {
    id: `label ${id}`,
    layer: 'labels',
    about: { flow: id },
    ...opacity,
    parts: [
      {
        draw: 'box',
        x: left,
        y: at.y - plateHeight / 2,
        w,
        h: plateHeight,
        radius: 4,
        fill: { ink: 'canvas', opacity: 0.9 },
      },
      textAt(text, left + plateSides, at.y, type),
      ...(isUnsure
        ? [
            textAt('?', left + plateSides + width + 3, at.y, {
              ...label,
              weight: 600,
              ink: verdictInk[verdict],
            }),
          ]
        : []),
    ],
  };
}

/** As it is read out and stands in the description: who talks to whom, what about, and whether it gets there. */
export function flowName(arrow: Arrow, flowsOf: FlowsOf): string {
  const { flow, verdict } = arrow;
  const { document, say } = flowsOf;
  const [from, to] = [flow.from, flow.to].map((id) => printable(document.resources.get(id)?.name ?? ''));
  const what = labelText(arrow, flowsOf);
  const verdictText = flowVerdictWords[verdict];
  return say({
    en: `${from} → ${to}, ${what}: ${verdictText.en.toLowerCase()}`,
    ja: `${from} → ${to}、${what}: ${verdictText.ja}`,
  });
}

function labelText({ flow }: Arrow, { say }: FlowsOf): string {
  return flow.label.trim() === '' ? say(trafficText(flow)) : printable(flow.label);
}

function opacityOf({ id, verdict }: Arrow, { inFocus }: FlowsOf): Pick<Group, 'opacity'> {
  if (inFocus !== undefined && !inFocus.has(id)) return { opacity: faint };
  return verdict === 'not-computed' ? { opacity: 0.5 } : {};
}

export function referenceGroup({ id, shown }: ReferenceLine): Group {
  const stroke = { ink: 'strong', width: 1.2, dash: [2, 3] } as const;
  return { id: `reference ${id}`, layer: 'lines', parts: drawn(shown, stroke) };
}

function drawn(lines: readonly (readonly Point[])[], stroke: Stroke): Line[] {
  return lines.map((points) => ({ draw: 'line', points, corner, stroke }));
}
