import type { Words } from '../../lib/words';
import type { CfnMapping } from '../cfn/mapping';
import type { PricedUse } from '../cost/uses';
import type { Resource, ResourceId } from '../model/document';
import type { KindName, PropsOf } from '../model/kinds';
import type { Value } from '../model/value';
import type { Fact } from '../network/facts';
import type { Fields } from './field';

/**
 * One sort of AWS resource, with everything the product knows of it. A kind states what is so and decides nothing: the
 * algorithms of `core` ask it.
 */
export interface Kind<K extends KindName = KindName> {
  readonly kind: K;
  readonly label: Words;
  /** What it does, in one line for the palette. */
  readonly summary: Words;
  readonly group: PaletteGroup;
  /** Where it stands in its group, for those that would otherwise come too early: 0 by default, the lower the earlier. */
  readonly rank?: number;
  /** A file of the icon pack, as `resource/AmazonVPCNATGateway`; null where AWS has none by design. */
  readonly icon: string | null;
  /** What a new one is called; a number is added when the name is taken. A valid logical ID. */
  readonly defaultName: string;
  readonly shape: Shape;
  /** The kinds it may stand in; `canvas` is the bare canvas. Anything else has no meaning and is refused. */
  readonly parents: readonly (KindName | 'canvas')[];
  readonly fields: Fields<PropsOf<K>>;
  /** Ready-made ones that the palette offers by their own names: S3 among the AWS services. */
  readonly presets?: readonly Preset<PropsOf<K>>[];
  /** What differs from resource to resource in how it is drawn: a public subnet is green. */
  readonly look?: (resource: Resource<K>, around: Surroundings) => Look;
  /** Props a new one should start with here: the next free CIDR block, the free Availability Zone. */
  readonly propose?: (resource: Resource<K>, around: Surroundings) => Partial<PropsOf<K>>;
  /** Where Tidy puts it. */
  readonly tidy?: (resource: Resource<K>, around: Surroundings) => TidyPlace;
  /** Whether traffic can be drawn from it and to it. */
  readonly isEnd?: true;
  /** Whether those who send from it are users, each of some group. */
  readonly hasUsers?: true;
  /** Which of its props say what addresses it has. */
  readonly addresses?: AddressProps<PropsOf<K>>;
  /** Whether it only says something to people, and nothing to the network, to a rule or to a template. */
  readonly isAnnotation?: true;
  /** Whether it is a network: what stands in one and what stands in another have nothing to do with each other. */
  readonly isNetwork?: true;
  /** Whether it states, by its prop `zone`, the Availability Zone of what stands in it: it can be copied to another one. */
  readonly isZonal?: true;
  /** Whether it is copied with those that name it, where nobody else does: the route table of one subnet. */
  readonly goesWithUsers?: true;
  /** What it does to traffic, in the engine's words. */
  readonly facts?: (resource: Resource<K>, around: Surroundings) => Iterable<Fact>;
  /** What of it is charged, in quantities; what a unit costs is the price table's business. */
  readonly price?: (resource: Resource<K>, around: Surroundings) => Iterable<PricedUse>;
  readonly cfn?: CfnMapping<K>;
  /**
   * For a box that templates do not have (a Region, an Availability Zone): what the box says that a resource read from
   * a template is to stand in; undefined when it needs none. Asked of resources that would else stand in one of the
   * kind's `parents`, and that may stand in this kind.
   */
  readonly boxFor?: (
    resource: Resource,
    region: string,
  ) => { readonly name: string; readonly props: PropsOf<K> } | undefined;
}

/**
 * The props that say what addresses a box has: a network has blocks, and what stands in it takes parts of these. Which
 * blocks they are, their facts say; these are the props to change.
 */
export type AddressProps<P> =
  | {
      readonly as: 'network';
      /** Whether it has an IPv6 block. */
      readonly ipv6: keyof P & string;
    }
  | {
      readonly as: 'part';
      /** Its IPv4 block, as text. */
      readonly block: keyof P & string;
      /** The number of its /64 in the network's IPv6 block, or null. */
      readonly number: keyof P & string;
    };

/** A new resource with some props already set. */
export interface Preset<P> {
  readonly label: Words;
  /** In place of the kind's own. */
  readonly summary?: Words;
  readonly icon?: string;
  /** What a new one is called, in place of the kind's default name. */
  readonly name: string;
  readonly props: Partial<P>;
  /** Offered only to those who search for it. */
  readonly searchOnly?: boolean;
}

