/** What travels between the page and the worker that writes what is exported, and proves it. */
import type { PriceTable } from '../core/cost/prices';
import type { Document, TemplateId } from '../core/model/document';
import type { Unproven } from '../core/proof/proof';
import type { Language, Words } from '../lib/words';

/** What there is to be downloaded; each has its entry in `exportFormats`. */
export type ExportFormat =
  'yaml' | 'json' | 'typescript' | 'python' | 'terraform' | 'aws-describe' | PictureFormat;

/** What is for people to look at, and deploys nothing. */
export type PictureFormat = 'drawio' | 'mermaid' | 'markdown';

export interface ExportRequest {
  readonly number: number;
  readonly document: Document;
  readonly format: ExportFormat;
  /** In which pictures and texts for people are written. */
  readonly language: Language;
  /** By which a text for people says what things cost. */
  readonly prices: PriceTable;
  /** The file of a picture that goes with a text for people. */
  readonly picture?: string;
}

export interface ExportAnswer {
  readonly number: number;
  readonly files: readonly ExportedFile[];
  /** What is to be looked at before it is used. */
  readonly remarks: readonly Words[];
  /** How many resources are the same when it is read back; null for a format that is not read. */
  readonly compared: number | null;
  /** What was read back is the template from which it is made. */
  readonly isByTemplate: boolean;
  /** It deploys nothing: there was nothing to prove. */
  readonly isToLookAt: boolean;
  readonly unproven: readonly Unproven[];
}

export interface ExportedFile {
  /** Which of a diagram's templates it is; several where several stacks are made of one file. */
  readonly templates: readonly (TemplateId | null)[];
  /** That file, of a diagram that came from templates. */
  readonly fileName?: string | undefined;
  /** A text, or the bytes of an archive. */
  readonly content: string | Uint8Array<ArrayBuffer>;
}
