/**
 * The part of Markdown that the texts of scenes may use, read into plain data: paragraphs, lists, headings, blocks of code, and in
 * them bold, italic, code and links. Whatever is none of these is text as it stands, HTML included. A line break stays one.
 */
export type Span =
  | { readonly as: 'text' | 'code'; readonly text: string }
  | { readonly as: 'bold' | 'italic'; readonly spans: readonly Span[] }
  /** It is shown, and not followed: a diagram of somebody else's leads nobody anywhere. */
  | { readonly as: 'link'; readonly text: string; readonly address: string }
  | { readonly as: 'break' };

export type Block =
  | { readonly as: 'paragraph' | 'heading'; readonly spans: readonly Span[] }
  | { readonly as: 'list'; readonly isNumbered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly as: 'code'; readonly text: string };

const fence = /^\s{0,3}```/;
const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/;
const item = /^\s{0,3}(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;

/** The blocks of a text, in order; none for an empty one. */
export function markdownBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ as: 'paragraph', spans: spansOfLines(paragraph) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (fence.test(line)) {
      endParagraph();
      const code: string[] = [];
      // One that is never closed goes on to the end.
      for (at++; at < lines.length && !fence.test(lines[at] ?? ''); at++) code.push(lines[at] ?? '');
      blocks.push({ as: 'code', text: code.join('\n') });
      continue;
    }
    const title = heading.exec(line)?.[1];
    const isItem = item.test(line);
    if (line.trim() === '') endParagraph();
    else if (title !== undefined) {
      endParagraph();
      blocks.push({ as: 'heading', spans: spansOf(title) });
    } else if (isItem) {
      endParagraph();
      const { block, next } = readList(lines, at);
      blocks.push(block);
      at = next - 1;
    } else paragraph.push(line.trim());
  }
  endParagraph();
  return blocks;
}

/** A text of somebody's (a name, say) so that it stands in Markdown as it is. */
export function escapedMarkdown(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A text as code in a line, whatever it holds; nothing for a blank one. */
export function asCode(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim();
  if (plain === '') return '';
  const longestRun = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const quotes = '`'.repeat(longestRun + 1);
  const air = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${quotes}${air}${plain}${air}${quotes}`;
}

/** The text without its marks, for who hears it. */
export function plainText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.as === 'break') return ' ';
      return 'spans' in span ? plainText(span.spans) : span.text;
    })
    .join('');
}

/** The whole of a text without its marks, in one line: where there is no room for more. */
export function inOneLine(text: string): string {
  return markdownBlocks(text)
    .map((block) => {
      if (block.as === 'code') return block.text;
      return block.as === 'list' ? block.items.map(plainText).join(' ') : plainText(block.spans);
    })
    .join(' ');
}

/** The whole of a text without its marks, in lines: for where there is no markup. */
export function inPlainLines(text: string): string {
  return markdownBlocks(text)
    .flatMap((block) => {
      if (block.as === 'code') return [block.text];
      if (block.as !== 'list') return [plainText(block.spans)];
      return block.items.map(
        (each, index) => `${block.isNumbered ? `${index + 1}.` : '•'} ${plainText(each)}`,
      );
    })
    .join('\n');
}

function readList(lines: readonly string[], from: number): { readonly block: Block; readonly next: number } {
  const isNumbered = item.exec(lines[from] ?? '')?.[1] !== undefined;
  const items: string[][] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const found = item.exec(line);
    if (found !== null && (found[1] !== undefined) === isNumbered) items.push([found[2] ?? '']);
    // A line that is indented goes on with the item before it.
    else if (found === null && /^\s+\S/.test(line)) items.at(-1)?.push(line.trim());
    else break;
  }
  return { block: { as: 'list', isNumbered, items: items.map(spansOfLines) }, next: at };
}

function spansOfLines(lines: readonly string[]): readonly Span[] {
  return lines.flatMap((line, index): readonly Span[] =>
    index === 0 ? spansOf(line) : [{ as: 'break' }, ...spansOf(line)],
  );
}

/**
 * What may begin a span, by itself and with its end. An underscore within a word is part of it, as in the names of
 * settings; asterisks bind anywhere, for Japanese has no spaces between words.
 */
const marks: readonly { readonly found: RegExp; readonly span: (match: readonly string[]) => Span }[] = [
  { found: /^\\([!-/:-@[-`{-~])/, span: ([, text = '']) => ({ as: 'text', text }) },
  { found: /^(`+)(?!`)(.+?)(?<!`)\1(?!`)/, span: ([, , text = '']) => ({ as: 'code', text: text.trim() }) },
  {
    found: /^\*\*(?!\s)(.+?)(?<!\s)\*\*(?!\*)/,
    span: ([, text = '']) => ({ as: 'bold', spans: spansOf(text) }),
  },
  {
    found: /^\*(?![\s*])([^*]+?)(?<!\s)\*/,
    span: ([, text = '']) => ({ as: 'italic', spans: spansOf(text) }),
  },
  {
    found: /^_(?![\s_])([^_]+?)(?<!\s)_(?![\p{L}\p{N}_])/u,
    span: ([, text = '']) => ({ as: 'italic', spans: spansOf(text) }),
  },
  {
    found: /^\[([^[\]]+)\]\(([^()\s]+)\)/,
    span: ([, text = '', address = '']) => ({ as: 'link', text, address }),
  },
];

/** No mark is looked for behind so many characters of a line, nor its end so far away, so that no text takes long. */
const longest = 20_000;
const farthestEnd = 2000;

function spansOf(line: string): readonly Span[] {
  const spans: Span[] = [];
  let plain = '';
  const endPlain = (): void => {
    if (plain !== '') spans.push({ as: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < line.length) {
    const next = /[\\`*_[]/.exec(line.slice(at, at + longest));
    const start = next === null || at > longest ? line.length : at + next.index;
    plain += line.slice(at, start);
    if (start === line.length) break;
    const rest = line.slice(start, start + farthestEnd);
    const isInWord = rest.startsWith('_') && /[\p{L}\p{N}_]$/u.test(line.slice(0, start));
    const mark = isInWord ? undefined : marks.find(({ found }) => found.test(rest));
    const match = mark?.found.exec(rest);
    if (mark === undefined || match == null) {
      plain += line.charAt(start);
      at = start + 1;
      continue;
    }
    const span = mark.span(match);
    // A character that stands for itself is part of the text around it.
    if (span.as === 'text') plain += span.text;
    else {
      endPlain();
      spans.push(span);
    }
    at = start + match[0].length;
  }
  endPlain();
  return spans;
}
