/** What travels between the page and the worker that draws pictures. */
import type { Document, FlowId } from '../core/model/document';
import type { Trace } from '../core/network/trace';
import type { PictureOptions } from '../core/picture/drawPicture';
import type { Picture } from '../core/picture/picture';

export interface PictureRequest {
  readonly number: number;
  readonly document: Document;
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly options: PictureOptions;
}

export interface PictureAnswer {
  readonly number: number;
  readonly picture: Picture;
}
