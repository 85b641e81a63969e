/** What travels between the code pane and the worker that writes and reads templates. */
import type { ExportProblem } from '../core/cfn/exportTemplate';
import type { PlacedFinding, TextPlace } from '../core/cfn/reread/findingPlaces';
import type { Outline } from '../core/cfn/reread/outline';
import type { LineRange } from '../core/cfn/templateText';
import type { Document, ResourceId, TemplateId } from '../core/model/document';
import type { Patch } from '../core/store/store';
import type { Words } from '../lib/words';
import type { ToWorker } from './protocol';

export type CodeFormat = 'yaml' | 'json';

export type ToCodeWorker =
  | ToWorker
  /** The changes that an edit had are the diagram's now. */
  | { readonly say: 'taken'; readonly revision: number; readonly number: number }
  /**
   * What is to be written: of a diagram that came from several templates, one of them; the first where null. In the format
   * of its author where that is null.
   */
  | { readonly say: 'show'; readonly format: CodeFormat | null; readonly template: TemplateId | null }
  | EditStart
  | EditRequest
  | PlacesRequest;

/** Somebody may be about to edit a text that was written for a revision. */
export interface EditStart {
  readonly say: 'begin';
  readonly revision: number;
  /** The diagram of that revision, where the worker may not have heard of it. */
  readonly document?: Document;
  readonly template: TemplateId | null;
  /** Of a template that the diagram does not have yet. */
  readonly fileName: string;
  readonly text: string;
}

export interface EditRequest {
  readonly say: 'edit';
  readonly number: number;
  readonly text: string;
}

/** Where findings are to be shown in the text of `begin`. */
export interface PlacesRequest {
  readonly say: 'places';
  readonly number: number;
  readonly findings: readonly PlacedFinding[];
}

export type FromCodeWorker = Code | Edited | Places;

/** The template of the newest revision the worker has heard of. */
export interface Code {
  readonly say: 'code';
  readonly revision: number;
  readonly format: CodeFormat;
  /** The format in which its author wrote it; null for what nobody wrote. */
  readonly authored: CodeFormat | null;
  /** Which of the diagram's templates it is; null for the only one of a diagram drawn from nothing. */
  readonly template: TemplateId | null;
  /** How many stacks are made of it: an edit changes them all. */
  readonly stacks: number;
  readonly text: string;
  /** Where each resource, parameter and output stands, by its logical ID. */
  readonly lines: ReadonlyMap<string, LineRange>;
  /** Whose each logical ID is. */
  readonly owners: ReadonlyMap<string, ResourceId>;
  readonly problems: readonly ExportProblem[];
}

/** What an edit changes in the diagram, or why the text cannot be read. */
export type Edited = {
  readonly say: 'edited';
  readonly number: number;
} & (
  | {
      /** The revision that it is to be done to. */
      readonly revision: number;
      readonly template: TemplateId;
      readonly changes: readonly Patch[];
      readonly outline: Outline;
    }
  | { readonly fault: TextFault }
);

export interface TextFault {
  readonly message: Words;
  /** Both counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface Places {
  readonly say: 'places';
  readonly number: number;
  /** The text in which the places are. */
  readonly text: string;
  readonly places: ReadonlyMap<string, TextPlace>;
  readonly outline: Outline;
}
