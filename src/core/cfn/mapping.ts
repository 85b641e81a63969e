import type { Words } from '../../lib/words';
import type { Peer, Refs } from '../catalog/field';
import type { Surroundings } from '../catalog/kind';
import type { Resource, ResourceId } from '../model/document';
import type { KindName, PropsOf } from '../model/kinds';
import type { Unknown, Value } from '../model/value';
import type { AuthoredValue } from './authoredValue';
import type { CfnOutput, CfnParameter, CfnValue } from './template';

/**
 * How a kind is written to CloudFormation and read from it. `read` and `write` are each other's inverse in everything
 * the kind models; what a template says beyond that is kept by the importer, not by the kind.
 */
export interface CfnMapping<K extends KindName> {
  /** The CFN types a resource of this kind is read from; the first is the one written. */
  readonly types: readonly string[];
  /** CFN resources that belong to a drawn one and are absorbed into it when a template is read. */
  readonly satellites?: readonly Satellite[];
  readonly implies?: Implied;
  /**
   * What is written for a text that a diagram leaves empty, by its prop, for a resource of a name: a description, where AWS
   * wants one. It is read as what it says.
   */
  readonly emptyMeans?: Readonly<Record<string, (name: string) => string>>;
  /**
   * For each of `types` that is read and not written, and that no schema knows: the properties of the one written that it
   * takes, and how it says their values.
   */
  readonly takes?: Readonly<Record<string, TakenProperties>>;
  /**
   * The props that AWS takes otherwise because of others, as what they come to: read back, they say that. What somebody has
   * asked for and does not get is not among them.
   */
  comesTo?(resource: Resource<K>): Partial<PropsOf<K>>;
  /**
   * Whether a CFN resource of one of `types` is of this kind. Asked where one type stands for several kinds (a VPC
   * endpoint is a gateway or an interface endpoint); what no kind recognises stays opaque. Absent: every one is.
   */
  recognises?(reader: CfnReader): boolean;
  /** The CFN resources of this one, the main one (role '') first. Nothing, for what is no CFN resource. */
  write(resource: Resource<K>, scope: CfnWriteScope): Iterable<CfnEntry>;
  read(reader: CfnReader, scope: CfnReadScope): ReadResource<K>;
}

/** A mapping whose kind has been forgotten; see `AnyKind`. */
export interface AnyCfnMapping {
  readonly types: readonly string[];
  readonly satellites?: readonly Satellite[];
  readonly implies?: Implied;
  readonly emptyMeans?: Readonly<Record<string, (name: string) => string>>;
  readonly takes?: Readonly<Record<string, TakenProperties>>;
  comesTo?(resource: Resource): Readonly<Record<string, unknown>>;
  recognises?(reader: CfnReader): boolean;
  write(resource: Resource, scope: CfnWriteScope): Iterable<CfnEntry>;
  read(reader: CfnReader, scope: CfnReadScope): ReadResource<KindName>;
}

/** By the name of a property: its value in the words of another type. */
export type TakenProperties = Readonly<Record<string, (value: CfnValue) => CfnValue>>;

/**
 * Attributes that name a resource which AWS makes along with this one (the default security group of a VPC), and the kind
 * of that resource. It is drawn where a template names it, inside this one.
 */
export type Implied = Readonly<Record<string, KindName>>;

/**
 * A CFN resource absorbed into its owner. It is recognised by a reference: `from: 'satellite'` means that the
 * satellite's `property` refers to the owner (an attachment names its gateway); `from: 'owner'` that the owner's
 * `property` refers to the satellite (a NAT gateway names its Elastic IP's allocation).
 */
export interface Satellite {
  /** What it is to its owner: 'elastic-ip', 'attachment', 'route'. Several satellites may have one role. */
  readonly role: string;
  readonly type: string;
  readonly from: 'satellite' | 'owner';
  /** A reference anywhere within its value counts (`NetworkInterfaces` is a list of objects). */
  readonly property: string;
  /**
   * Where the satellite may name its owner by a name instead: the satellite's property with the name, and the owner's own
   * (`HostedZoneName` of a record and `Name` of its zone). The case and a dot at the end do not count.
   */
  readonly byName?: { readonly property: string; readonly owner: string };
  /**
   * The role of the satellite that stands in the owner's place, for a satellite of a satellite: the role of an instance
   * profile is named by the profile, not by the instance.
   */
  readonly of?: string;
  /**
   * Which items of a list property count, by their places among the items as they are evaluated; absent: all of them. Of
   * the network interfaces that an instance names, only the first one is part of it.
   */
  readonly pick?: (items: readonly CfnValue[]) => readonly number[];
  /** Whether its type is one that a kind draws, too: it is absorbed where an owner names it itself, and drawn elsewhere. */
  readonly elseDrawn?: boolean;
}

