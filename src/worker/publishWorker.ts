/** Makes publications off the thread of the page. What writes a format is loaded when that is asked for. */
import { catalog } from '../aws';
import { unusualImages } from '../core/publish/images';
import { pagesOf } from '../core/publish/pages';
import { wantsFont } from '../core/publish/pdf/wantsFont';
import type { PublishAnswer, PublishAnswers, PublishRequest, Wanted } from './publishProtocol';

self.addEventListener('message', ({ data }: MessageEvent<PublishRequest>) => {
  void answerTo(data).then(
    (answer) => self.postMessage({ number: data.number, answer } satisfies PublishAnswer),
    // Told as an error of the worker, which is what it is.
    (error: unknown) => self.reportError(error),
  );
});

async function answerTo(request: PublishRequest): Promise<PublishAnswers[Wanted]> {
  switch (request.want) {
    case 'pages': {
      const pages = pagesOf(catalog, request.document, request.options);
      return { pages, wantsFont: wantsFont(pages), unusual: unusualImages(pages) };
    }
    case 'pdf':
      return (await import('../core/publish/pdf/pdfOf')).pdfOf(request.pages, request.options);
    case 'pptx':
      return (await import('../core/publish/pptx/pptxOf')).pptxOf(request.pages, request.options);
  }
}
