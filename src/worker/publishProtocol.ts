/** What travels between the page and the worker that makes publications. */
import type { Document } from '../core/model/document';
import type { Raster } from '../core/picture/picture';
import type { Page, PageOptions } from '../core/publish/pages';
import type { PdfFile, PdfOptions } from '../core/publish/pdf/pdfOf';
import type { PptxOptions } from '../core/publish/pptx/pptxOf';

type Pages = readonly [Page, ...Page[]];

/** First the pages; with what they ask for, the file. */
export type PublishRequest = { readonly number: number } & (
  | { readonly want: 'pages'; readonly document: Document; readonly options: PageOptions }
  | { readonly want: 'pdf'; readonly pages: Pages; readonly options: PdfOptions }
  | { readonly want: 'pptx'; readonly pages: Pages; readonly options: PptxOptions }
);

export interface PublishAnswers {
  readonly pages: {
    readonly pages: Pages;
    /** Whether a PDF file of them needs a Japanese font. */
    readonly wantsFont: boolean;
    /** The user's images that are to be had as PNG images. */
    readonly unusual: readonly Raster[];
  };
  readonly pdf: PdfFile;
  readonly pptx: Uint8Array<ArrayBuffer>;
}

export type Wanted = keyof PublishAnswers;

export interface PublishAnswer<W extends Wanted = Wanted> {
  readonly number: number;
  readonly answer: PublishAnswers[W];
}
