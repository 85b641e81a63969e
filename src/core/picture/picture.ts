/**
 * A diagram as what is to be painted: rectangles, lines, texts and icons in absolute px of the canvas, in the order in which
 * they are painted. Whatever makes an image of a diagram (SVG, PDF, slides, frames of an animation) paints this and
 * nothing else; how a diagram looks is decided where this is made.
 */
import type { FlowId, ResourceId } from '../model/document';
import type { FlowVerdict } from '../network/flowVerdict';
import type { Language } from '../../lib/words';
import type { Point, Rect } from '../../lib/rect';

export interface Picture {
  /** What the picture is called: the name of the diagram. */
  readonly title: string;
  /** What is to be seen, in sentences: for those who do not see it. */
  readonly description: string;
  readonly language: Language;
  /** The part of the canvas that is shown. Something may go beyond it where only a part of the diagram is asked for. */
  readonly view: Rect;
  /** In the order in which they are painted. */
  readonly groups: readonly Group[];
  /** The ways of the flows that can be followed by something that moves. */
  readonly journeys: readonly Journey[];
}

/** What belongs together: one resource, the line of one flow, the legend. */
export interface Group {
  /** Unique within the picture; always the same for the same document. */
  readonly id: string;
  readonly layer: Layer;
  /** What it is called; absent for what only repeats what another group is called by. */
  readonly name?: string;
  readonly about?: About;
  /** From 0 to 1; absent: 1. */
  readonly opacity?: number;
  readonly parts: readonly Part[];
}

/** From the ground upwards. Groups come in this order. */
export const layers = [
  'heading',
  'containers',
  'lines',
  'images',
  'plain-lines',
  'resources',
  'labels',
  'numbers',
  'legend',
] as const;
export type Layer = (typeof layers)[number];

export type About = { readonly resource: ResourceId } | { readonly flow: FlowId };

export type Part = Box | Line | Outline | Text | Icon | Raster;

export interface Box extends Rect {
  readonly draw: 'box';
  readonly radius?: number;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

/** A line of straight pieces. */
export interface Line {
  readonly draw: 'line';
  readonly points: readonly Point[];
  /** The radius of its corners, less where its pieces are short. */
  readonly corner: number;
  readonly stroke: Stroke;
}

/** Any form: an arrowhead, a shield, a cross. */
export interface Outline {
  readonly draw: 'outline';
  readonly segments: readonly Segment[];
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

/** As in SVG: move, line, cubic curve (both control points and the end), close. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

/** One line of text. */
export interface Text {
  readonly draw: 'text';
  readonly text: string;
  /** Where its base line begins, has its middle or ends. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  /** In px. */
  readonly size: number;
  readonly weight: 400 | 600;
  readonly face: 'sans' | 'mono';
  readonly ink: Ink;
  /** About how wide it is, in px. */
  readonly width: number;
}

/** An icon of the icon pack, which is painted as it is. */
export interface Icon extends Rect {
  readonly draw: 'icon';
  /** Its folder and name: `resource/AmazonVPCNATGateway`. */
  readonly icon: string;
}

/** An image of the user's. */
export interface Raster extends Rect {
  readonly draw: 'raster';
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly base64: string;
}

export interface Fill {
  readonly ink: Ink;
  /** From 0 to 1; absent: 1. */
  readonly opacity?: number;
}

export interface Stroke {
  readonly ink: Ink;
  readonly width: number;
  /** Lengths of the dashes and of what is between them; a dash shorter than 1 is a dot. */
  readonly dash?: readonly [number, number];
  /** From 0 to 1; absent: 1. */
  readonly opacity?: number;
}

/** A colour of the palette, or one that is the same on a light ground and a dark one: those of AWS's groups. */
export type Ink = keyof Palette | Hex;
export type Hex = `#${string}`;

/** The colours that depend on the theme. */
export interface Palette {
  readonly canvas: Hex;
  readonly surface: Hex;
  readonly text: Hex;
  readonly quiet: Hex;
  readonly line: Hex;
  readonly strong: Hex;
  /** Behind the icons; undefined where they need none. */
  readonly plate: Hex | undefined;
  readonly arrives: Hex;
  readonly blocked: Hex;
  readonly caution: Hex;
  readonly unsure: Hex;
  /** Of what a lens shows to belong together: as many as there are tints. */
  readonly 'tint-0': Hex;
  readonly 'tint-1': Hex;
  readonly 'tint-2': Hex;
  readonly 'tint-3': Hex;
  readonly 'tint-4': Hex;
  readonly 'tint-5': Hex;
  readonly 'tint-6': Hex;
  readonly 'tint-7': Hex;
}

export type Theme = 'light' | 'dark';

/** The way of a flow, as far as its traffic gets. */
export interface Journey {
  readonly flow: FlowId;
  readonly verdict: FlowVerdict;
  readonly ink: Ink;
  /** From hop to hop. */
  readonly pieces: readonly (readonly Point[])[];
}