/** One CFN resource to be written. */
export interface CfnEntry {
  /** '' for the resource itself, else the satellite's role; for several of one role, `role:key`. */
  readonly role: string;
  readonly type: string;
  /** What stands behind the owner's logical ID in that of a new satellite (`DefaultRoute`); made from the role if not said. */
  readonly suffix?: string;
  /** In the order in which they are to be printed; undefined ones are left out. */
  readonly properties: Readonly<Record<string, CfnValue | undefined>>;
  /** Logical IDs, for what references alone do not order. */
  readonly dependsOn?: readonly string[];
  readonly deletionPolicy?: string;
}

export interface CfnWriteScope extends Surroundings {
  /** The logical ID of another drawn resource, or of a satellite of it. Undefined for what is not written. */
  logicalId(id: ResourceId | null, role?: string): string | undefined;
  /** `{ Ref }` to it; undefined when there is no such resource in the template. */
  ref(id: ResourceId | null, role?: string): CfnValue | undefined;
  /** `{ Fn::GetAtt }` of it; undefined when there is no such resource in the template. */
  getAtt(id: ResourceId | null, attribute: string, role?: string): CfnValue | undefined;
  /** The `Name` tag, ready for `Tags`; leaves out what has no name. */
  nameTags(resource: Resource): CfnValue | undefined;
  /**
   * The zone as portable templates say it, `{ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }`, when it is one of the
   * Region's; else the name itself; undefined for an empty one.
   */
  zone(name: string): CfnValue | undefined;
  /** Asks for a parameter and gives `{ Ref }` to it. The same name asked twice is one parameter. */
  parameter(name: string, parameter: CfnParameter): CfnValue;
  output(name: string, output: CfnOutput): void;
  /** A value as it is, or undefined when it is unknown or empty: the property is then left out. */
  plain(value: Value<string | number | boolean | null>): CfnValue | undefined;
  /**
   * What the author of the resource's template wrote for a prop whose value is unknown: a row of a list must be written
   * as it was when another one changes. Undefined where no template says it.
   */
  authored(resource: Resource, prop: string): AuthoredValue | undefined;
  /** Whether a row of a table (`inbound.<row>`) was read as a resource of its own, which it is to stay when it changes. */
  standsApart(resource: Resource, row: string): boolean;
  /** What a route needs on `DependsOn`: the attachment of the gateway it goes through, if the target has one. */
  attachmentOf(id: ResourceId | null): readonly string[];
}

/**
 * One CFN resource being read, its expressions evaluated as far as they can be. The first argument of each method is the
 * prop the value is for (`cidr`, or `routes.<row>.destination`), so that findings can point back into the template.
 * No method throws: what has the wrong type is reported by the importer and read as the fallback.
 *
 * A reference to something outside the template (a parameter, an id such as `vpc-0a1b…`) is a reference to a stand-in
 * resource of the first of the kinds, whose values are unknown. A faulty reference is unknown where a value can be, and
 * else what was likely meant by it, of which the importer takes note.
 */
