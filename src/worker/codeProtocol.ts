/** What travels between the code pane and the worker that writes templates. */
import type { ExportProblem } from '../core/cfn/exportTemplate';
import type { LineRange } from '../core/cfn/templateText';
import type { ResourceId, TemplateId } from '../core/model/document';
import type { ToWorker } from './protocol';

export type CodeFormat = 'yaml' | 'json';

export type ToCodeWorker =
  | ToWorker
  /** What is to be written: of a diagram that came from several templates, one of them; the first where null. */
  | { readonly say: 'show'; readonly format: CodeFormat; readonly template: TemplateId | null };

/** The template of the newest revision the worker has heard of. */
export interface Code {
  readonly revision: number;
  readonly format: CodeFormat;
  /** Which of the diagram's templates it is; null for the only one of a diagram drawn from nothing. */
  readonly template: TemplateId | null;
  readonly text: string;
  /** Where each resource, parameter and output stands, by its logical ID. */
  readonly lines: ReadonlyMap<string, LineRange>;
  /** Whose each logical ID is. */
  readonly owners: ReadonlyMap<string, ResourceId>;
  readonly problems: readonly ExportProblem[];
}
