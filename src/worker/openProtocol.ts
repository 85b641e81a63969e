/** What travels between the editor and the worker that reads opened files: texts in, a document or one failure out. */
import type { Document } from '../core/model/document';
import type { Problem } from '../core/store/diagramFile';
import type { Words } from '../lib/words';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What was not as expected in what was opened. */
export type OpenedProblem = Pick<Problem, 'severity' | 'message' | 'path' | 'line' | 'column'>;

export interface OpenRequest {
  readonly number: number;
  readonly files: readonly TextFile[];
}

export interface OpenAnswer {
  readonly number: number;
  readonly opened: Opened;
}

export type Opened =
  | {
      readonly as: 'diagram';
      readonly document: Document;
      readonly problems: readonly OpenedProblem[];
      /** Whether it was within a picture, which is no file to be saved to. */
      readonly isFromPicture?: boolean;
    }
  | {
      readonly as: 'templates';
      readonly document: Document;
      /** What was made of the templates, in one sentence. */
      readonly summary: Words;
      readonly problems: readonly OpenedProblem[];
    }
  | { readonly as: 'nothing'; readonly fileName: string; readonly failure: Problem };
