/** How draw.io is told to draw: its styles are lists of keys and values. Nothing that a person wrote gets into one. */
import type { Border, Line } from '../catalog/kind';
import { verdictColour } from '../picture/verdictLooks';
import type { FlowVerdict } from '../network/flowVerdict';
import type { AwsShape } from './awsShapes';

type Style = Readonly<Record<string, string | number | undefined>>;

function styleText(style: Style): string {
  return Object.entries(style)
    .map(([key, value]) => (value === undefined ? '' : `${key}=${value};`))
    .join('');
}

const ink = '#232F3E';
const paper = '#FFFFFF';
const quiet = '#7D8998';

/** Labels are plain text: in one that is HTML a name would be markup. */
const plainLabel: Style = { html: 0, fontColor: ink };

/** What may stand in it stays in it, is moved with it, and keeps its size when it is resized. */
const holds: Style = { container: 1, pointerEvents: 0, collapsible: 0, recursiveResize: 0 };

/** The places where draw.io offers to connect an arrow with a group. */
const groupPoints =
  '[[0,0],[0.25,0],[0.5,0],[0.75,0],[1,0],[1,0.25],[1,0.5],[1,0.75],[1,1],[0.75,1],[0.5,1],[0.25,1],[0,1],[0,0.75],[0,0.5],[0,0.25]]';

/** Written with the group's icon where it has one. */
export function groupStyle(
  border: Border,
  colour: string,
  icon: string | undefined,
  isContainer = true,
): string {
  const holding = isContainer ? holds : {};
  const isCentred = border.header === 'centred';
  const line: Style = {
    strokeColor: colour,
    fillColor: 'none',
    dashed: border.style === 'solid' ? 0 : 1,
    dashPattern: border.style === 'dotted' ? '1 3' : undefined,
  };
  const title: Style = {
    ...plainLabel,
    fontSize: 12,
    verticalAlign: 'top',
    align: isCentred ? 'center' : 'left',
    spacingTop: 2,
    spacingLeft: isCentred ? 0 : icon === undefined ? 6 : 30,
  };
  if (icon === undefined) return styleText({ ...line, ...title, ...holding });
  return styleText({
    points: groupPoints,
    outlineConnect: 0,
    gradientColor: 'none',
    shape: 'mxgraph.aws4.group',
    grIcon: `mxgraph.aws4.${icon}`,
    grStroke: 1,
    ...line,
    ...title,
    ...holding,
  });
}

/** What stands for a collapsed container. */
export function foldedStyle(colour: string): string {
  return styleText({
    rounded: 1,
    arcSize: 16,
    strokeColor: colour,
    strokeWidth: 2,
    fillColor: paper,
    ...plainLabel,
    fontSize: 12,
    align: 'left',
    spacingLeft: 8,
  });
}

/** An icon with its label below. */
export function iconStyle({ name, isService, colour }: AwsShape): string {
  return styleText({
    sketch: 0,
    outlineConnect: 0,
    gradientColor: 'none',
    ...(isService
      ? { shape: 'mxgraph.aws4.resourceIcon', resIcon: `mxgraph.aws4.${name}`, strokeColor: paper }
      : { shape: `mxgraph.aws4.${name}`, strokeColor: 'none' }),
    fillColor: colour,
    dashed: 0,
    ...plainLabel,
    fontSize: 12,
    // A line that passes below the icon goes behind its label.
    labelBackgroundColor: paper,
    verticalLabelPosition: 'bottom',
    verticalAlign: 'top',
    align: 'center',
    aspect: 'fixed',
  });
}

/** A small text on a plate: a chip on a title line, or the badge of an icon. */
export function plateStyle(of: 'chip' | 'unused' | 'badge'): string {
  return styleText({
    rounded: 1,
    arcSize: of === 'badge' ? 25 : 50,
    strokeColor: quiet,
    dashed: of === 'unused' ? 1 : 0,
    fillColor: paper,
    ...plainLabel,
    fontSize: of === 'badge' ? 9 : 10,
    fontStyle: of === 'badge' ? 1 : 0,
    overflow: 'hidden',
    connectable: 0,
  });
}

