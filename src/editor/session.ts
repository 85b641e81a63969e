/** What one person sees: not saved in the diagram, not undone. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnyPreset } from '../core/catalog/catalog';
import type { Placed } from '../core/layout/fit';
import type { Guide } from '../core/layout/snapping';
import type { SpaceLine, Spaces } from '../core/layout/space';
import type { LensName } from '../core/lenses/lens';
import type { Document, FlowId, Point, Protocol, ResourceId, SceneId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import type { Plan } from '../core/plans/plan';
import type { Language, Words } from '../lib/words';

export interface Session {
  /** Ids of resources and flows. */
  readonly selection: ReadonlySet<string>;
  readonly tool: Tool;
  /** What the pointer is in the middle of; nothing of it is in the document until the button is released. */
  readonly gesture: Gesture | null;
  readonly hovered: string | null;
  /** Whose name is being edited on the canvas: a resource or a flow. */
  readonly editing: string | null;
  /** In px of the screen; `zoom` 1 is 100 %. */
  readonly viewport: Viewport;
  /** The flow whose hops are shown and whose rows are marked. */
  readonly flowInFocus: FlowId | null;
  /** Shown at full strength beside it: the other arrows of a scene. */
  readonly flowsBeside: ReadonlySet<FlowId>;
  /** The bend of a selected arrow that the keyboard moves. */
  readonly bendInHand: { readonly flow: FlowId; readonly piece: string; readonly index: number } | null;
  /** The field the inspector should move the caret to, and the resource it belongs to. */
  readonly fieldInFocus: { readonly id: string; readonly field: string } | null;
  /** A plan shown as ghosts. */
  readonly preview: Plan | null;
  /** An arrow that was let go where nothing is: what its other end becomes is being chosen. */
  readonly newEnd: NewEnd | null;
  /** An arrow that was just drawn: should it have no way, what would give it one is offered. */
  readonly offerFor: FlowId | null;
  /** A new layout shown as ghosts, which Enter carries out and Escape leaves, and how many resources it changes. */
  readonly proposal: { readonly plan: Plan; readonly count: number } | null;
  /** The ways that are compared while the panel of paths is open. */
  readonly comparing: Comparing | null;
  readonly presenting: SceneId | null;
  readonly panel: PanelName | null;
  /** Height of the bottom panel in px. */
  readonly panelHeight: number;
  /** The code stands at the right of the canvas and not among the panels. */
  readonly codeAtRight: boolean;
  readonly paletteOpen: boolean;
  readonly minimapOpen: boolean;
  readonly gridShown: boolean;
  /** What the canvas is looked at for; the rest fades. */
  readonly lens: LensName | null;
  /** What is dragged comes to rest at what stands beside it, and not on the grid alone. */
  readonly snapsToObjects: boolean;
  /** Only the canvas and the top bar are shown. */
  readonly focusMode: boolean;
  /** The key of the finding that the keyboard's focus is on, in a list of them. */
  readonly findingInFocus: string | null;
  /** Whether Cmd takes the place of Ctrl, where something is said of keys. */
  readonly hasCmdKey: boolean;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  /** Said to screen readers, politely; the counter lets the same words be said twice. */
  readonly announcement: { readonly words: Words; readonly count: number };
  /** Shown on the canvas for a moment: what an action did not do, or did besides. */
  readonly notice: Words | null;
}

export interface NewEnd {
  readonly from: ResourceId;
  /** Where it is to stand, in canvas px. */
  readonly at: Point;
  /** Asked for by keyboard: beside what the arrow starts from, in that direction. */
  readonly towards?: 'up' | 'down' | 'left' | 'right';
}

/** Which ways are compared, and which of them the canvas shows. */
export interface Comparing {
  /** The drawn flow that is asked about; null where its ends were chosen, or where it is gone and its ends are not. */
  readonly flow: FlowId | null;
  readonly from: ComparedEnd | null;
  readonly to: ComparedEnd | null;
  readonly protocol: Protocol;
  readonly port: number | null;
  /** Gigabytes a month; null: not said; undefined: what the flow says. */
  readonly gb: number | null | undefined;
  /** The way that the canvas shows, by its number from 1; 0: the present design, with all ways drawn in it. */
  readonly shown: number;
  /** How many ways there are to show. */
  readonly count: number;
}

/** A resource, or one of a kind (as a preset of it has it) that is not drawn yet. */
export type ComparedEnd =
  { readonly resource: ResourceId } | { readonly kind: KindName; readonly preset: string | null };

