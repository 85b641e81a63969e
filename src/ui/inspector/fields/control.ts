/** What every control of the inspector is given, whether it stands in a form or in a cell of a table. */
import type { Field } from '../../../core/catalog/field';
import type { CommandCall } from '../../../core/commands';
import type { ResourceId } from '../../../core/model/document';
import type { Words } from '../../../lib/words';

export interface ControlProps<F extends Field = Field> {
  readonly field: F;
  readonly value: unknown;
  /** The resource it belongs to; the first of several that are edited together. */
  readonly owner: ResourceId;
  /** Its place in the resource, as `fieldInFocus` names it: `cidr`, `routes.r1.target`. */
  readonly place: string;
  /** The DOM id of the control, for its label. */
  readonly id: string;
  /** Said to screen readers where no label stands beside it. */
  readonly name?: string;
  readonly describedBy?: string;
  readonly invalid: boolean;
  readonly disabled?: boolean;
  /** Several resources are edited together and differ here. */
  readonly mixed?: boolean;
  readonly commit: (value: unknown) => void;
  /** The calls that set the value, for those that do more in the same step. */
  readonly callsFor: (value: unknown) => readonly CommandCall[];
  /** What stands in the control while it is not yet committed, so that it can be checked as one types; null: nothing. */
  readonly typing: (typed: Typed | null) => void;
  /** After Enter has committed. */
  readonly entered?: () => void;
}

export type Typed = { readonly value: unknown } | { readonly fault: Words };
