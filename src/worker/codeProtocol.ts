/** What travels between the code pane and the worker that writes templates. */
import type { ExportProblem } from '../core/cfn/exportTemplate';
import type { LineRange } from '../core/cfn/templateText';
import type { ResourceId } from '../core/model/document';
import type { ToWorker } from './protocol';

export type CodeFormat = 'yaml' | 'json';

export type ToCodeWorker = ToWorker | { readonly say: 'format'; readonly format: CodeFormat };

/** The template of the newest revision the worker has heard of. */
export interface Code {
  readonly revision: number;
  readonly format: CodeFormat;
  readonly text: string;
  /** Where each resource, parameter and output stands, by its logical ID. */
  readonly lines: ReadonlyMap<string, LineRange>;
  /** Whose each logical ID is. */
  readonly owners: ReadonlyMap<string, ResourceId>;
  readonly problems: readonly ExportProblem[];
}