export type Tool =
  | { readonly tool: 'select' }
  | { readonly tool: 'hand' }
  | { readonly tool: 'connect' }
  /** Drags, and arrow keys, push everything beyond a line aside. */
  | { readonly tool: 'space' }
  /** The next click places one of this kind. */
  | { readonly tool: 'place'; readonly kind: KindName; readonly preset?: AnyPreset };

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export type Gesture =
  | {
      readonly doing: 'moving';
      /** New positions on the canvas, in px, of the resources that were taken up (not of what is in them). */
      readonly positions: ReadonlyMap<ResourceId, Point>;
      /** Where a release would put each of them, relative to the container that it would go into. */
      readonly places: ReadonlyMap<ResourceId, Placed>;
      /** Where a release would put them; undefined where it would be refused, with the reason. */
      readonly target: ResourceId | null | undefined;
      readonly refusal?: Words;
      /** What will be found fault with when it is dropped there: an overlapping CIDR block. */
      readonly warning?: Words;
      readonly copying: boolean;
      readonly guides?: readonly Guide[];
    }
  | {
      readonly doing: 'resizing';
      readonly id: ResourceId;
      /** What else changes: the corner at which a line begins. */
      readonly props?: Readonly<Record<string, unknown>>;
      /** The rectangle on the canvas, in px. */
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly guides?: readonly Guide[];
    }
  | {
      readonly doing: 'connecting';
      readonly from: ResourceId;
      readonly pointer: Point;
      readonly over: ResourceId | null;
      readonly refusal?: Words;
    }
  | {
      readonly doing: 'placing';
      readonly kind: KindName;
      readonly pointer: Point;
      readonly target: ResourceId | null | undefined;
      readonly refusal?: Words;
      /** Where it would stand, in canvas px. */
      readonly ghost: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
      /** Where it begins, for what is drawn from one end to the other. */
      readonly drawnFrom?: Point;
      /** What it would start with: its CIDR block, say. */
      readonly detail?: string;
    }
  | {
      readonly doing: 'brushing';
      readonly start: Point;
      readonly pointer: Point;
      /** The container whose content is meant; null: everything. */
      readonly within: ResourceId | null;
      /** What was selected before and stays so (Shift). */
      readonly kept: ReadonlySet<string>;
    }
  | {
      readonly doing: 'bending';
      readonly flow: FlowId;
      /** The piece between two hops, the bends on it as they would be, in canvas px, and which of them is dragged. */
      readonly piece: string;
      readonly points: readonly Point[];
      readonly index: number;
    }
  | Spacing
  /** The view is being dragged. */
  | { readonly doing: 'panning' };

/** Everything beyond a line is being pushed away from it, or pulled towards it. */
export interface Spacing {
  readonly doing: 'spacing';
  readonly line: SpaceLine;
  readonly spaces: Spaces;
  /** How far it is pushed, in px; below 0 where it is pulled. */
  readonly by: number;
  /** The diagram as it would be, and what makes it so. */
  readonly after: Document;
  readonly plan: Plan;
  readonly refusal?: Words;
  /** Why it does not go further. */
  readonly warning?: Words;
}

export const panelNames = [
  'outline',
  'problems',
  'flows',
  'paths',
  'scenes',
  'cost',
  'code',
  'guidelines',
] as const;
export type PanelName = (typeof panelNames)[number];

export type SessionStore = StoreApi<Session>;

export function createSession(start: Partial<Session> = {}): SessionStore {
  return createStore<Session>(() => ({
    selection: new Set(),
    tool: { tool: 'select' },
    gesture: null,
    hovered: null,
    editing: null,
    viewport: { x: 0, y: 0, zoom: 1 },
    flowInFocus: null,
    flowsBeside: new Set(),
    bendInHand: null,
    fieldInFocus: null,
    preview: null,
    newEnd: null,
    offerFor: null,
    proposal: null,
    comparing: null,
    presenting: null,
    panel: null,
    panelHeight: 260,
    codeAtRight: false,
    paletteOpen: true,
    minimapOpen: true,
    gridShown: true,
    lens: null,
    snapsToObjects: true,
    focusMode: false,
    findingInFocus: null,
    hasCmdKey: false,
    language: 'en',
    theme: 'system',
    announcement: { words: { en: '', ja: '' }, count: 0 },
    notice: null,
    ...start,
  }));
}

export function announce(session: SessionStore, words: Words): void {
  session.setState(({ announcement }) => ({ announcement: { words, count: announcement.count + 1 } }));
}

/** Says what everybody must know, also those who see the canvas. */
export function notify(session: SessionStore, words: Words): void {
  session.setState({ notice: words });
  announce(session, words);
}
