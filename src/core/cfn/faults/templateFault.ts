import type { Words } from '../../../lib/words';
import type { Severity } from '../../rules/rule';
import type { Path } from '../source/syntax';
import type { CfnValue } from '../template';
import type { TemplateRuleId } from '../templateRules';

/** A fault of the template itself, seen before anything is drawn. */
export interface TemplateFault {
  readonly rule: TemplateRuleId;
  /** Less than the rule's, where this one weighs less. */
  readonly severity?: Severity;
  readonly message: Words;
  /** The logical ID it is about, or the name of the section. */
  readonly on: string;
  readonly path: Path;
  readonly offset: number;
  /** For a faulty reference, what was surely meant. */
  readonly meant?: Meant;
  /** The property at fault, where the path does not end in it: one that is missing. */
  readonly property?: string;
}

/** A reference that cannot be as the template has it. */
export interface FaultyReference {
  readonly path: Path;
  /** What is wrong with it, as the fault says it. */
  readonly why: Words;
  /** What was surely meant. */
  readonly meant?: Meant;
}

export interface Meant {
  readonly logicalId: string;
  /** The reference that says it. */
  readonly write: CfnValue;
}

/** Where a walk over the template is. */
export interface Spot {
  readonly on: string;
  /** The CFN type of the resource; empty outside resources. */
  readonly type: string;
  readonly path: Path;
  /** Where the property, or the item of a property that is a list, begins. */
  readonly offset: number;
  /** The property's name. */
  readonly property: string;
}

/** How a finding ends that knows what was meant. */
export function didYouMean(name: string | undefined): Words {
  return name === undefined
    ? { en: '', ja: '' }
    : { en: `; did you mean “${name}”?`, ja: `。「${name}」の誤りではありませんか` };
}
