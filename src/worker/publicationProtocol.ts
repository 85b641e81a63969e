/** What travels between the page and the worker that prepares presentations and animations: one question, one answer. */
import type { PriceTable } from '../core/cost/prices';
import type { Document } from '../core/model/document';
import type { PaintedShots } from '../core/publish/gif/encodeShots';
import type { ShotOptions, Shots } from '../core/publish/gif/shots';
import type { PlayerContent } from '../core/publish/player/content';

export type ToPublicationWorker =
  | { readonly ask: 'player'; readonly document: Document; readonly prices: PriceTable }
  | { readonly ask: 'shots'; readonly document: Document; readonly options: ShotOptions }
  | { readonly ask: 'gif'; readonly painted: PaintedShots };

export type FromPublicationWorker =
  | { readonly content: PlayerContent }
  | { readonly shots: Shots }
  | { readonly gif: Uint8Array<ArrayBuffer> }
  /** Before the answer, now and then: the part that is done, from 0 to 1. */
  | { readonly done: number };