export const noteStyle = styleText({
  ...plainLabel,
  strokeColor: '#DFE3E8',
  fillColor: paper,
  fontSize: 12,
  align: 'left',
  verticalAlign: 'top',
  spacingLeft: 8,
  spacingTop: 4,
  overflow: 'hidden',
});

/** A box that holds nothing, like a group of AWS's deck. */
export function frameStyle(border: Border | undefined, icon: string | undefined): string {
  const { colour = quiet, ...rest } = border ?? { style: 'solid', header: 'left' };
  // Black, and white on a dark ground: the paper is white.
  return groupStyle({ ...rest, colour }, colour === 'currentColor' ? ink : colour, icon, false);
}

/** `image`: its data URL, of which draw.io leaves out `;base64`, since a semicolon ends a value. */
export function imageStyle(image: string | undefined): string {
  if (image === undefined)
    return styleText({ ...plainLabel, dashed: 1, strokeColor: quiet, fillColor: 'none' });
  return styleText({ shape: 'image', imageAspect: 1, aspect: 'fixed', image: image.replace(';base64', '') });
}

export const numberStyle = styleText({
  shape: 'ellipse',
  perimeter: 'ellipsePerimeter',
  html: 0,
  fillColor: '#000000',
  strokeColor: paper,
  fontColor: '#FFFFFF',
  fontSize: 14,
  fontStyle: 1,
  aspect: 'fixed',
});

export function plainLineStyle(heads: Line['heads'], isDashed: boolean): string {
  return styleText({
    ...plainLabel,
    rounded: 0,
    strokeColor: ink,
    strokeWidth: 1.67,
    dashed: isDashed ? 1 : 0,
    startArrow: heads.start ? 'open' : 'none',
    endArrow: heads.end ? 'open' : 'none',
    labelBackgroundColor: paper,
  });
}

export function headingStyle(of: 'title' | 'text'): string {
  return styleText({
    ...plainLabel,
    strokeColor: 'none',
    fillColor: 'none',
    fontSize: of === 'title' ? 20 : 13,
    fontStyle: of === 'title' ? 1 : 0,
    align: 'left',
    verticalAlign: 'top',
  });
}

export interface EdgeLook {
  readonly verdict: FlowVerdict;
  /** Whether the traffic gets over this piece. */
  readonly isReached: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The scene is about other flows. */
  readonly isFaint: boolean;
}

export function edgeStyle({ verdict, isReached, isFirst, isLast, isFaint }: EdgeLook, ends: Style): string {
  const isDotted = verdict === 'cannot-say' || verdict === 'not-computed';
  return styleText({
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    ...plainLabel,
    strokeColor: verdictColour(verdict),
    strokeWidth: 2,
    dashed: !isReached || isDotted ? 1 : 0,
    dashPattern: !isReached ? '6 4' : isDotted ? '1 3' : undefined,
    startArrow: isFirst && verdict === 'reply-blocked' ? 'cross' : 'none',
    endArrow: isLast ? (verdict === 'blocked' ? 'open' : 'block') : 'none',
    endFill: verdict === 'blocked' ? 0 : 1,
    endSize: 5,
    fontSize: 11,
    labelBackgroundColor: paper,
    opacity: isFaint ? 30 : undefined,
    textOpacity: isFaint ? 50 : undefined,
    ...ends,
  });
}

/** Where traffic is stopped. */
export function crossStyle(isFaint: boolean): string {
  return styleText({
    shape: 'ellipse',
    perimeter: 'ellipsePerimeter',
    ...plainLabel,
    fillColor: paper,
    strokeColor: verdictColour('blocked'),
    strokeWidth: 2,
    fontColor: verdictColour('blocked'),
    fontSize: 11,
    fontStyle: 1,
    aspect: 'fixed',
    opacity: isFaint ? 30 : undefined,
    textOpacity: isFaint ? 50 : undefined,
  });
}

export function referenceStyle(ends: Style): string {
  return styleText({
    edgeStyle: 'orthogonalEdgeStyle',
    rounded: 1,
    ...plainLabel,
    strokeColor: quiet,
    dashed: 1,
    dashPattern: '3 3',
    endArrow: 'none',
    ...ends,
  });
}
