import type { Words } from '../../lib/words';
import type { LensName } from '../lenses/lens';
import type { UnmodelledEffect } from '../network/facts';
import type { KindName, PropsOf } from './kinds';

/** Ids are opaque, unique within a document, and never shown to people. They are made by the caller of a command. */
export type ResourceId = string;
export type FlowId = string;
export type ScopeId = string;
export type SceneId = string;
export type TemplateId = string;

/**
 * What is saved and undone: flat maps of plain records. Insertion order of a map means nothing; where order is seen by
 * people, a record carries an `order` key.
 */
export interface Document {
  readonly name: string;
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  readonly scopes: ReadonlyMap<ScopeId, Scope>;
  readonly scenes: ReadonlyMap<SceneId, Scene>;
  readonly suppressions: ReadonlyMap<string, Suppression>;
  readonly templates: ReadonlyMap<TemplateId, Template>;
  readonly settings: Settings;
  /** What the templates were read as; absent where they have to be read again for it. */
  readonly asRead?: AsRead;
  /**
   * What a diagram file held that this version cannot read (a kind of a later version, say), by section of the file, as
   * plain JSON. It is never looked into; it is kept so that saving loses nothing.
   */
  readonly unread?: Readonly<Record<string, unknown>>;
}

/** The fields every resource has, whatever its kind. */
export interface ResourceBase {
  readonly id: ResourceId;
  /** The containing resource; null on the bare canvas. */
  readonly parentId: ResourceId | null;
  /** Shown on the diagram, and the `Name` tag of the template. */
  readonly name: string;
  /** The upper left corner in px, relative to the parent's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Size in px. */
  readonly w: number;
  readonly h: number;
  /** A fractional ordering key (`lib/order`) among siblings: the order of the template and of Tab, and of drawing where `zOrder` says nothing. */
  readonly order: string;
  /** The key by which it is drawn among its siblings, where somebody brought it forward or sent it back; else `order` is. */
  readonly zOrder?: string;
  /** It keeps its place and size and is not deleted until somebody unlocks it. Absent where it is not locked. */
  readonly locked?: boolean;
  /** Drawn as a chip, with what stands in it out of sight; `w` and `h` stay the size that it has when it is open. */
  readonly collapsed?: boolean;
  /** What says the same here is one group for those who select and move it. Only annotations have one. */
  readonly group?: string;
  readonly provenance?: Provenance;
}

/** One record of the diagram, of one kind. `Resource` alone is the union over all kinds. */
export type Resource<K extends KindName = KindName> = {
  [N in K]: ResourceBase & { readonly kind: N; readonly props: PropsOf<N> };
}[K];

/** Where a record came from, so that the template can be written back as its author wrote it. */
export interface Provenance {
  readonly template: TemplateId;
  /** Empty for what the template does not make; see `outside`. */
  readonly logicalId: string;
  /**
   * For a resource that the template refers to and does not make (an existing VPC, given by a parameter): the expression
   * that names it, as JSON text. It is not written; references to it are.
   */
  readonly outside?: string;
  /** The logical IDs of the satellites that were absorbed, by their role ('elastic-ip', 'attachment', …). */
  readonly satellites?: Readonly<Record<string, string>>;
  /**
   * For a prop, or `prop.row.column`, the place in the template that it was read from, as a path of keys from the
   * root of the template: `['Resources', 'Nat', 'Properties', 'SubnetId']`.
   */
  readonly places?: Readonly<Record<string, readonly (string | number)[]>>;
  /** For a prop, the expression that it was resolved from, as the template's JSON text (`{"Ref":"SubnetCidr"}`). */
  readonly expressions?: Readonly<Record<string, string>>;
  /** What faulty references of the template were likely meant to be. The keys mean nothing. */
  readonly guesses?: Readonly<Record<string, Guess>>;
}

/**
 * A faulty reference with what was likely meant by it. A value that can be unknown is unknown because of it. What cannot
 * be (the box that something stands in, one of a list of references, a row of a table) is drawn as it was likely meant,
 * and nothing is concluded from it that would be otherwise without it.
 */
export interface Guess {
  /** Where the reference stands: its template, and the path of keys in that. */
  readonly template: TemplateId;
  readonly place: readonly (string | number)[];
  /** `parentId`, a prop, a row of a table (`routes.<row>`) or a cell of one. */
  readonly prop: string;
  /** The value that was likely meant: the id for a reference. A row stands for itself. */
  readonly means?: unknown;
  /** Why it is only a guess. */
  readonly why: Words;
}

/** What a flow is of. `icmp` is a ping: over IPv6 it is one of ICMPv6. */
export type Protocol = 'tcp' | 'udp' | 'icmp' | 'any';
/**
 * What a rule for packets is about. ICMP is protocol 1 and belongs to IPv4; ICMPv6 is protocol 58 and belongs to IPv6. A
 * rule for the one says nothing of the other.
 */
export type RuleProtocol = Protocol | 'icmpv6';
export type Expectation = 'reachable' | 'blocked';