/** The groups of the palette, in the order one builds. */
export const paletteGroups = [
  'network',
  'gateways',
  'endpoints',
  'compute',
  'data',
  'services',
  'outside',
  'notes',
] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** How a resource stands on the canvas. Sizes in px. */
export type Shape =
  /** A box that holds others. */
  | { readonly as: 'container'; readonly border: Border; readonly size: Size; readonly minSize: Size }
  /** A 48 px icon with its label below. `onBorder`: its middle stands on its container's border. */
  | { readonly as: 'icon'; readonly size: Size; readonly onBorder?: boolean; readonly badge?: Words }
  /** A chip on the title line of those that refer to it; on its container's title line when nobody does. */
  | { readonly as: 'chip' }
  /** A shield on what it guards. */
  | { readonly as: 'badge' }
  /** Text on the canvas. */
  | { readonly as: 'note'; readonly size: Size; readonly minSize: Size }
  /** Drawn over or under the design, in which it takes no room. */
  | PictureShape;

export type PictureShape = { readonly as: 'picture'; readonly size: Size; readonly minSize: Size } & (
  | { readonly draws: 'image' | 'number' }
  /**
   * A box with a name, which holds nothing: what stands in it goes along when it is dragged. `isGroup`: whether it is drawn as
   * one of the groups of AWS's deck; `asGroup`: the props that make it the generic one of them.
   */
  | {
      readonly draws: 'frame';
      readonly isGroup: (props: Readonly<Record<string, unknown>>) => boolean;
      readonly asGroup: Readonly<Record<string, unknown>>;
    }
  /**
   * `corner`: the prop that says at which corner of its box the line begins; `angled`: the one by which it runs along the
   * sides and not across.
   */
  | {
      readonly draws: 'line';
      readonly corner: string;
      readonly angled: string;
      readonly line: (props: Readonly<Record<string, unknown>>) => Line;
    }
);

/** Whether it is a box that one sees through: what is in it can be pressed, its border and its title are the frame's. */
export function isFrame(shape: Shape): boolean {
  return shape.as === 'picture' && shape.draws === 'frame';
}

/** A line from one corner of its box to the opposite one. */
export interface Line {
  readonly from: Corner;
  /** Along the sides and not across. */
  readonly rightAngled: boolean;
  readonly dashed: boolean;
  /** Which ends are arrowheads. */
  readonly heads: { readonly start: boolean; readonly end: boolean };
}

export const corners = ['nw', 'ne', 'se', 'sw'] as const;
export type Corner = (typeof corners)[number];

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** The box of an AWS group: its colour is a CSS colour from AWS's deck. */
export interface Border {
  readonly colour: string;
  readonly style: 'solid' | 'dashed' | 'dotted';
  readonly header: 'left' | 'centred';
}

/** What a look may override. */
export interface Look {
  readonly icon?: string;
  readonly colour?: string;
  /** In place of the kind's label, for screen readers and the inspector: "Public subnet". */
  readonly label?: Words;
  /** Under the name, in monospace: a CIDR block. */
  readonly detail?: string;
  readonly badge?: Words;
  /** In place of that of the kind's shape. */
  readonly border?: Border;
  /** For a chip: all those use it in its container that name no other. */
  readonly main?: boolean;
}

/**
 * Where Tidy puts a resource among its siblings: siblings with the same `column` stand above one another, columns
 * sorted by name from left to right, rows by number from top to bottom. `border`: on that side of its container.
 */
export interface TidyPlace {
  readonly column?: string;
  readonly row?: number;
  readonly border?: 'top' | 'right' | 'bottom' | 'left';
}

/** What a kind may see of the rest of the document: never more than it asks for by name. */
export interface Surroundings {
  /** The Region this resource is in, such as `ap-northeast-1`. */
  readonly region: string;
  /** The Availability Zone a resource is in: that of the outermost box that states one; empty where none does. */
  zoneOf(id: ResourceId): Value<string>;
  resource(id: ResourceId | null): Resource | undefined;
  /** The nearest container of that kind around this resource. */
  ancestor<K extends KindName>(kind: K): Resource<K> | undefined;
  /** Resources of a kind, in drawing order: all, or those anywhere inside `within`. */
  all<K extends KindName>(kind: K, within?: ResourceId): readonly Resource<K>[];
}

/** Checks a kind as it is written; the type parameter is found from `kind`. */
export function defineKind<const K extends KindName>(kind: Kind<K>): Kind<K> {
  return kind;
}
