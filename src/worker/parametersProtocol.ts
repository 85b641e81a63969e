/** What travels between the dialog of the parameters and the worker that reads templates with other values of them. */
import type { TemplateParameter } from '../core/cfn/parametersIn';
import type { Document } from '../core/model/document';
import type { Patch } from '../core/store/store';
import type { Words } from '../lib/words';

export interface ParametersRequest {
  readonly number: number;
  readonly document: Document;
  /** The values to read with, by name; undefined: only the parameters are asked for. */
  readonly values?: Readonly<Record<string, string>>;
}

export interface ParametersAnswer {
  readonly number: number;
  /** With the values that were asked for. */
  readonly parameters: readonly TemplateParameter[];
  /** What the values change in the diagram that was sent. */
  readonly changes: readonly Patch[];
  /** Why the templates could not be read. */
  readonly fault?: Words;
}
