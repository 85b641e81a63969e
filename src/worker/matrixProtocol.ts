/** What travels between the matrix view and its worker: questions with a number, and the answer to each. */
import type { Document } from '../core/model/document';
import type { Matrix } from '../core/network/matrix/matrixData';
import type { Query, Trace } from '../core/network/trace';
import type { WhatIf } from '../core/network/whatIf/choices';
import type { Consequences } from '../core/network/whatIf/whatIf';

export type ToMatrixWorker = { readonly number: number } & (
  | { readonly ask: 'matrix'; readonly document: Document }
  /** Of the document of the last matrix. */
  | { readonly ask: 'what-if'; readonly whatIf: WhatIf }
  | { readonly ask: 'trace'; readonly query: Query }
);

export interface WholeMatrix {
  readonly matrix: Matrix;
  /** What can be asked about it. */
  readonly whatIfs: readonly WhatIf[];
}

export type FromMatrixWorker = { readonly number: number } & (
  | ({ readonly tells: 'matrix' } & WholeMatrix)
  | { readonly tells: 'what-if'; readonly consequences: Consequences }
  | { readonly tells: 'trace'; readonly trace: Trace }
);
