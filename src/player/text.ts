/** The text of a page as elements. No link leads anywhere: a diagram of somebody else's is not followed. */
import { plainText, type Block, type Span } from '../core/scenes/markdown';
import { make } from './dom';

export function blockElement(block: Block): HTMLElement {
  switch (block.as) {
    case 'code':
      return make('pre', {}, make('code', {}, block.text));
    case 'list':
      return make(
        block.isNumbered ? 'ol' : 'ul',
        {},
        ...block.items.map((item) => make('li', {}, ...item.map(spanElement))),
      );
    default:
      // The title of the page is its heading; one within the text stands below it.
      return make(block.as === 'heading' ? 'h2' : 'p', {}, ...block.spans.map(spanElement));
  }
}

/** What is read out of a block. */
export function blockText(block: Block): string {
  if (block.as === 'code') return block.text;
  return block.as === 'list' ? block.items.map(plainText).join(' ') : plainText(block.spans);
}

function spanElement(span: Span): Node {
  switch (span.as) {
    case 'break':
      return make('br');
    case 'text':
      return document.createTextNode(span.text);
    case 'code':
      return make('code', {}, span.text);
    case 'link':
      return make('span', {}, make('u', {}, span.text), ' ', make('small', {}, `(${span.address})`));
    default:
      return make(span.as === 'bold' ? 'strong' : 'em', {}, ...span.spans.map(spanElement));
  }
}