/** A traffic arrow: who wants to talk to whom. */
export interface Flow {
  readonly id: FlowId;
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly protocol: Protocol;
  /** The destination port, 1–65535; null where the protocol has none, or for any port. */
  readonly port: number | null;
  /** The group of the user who sends, where users send (clients of a Client VPN); absent or empty: of none. */
  readonly group?: string;
  /** Gigabytes a month, both directions together; null when nobody said. */
  readonly gbPerMonth: number | null;
  readonly expect: Expectation;
  /** Shown on the arrow instead of protocol and port, when not empty. */
  readonly label: string;
  /** Bend points the user set, in canvas px; they belong to the piece of the path between two hops. */
  readonly bends: Readonly<Record<string, readonly Point[]>>;
  readonly order: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Statements about a whole part of the design, checked like tests. */
export interface Scope {
  readonly id: ScopeId;
  /** What people call the part; empty: by what belongs to it. */
  readonly name: string;
  /** What belongs to it; of a container, everything that stands in it. */
  readonly members: Readonly<Record<ResourceId, true>>;
  /** The keys mean nothing. */
  readonly expectations: Readonly<Record<string, ScopeExpectation>>;
  readonly order: string;
}

/**
 * Whether what belongs to a scope gets through to somebody, or somebody to it. `blocked` says that nothing does, by no
 * interface and on no port that is meant; `reachable` says that all of it does.
 */
export interface ScopeExpectation {
  /** `out`: what belongs to the scope begins; `in`: the other end does. */
  readonly direction: 'out' | 'in';
  readonly other: ScopeEnd;
  /** `any` is any of them. */
  readonly protocol: Protocol;
  /** Null: any port. */
  readonly port: number | null;
  readonly expect: Expectation;
}

/** Who is at the other end. Of a container, everything in it that does not belong to the scope. */
export type ScopeEnd =
  | { readonly internet: true }
  | { readonly resource: ResourceId }
  | { readonly address: string }
  /** A Regional AWS service, or any host, by its name: for what begins inside. */
  | { readonly service: string }
  | { readonly dns: string };

/**
 * One stop in presenting mode: what the camera shows, what is said, which flows are in focus. It owns nothing that is drawn,
 * and only refers to it: what was deleted is missing from the scene, and the scene stays.
 */
export interface Scene {
  readonly id: SceneId;
  readonly order: string;
  readonly title: Words;
  /** Markdown, of which `core/scenes/markdown.ts` has the part that is understood. */
  readonly text: Words;
  /** What the presenter says or must not forget; the audience does not see it. Markdown as well. */
  readonly notes?: Words;
  readonly camera: Camera;
  /** The flows at full strength; the packet of the first one (by order) moves, unless builds say which does. */
  readonly flows: Readonly<Record<FlowId, true>>;
  readonly lens?: LensName;
  /** Commands that are switched on while the scene is shown, so that one design tells several stages. */
  readonly plan?: SavedPlan;
  /** The audience is asked first whether this flow arrives: until somebody has answered, nothing shows it. */
  readonly asks?: FlowId;
  /** What comes with each further press of "next". The keys mean nothing. */
  readonly builds?: Readonly<Record<string, Build>>;
  /** What flows and resources that it showed were called, by id, since they were deleted. */
  readonly gone?: Readonly<Record<string, string>>;
}

/** One step within a scene. What no build of it names is there from the start. */
export interface Build {
  readonly order: string;
  /** A paragraph, list or block of code of the text that comes now, counted from 1. */
  readonly block?: number;
  /** They come to full strength now, and stay. */
  readonly flows?: Readonly<Record<FlowId, true>>;
  /** Highlighted until a later build highlights others. The change of the scene may be what draws them. */
  readonly resources?: Readonly<Record<ResourceId, true>>;
  /** Whose packet sets out now. */
  readonly packet?: FlowId;
}

/** A rectangle of the canvas that must be in view, in canvas px. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A plan as the document keeps it: command calls by name, checked when they are run. */
export interface SavedPlan {
  readonly title: Words;
  readonly commands: readonly { readonly command: string; readonly args: unknown }[];
}

/** Somebody decided that a finding is all right, and said why. The key is the finding's key. */
export interface Suppression {
  readonly finding: string;
  readonly reason: string;
}

/** Something of a template that bears on a drawn resource and is not modelled; found when the template was read. */
export interface Unmodelled {
  /** What it is called: its logical ID, as a rule. */
  readonly by: string;
  /** The drawn resource. */
  readonly on: ResourceId;
  readonly effect: UnmodelledEffect;
  readonly says: Words;
}

/** The text of a template this diagram came from, kept so that it can be written back byte for byte. */
export interface Template {
  readonly id: TemplateId;
  readonly fileName: string;
  readonly text: string;
  /** What its expressions were evaluated with. */
  readonly readWith?: { readonly parameters: Readonly<Record<string, string>>; readonly region: string };
  /** What of it the engine has to take account of beside what is drawn. */
  readonly unmodelled?: readonly Unmodelled[];
}

/**
 * The diagram as its templates were read, before anybody changed it. What is written back to a template is the difference
 * between this and the diagram of today. It is kept, and not found out by reading the texts again, because later versions
 * understand more of a template: what they find there, and the diagram does not have, was never deleted from it.
 */
export interface AsRead {
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  /**
   * Templates of a file that did not say how they were read: `resources` then are those that it was opened with, in which
   * somebody may have changed something before.
   */
  readonly assumed?: Readonly<Record<TemplateId, true>>;
  /** The props (or `table.row.column`) of such resources that the file did not have: their values are nobody's. */
  readonly lacking?: Readonly<Record<ResourceId, readonly string[]>>;
  /** What this version cannot read of it, as plain JSON. */
  readonly unread?: readonly unknown[];
}

export interface Settings {
  /** The Region of what stands in no Region box. */
  readonly region: string;
}

export const emptyDocument: Document = {
  name: '',
  resources: new Map(),
  flows: new Map(),
  scopes: new Map(),
  scenes: new Map(),
  suppressions: new Map(),
  templates: new Map(),
  settings: { region: 'ap-northeast-1' },
};
