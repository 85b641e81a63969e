/** Texts of people in Markdown: shown as they are, and neither markup nor links (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
import { asCode, markdownBlocks, type Span } from '../scenes/markdown';

/** In a line, behind something of ours. */
export function inline(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim()]
    .map((character, index, all) => (isMarkup(character, index, all) ? `\\${character}` : character))
    .join('');
}

function isMarkup(character: string, index: number, all: readonly string[]): boolean {
  if (/[\\`*_[\]<>#|~&$@]/.test(character)) return true;
  const next = all[index + 1];
  // Of a web address, or the name of an emoji.
  if (character === ':') return next !== undefined && next !== ' ';
  if (character === '.') return /www$/i.test(all.slice(Math.max(0, index - 3), index).join(''));
  return false;
}

/** What the texts of scenes may use of Markdown, written so that nothing else in them is markup. A link is text with its address. */
export function blocksOf(text: string): readonly string[] {
  return markdownBlocks(text.replace(/\r\n?|[\u2028\u2029]/g, '\n')).flatMap((block) => {
    if (block.as === 'code')
      return block.text.trim() === '' ? [] : [block.text.split('\n').map(asCode).join('  \n')];
    if (block.as === 'list')
      return [
        block.items
          .map(
            (item, index) =>
              `${block.isNumbered ? `${index + 1}.` : '-'} ${spans(item).split('\n').map(atStart).join('\n  ')}`,
          )
          .join('\n'),
      ];
    const line = spans(block.spans).split('\n').map(atStart).join('\n');
    if (line === '') return [];
    return [block.as === 'heading' ? `#### ${line}` : line];
  });
}

function spans(all: readonly Span[]): string {
  return all
    .map((span) => {
      switch (span.as) {
        case 'text':
          return edged(span.text);
        case 'code':
          return asCode(span.text);
        case 'break':
          return '  \n';
        case 'link':
          return `${edged(span.text)} (${asCode(span.address)})`;
        case 'bold':
          return marked('**', spans(span.spans));
        case 'italic':
          return marked('*', spans(span.spans));
      }
    })
    .join('');
}

function marked(mark: string, text: string): string {
  return text.trim() === '' ? text : `${mark}${text}${mark}`;
}

/** Part of a line, with the spaces at its ends. */
function edged(text: string): string {
  const before = /^\s/.test(text) ? ' ' : '';
  const after = /\S\s+$/.test(text) ? ' ' : '';
  return `${before}${inline(text)}${after}`;
}

/** At the start of a line some marks begin a list, or make a heading or a line across. */
function atStart(line: string): string {
  return line.replace(/^[-+=]/, (mark) => `\\${mark}`).replace(/^(\d+)([.)])/, '$1\\$2');
}
