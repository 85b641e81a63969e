/**
 * How a resource type of CloudFormation is written for a provider of Terraform: what a kind says of its types. Built with the
 * functions of `properties.ts`; a type that is more than renamed properties says so in `finish`.
 */
import type { Words } from '../../lib/words';
import type { CfnValue } from '../cfn/template';
import type { Hcl } from './hcl';
import type { AskedVariable } from './moduleNames';

export type Properties = Readonly<Record<string, CfnValue | undefined>>;

export interface Translation {
  /** `aws_vpc`; where one type of CloudFormation is several for the provider, by its properties. */
  readonly type: string | ((properties: Properties) => string);
  /** It becomes several things of which none is the resource itself: only the parts are written. */
  readonly isGroup?: boolean;
  /** Properties that the provider does not have: a resource with one of them is left to the Cloud Control provider. */
  readonly lacks?: readonly string[];
  /** Properties without which the provider does not take the resource, as CloudFormation would: it is left to the other, too. */
  readonly needs?: readonly string[];
  /** By name in CloudFormation; a property that stands in no rule is left out with a remark. */
  readonly properties: Readonly<Record<string, PropertyRule>>;
  /** What `Ref` gives; null for what has nothing of the kind. */
  readonly ref: AttributeRule | null;
  /** What `Fn::GetAtt` gives. */
  readonly attributes?: Readonly<Record<string, AttributeRule>>;
  /** What it gives for names that are not known before: the outputs of a stack. */
  readonly otherAttribute?: (name: string) => AttributeRule | undefined;
  /** What a macro makes beside it, by what is behind its own logical ID in those. */
  readonly macroMakes?: Readonly<Record<string, MadeByMacro>>;
  /** Says what the properties alone do not. */
  readonly finish?: (to: ResourceWriter, properties: Properties) => void;
  /** Whether what refers to it must wait for the parts beside it, too, as CloudFormation would. */
  readonly isCompleteWithParts?: boolean;
}

/** Something that no template has, and that templates refer to: what of the resource itself it is. */
export type MadeByMacro = Pick<Translation, 'ref' | 'attributes'>;

/** How a type is written; undefined for one that cannot be. */
export type TranslationOf = (type: string, properties: Properties) => Translation | undefined;

export type PropertyRule = (value: CfnValue, to: BodyWriter, name: string) => void;

/** The name of an attribute, or how it is worked out. */
export type AttributeRule = string | ((asked: AskedAttribute) => Hcl);

export interface AskedAttribute {
  /** The address of the resource: `aws_vpc.main`, or `aws_vpc.main[0]` where it may be missing. */
  readonly self: Hcl;
  readonly id: string;
  readonly template: TemplateReader;
  /** An attribute of another resource of the template. */
  at(id: string, attribute: string): Hcl;
}

/** What else the template says. */
export interface TemplateReader {
  /** The resource that a value is, by `Ref` or by `Fn::GetAtt`. */
  resourceOf(value: CfnValue | undefined): string | undefined;
  typeOf(id: string): string | undefined;
  propertiesOf(id: string): Properties;
  /** The logical IDs that `DependsOn` of a resource names. */
  waitsOf(id: string): readonly unknown[];
  /** The logical IDs of all resources of a type, in their order. */
  ofType(type: string): readonly string[];
}

/** Writes the body of a resource or of a block within it. */
export interface BodyWriter {
  readonly id: string;
  readonly template: TemplateReader;
  set(name: string, value: Hcl): void;
  /** Before all others. */
  setFirst(name: string, value: Hcl): void;
  /** What was set. */
  attribute(name: string): Hcl | undefined;
  /** Does nothing where the name is set. */
  setDefault(name: string, value: Hcl): void;
  comment(text: string): void;
  /** `when`: a block that is there only then. */
  block(type: string, when: Hcl | null, write: (to: BodyWriter) => void): void;
  value(value: CfnValue, sort?: Sort): Hcl;
  /** What `read` makes of each value that conditions choose from, chosen by them in turn; null for what is then not there. */
  chosen(value: CfnValue, read: (value: CfnValue, when: Hcl | null) => Hcl): Hcl;
  /** A list of what `read` makes of each thing that is there. */
  listOf(items: readonly CfnValue[], read: (value: CfnValue) => Hcl): Hcl;
  /** The things of a list, each with the condition under which it is there. */
  itemsOf(value: CfnValue | undefined): readonly Item[];
  remark(words: Words): void;
  /** The property has no equivalent: it stands in a comment, and in a remark. */
  leaveOut(property: string, value: CfnValue): void;
  self(attribute?: string): Hcl;
  /** A resource beside this one, called after it: there when it is, and when `when` holds. `name`: '' for the very same. */
  part(type: string, name: string, when: Hcl | null, write: (to: BodyWriter) => void): Hcl;
  /**
   * The address of a data source, made once for each `key`. `when`: it is this resource's alone, and looks something up only
   * when the resource is there and this holds.
   */
  data(type: string, key: string, write: (to: BodyWriter) => void, when?: Hcl | null): Hcl;
  /** A name for what must have one, as CloudFormation makes one up. */
  inventedName(longest: number): Hcl;
  /** The attribute of another resource of the template. */
  at(id: string, attribute: string): Hcl;
}

export interface ResourceWriter extends BodyWriter {
  /** A variable of the module, for what the template does not say; one for each `key`. */
  ask(key: string, wanted: string, variable: Omit<AskedVariable, 'name'>): Hcl;
  /** What the template says is to become of the resource when it is deleted. */
  readonly deletionPolicy: string | undefined;
}

export interface Item {
  readonly value: CfnValue;
  readonly when: Hcl | null;
}

/** What a place takes; literals are written so, all else the language converts. `json`: a document as a text. */
export type Sort = 'any' | 'text' | 'number' | 'truth' | 'texts' | 'json';
