import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Surroundings } from '../catalog/kind';
import type { Document, Flow, FlowId, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Sketch } from '../model/sketch';
import type { CompiledNetwork } from '../network/network';
import type { Trace } from '../network/trace';
import type { Plan } from '../plans/plan';
import type { Question } from './asked';

/**
 * error: AWS would reject it, or the drawn traffic cannot flow. warning: it deploys, but likely not what was meant.
 * advice: there is a cheaper or plainer way.
 */
export type Severity = 'error' | 'warning' | 'advice';

/** One validation rule: its check, its documentation and its tests in one file. */
export interface Rule {
  /** The file's name, in words: `subnet-cidr-overlap`. */
  readonly id: string;
  /** That of its gravest finding; a fault may be found that weighs less. */
  readonly severity: Severity;
  /** Whether it checks what the diagram's author expects (a flow, a scope), not how a resource is configured. */
  readonly expectation?: boolean;
  /** One sentence, without a full stop. */
  readonly summary: Words;
  /** What goes wrong, what to do, when it may be ignored. */
  readonly why: Words;
  /** Pages of AWS's documentation. */
  readonly sources: readonly [string, ...string[]];
  /** The rules of cfn-lint, or of AWS's validator of templates, that tell of the same fault: not told twice. */
  readonly cfnLint?: readonly string[];
  /**
   * A pure function of what it is given; the order of resources does not matter to it. `forEachOf` and its like make one of
   * a check of single resources.
   */
  readonly check: Check;
  /** The smallest diagrams that show it. Each bad one has this one fault and draws exactly one finding of this rule. */
  readonly examples: {
    readonly good: readonly [Sketch, ...Sketch[]];
    readonly bad: readonly [Sketch, ...Sketch[]];
  };
}

export interface Check {
  (context: RuleContext): Iterable<FoundFault>;
  /** For a check of one resource or flow at a time: that check. */
  readonly each?: EachCheck;
}

export type EachCheck =
  | {
      readonly of: 'resources';
      readonly kinds: readonly KindName[] | 'any';
      check(context: RuleContext, resource: Resource): Iterable<FoundFault>;
    }
  | { readonly of: 'flows'; check(context: RuleContext, flow: Flow): Iterable<FoundFault> };

/** What a check yields. */
export interface FoundFault {
  /** The resources or flows it is about; the first is where the badge goes and where the field is. */
  readonly on: readonly [ResourceId | FlowId, ...(ResourceId | FlowId)[]];
  /** The prop to change first: `cidr`, `routes.<row>.target` for a cell, `parentId` for the box it stands in. */
  readonly field?: string;
  /** One sentence that names the resources and gives the values. */
  readonly message: Words;
  /** Changes that mend it, best first: a function where they take time to find, as whatever is tried out does. */
  readonly fixes?: Fixes;
  /** Less than the rule's, where this one weighs less. */
  readonly severity?: Severity;
  /** Where it tells of an effect (a flow that is blocked): the resource whose configuration is the cause. */
  readonly blames?: ResourceId;
}

export type Fixes = readonly Plan[] | (() => readonly Plan[]);

/** A fault with the rule that found it. */
export interface Finding extends Omit<FoundFault, 'fixes'> {
  readonly fixes?: readonly Plan[];
  readonly rule: string;
  readonly severity: Severity;
  /** The same for the same fault from run to run: what a suppression names. */
  readonly key: string;
  /**
   * For an expectation that fails: the key of the finding that names the cause. Of one fault and its effects, the
   * findings without a cause are those to count.
   */
  readonly causedBy?: string;
  /** For a fault of a template itself: where it stands, counted from 1. */
  readonly place?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    /** The CloudFormation property at fault, where there is one: `VpcId`, `DependsOn`. */
    readonly property?: string;
    /** The resource that it is in, drawn or not, or the parameter, output or section. */
    readonly logicalId?: string;
  };
  /** For what AWS's validator of templates has found: its message is AWS's own, in English. */
  readonly aws?: AwsWords;
}

export interface AwsWords {
  /** What would mend it. */
  readonly suggestion?: string;
  /** What the rule asks for. */
  readonly about?: string;
  /** A page about it. */
  readonly page?: string;
  /** Of the resource at fault in the template, which may be a part of what is drawn; or of the parameter or output. */
  readonly logicalId?: string;
  /** The innermost property at fault, where there is one. */
  readonly property?: string;
}

/**
 * What a check may see. All that it is told it must be told by this: the editor's worker notes who has asked for what, and
 * runs a check again when one of the answers has changed. What is derived from a context is kept by `asked` only.
 */
export interface RuleContext {
  readonly document: Document;
  /** What is taken in the design that the document is a part of, or in the document where it is all of it. */
  readonly taken: Taken;
  readonly catalog: Catalog;
  readonly network: CompiledNetwork;
  /** The trace of every drawn flow whose ends exist. */
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly flows: readonly Flow[];
  all<K extends KindName>(kind: K): readonly Resource<K>[];
  resource(id: ResourceId | null | undefined): Resource | undefined;
  /** What stands in a resource, or on the bare canvas, in drawing order. */
  inside(parent: ResourceId | null): readonly Resource[];
  /** The resources that refer to one, itself among them if it does, in drawing order. */
  referrers(id: ResourceId): readonly Resource[];
  around(id: ResourceId): Surroundings;
  /** A document of some of the resources, in the order given, and of the flows between them; this document for all. */
  only(ids: readonly ResourceId[]): Document;
  /** A new id for a resource or row that a fix would add: the same at every run, and free in the whole design. */
  freshId(hint: string): string;
  /** The name, with the first number behind it that nobody has in the whole design. */
  freeName(wanted: string): string;
  /** The design as it would be with a plan applied, ready for questions. The given one is untouched. */
  after(plan: Plan): RuleContext;
  /** For `asked`. */
  ask(question: Question, about: readonly string[]): unknown;
}

export interface Taken {
  hasId(id: string): boolean;
  hasName(name: string): boolean;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
