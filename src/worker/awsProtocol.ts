/** What travels between the page and the worker that runs AWS's validator of templates. */
import type { Document } from '../core/model/document';
import type { Finding } from '../core/rules/rule';

export interface AwsRequest {
  readonly document: Document;
}

export interface AwsAnswer {
  /** What it has found that our own rules do not say. */
  readonly findings: readonly Finding[];
  /** Templates on which it broke off, by their files, with its own words; the only one of a drawn diagram has no file. */
  readonly broke: readonly { readonly file: string | undefined; readonly words: string }[];
}