export interface CfnReader {
  readonly logicalId: string;
  /** The drawn resource that is read, or that this is a satellite of. */
  readonly id: ResourceId;
  /** Whether AWS makes it along with another one (see `CfnMapping.implies`), so that no property says anything of it. */
  readonly isImplied: boolean;
  /** The key of a row that a satellite is: its logical ID, told apart from the same one of another template. */
  readonly row: string;
  readonly type: string;
  /**
   * Of a rule for packets, or a route: why AWS refuses what these properties say, or that they are missing; undefined where
   * it takes them. What stands there is then no more than what was meant. The importer tells of it.
   */
  refused(...properties: readonly string[]): Unknown | undefined;
  /** Whether the property is there at all. */
  has(property: string): boolean;
  text(prop: string, property: string, fallback: string): Value<string>;
  /** A property that is an IPv6 block of 64 bits is read as its number within the network's block. */
  number<F extends number | null>(prop: string, property: string, fallback: F): Value<number | F>;
  toggle(prop: string, property: string, fallback: boolean): Value<boolean>;
  /**
   * Whether the property is there, of which only that counts: unknown when what it refers to is not there. `means`: the
   * value of the prop if it is.
   */
  given(prop: string, property: string, means?: unknown): Value<boolean>;
  /** The containing resource that the property refers to. */
  parent(property: string, kinds: readonly KindName[]): ResourceId | null;
  /** The drawn resource that the property refers to (through any attribute, or a satellite of it). */
  ref(prop: string, property: string, kinds: readonly KindName[]): Value<ResourceId | null>;
  /**
   * The same for a reference that decides where traffic goes: unknown when it leads to something that is not drawn (a
   * resource kept opaque, a parameter, the id of something that exists already), null when it leads nowhere.
   */
  target(prop: string, property: string, kinds: readonly KindName[]): Value<ResourceId | null>;
  /**
   * The drawn resource that an expression mentions anywhere, with the attribute it asks for: the endpoint in a `Select` of
   * a `Split` of its DNS entries. Undefined where it mentions none of these kinds, or several.
   */
  mentioned(
    prop: string,
    property: string,
    kinds: readonly KindName[],
  ): { readonly id: ResourceId; readonly kind: KindName; readonly attribute: string } | undefined;
  /**
   * The drawn resource in whose name only the id is missing that AWS will give it: an endpoint service in
   * `com.amazonaws.vpce.<region>.<id>`. Null when there is none.
   */
  named(prop: string, property: string, kinds: readonly KindName[]): Value<ResourceId | null>;
  /** A list of references. */
  refs(prop: string, property: string, kinds: readonly KindName[]): Refs;
  /**
   * A CIDR block, a prefix list (a drawn one, else its id, or its name where the template says it), or a reference,
   * whichever of the properties is there; unknown when it cannot be evaluated, null when none is there.
   */
  peer(
    prop: string,
    properties: {
      readonly cidr: readonly string[];
      readonly prefixList?: string;
      readonly refs: readonly string[];
    },
    kinds: readonly KindName[],
    /** What the property for a prefix list may name. */
    listKinds: readonly KindName[],
  ): Value<Peer> | null;
  /** The objects of a list property, each a reader whose properties are the object's. */
  list(property: string): readonly CfnReader[];
  /** An object property as a reader; undefined when it is not there. */
  object(property: string): CfnReader | undefined;
  /** The texts of a list of texts. */
  texts(prop: string, property: string): readonly Value<string>[];
  /**
   * The absorbed satellites of a role, in the order of the template; those that are their owner's only if a faulty
   * reference means it come last.
   */
  satellites(role: string): readonly CfnReader[];
  /**
   * Where resources of a type name this one: a reader of each item (of the whole value, where it is no list) of their
   * property that refers to it, with the drawn resource whose property it is; null for one that is not drawn.
   */
  namedIn(
    type: string,
    property: string,
  ): readonly { readonly by: ResourceId | null; readonly item: CfnReader }[];
  /** Says that a prop is what it is because this satellite is there, where none of its properties is read for it. */
  accountsFor(prop: string): void;
  /** Why it may not be its owner's at all; undefined where that is certain. */
  readonly doubt: Unknown | undefined;
  /** The `Name` tag (in `HostedZoneTags` for Route 53, and `TagSpecifications` for some of EC2), else the logical ID. */
  name(): string;
  /** Adds a finding at the place of a property. */
  report(severity: 'error' | 'warning', message: Words, property: string): void;
  /** The property as evaluated JSON, for what the kind keeps without understanding it; undefined when absent. */
  raw(property: string): CfnValue | undefined;
}

export interface CfnReadScope {
  readonly region: string;
}

export interface ReadResource<K extends KindName> {
  /** The containing resource; null leaves it to the importer (the Region). */
  readonly parentId: ResourceId | null;
  readonly props: PropsOf<K>;
}
