/** Texts as paragraphs of DrawingML: what is bold stays bold, and lists are PowerPoint's own. */
import { withoutControls } from '../../picture/lines';
import { element, escaped } from '../../picture/svg/xml';
import type { Block, Span } from '../../scenes/markdown';
import { emuPerPoint, fonts, languages } from './shapes';

export interface ParagraphStyle {
  readonly language: string;
  /** Points; undefined: as what it stands in has it. */
  readonly size?: number;
  /** `1A2130`; undefined likewise. */
  readonly colour?: string;
  readonly bold?: boolean;
}

/** At least one: DrawingML has no text without. */
export function paragraphsOf(blocks: readonly Block[], style: ParagraphStyle): string {
  const all = blocks.flatMap((block) => paragraphsOfBlock(block, style));
  return all.length === 0 ? '<a:p/>' : all.join('');
}

function paragraphsOfBlock(block: Block, style: ParagraphStyle): readonly string[] {
  const { size = 12 } = style;
  switch (block.as) {
    case 'paragraph':
      return [paragraph(runsOf(block.spans, style), size / 2)];
    case 'heading':
      return [paragraph(runsOf(block.spans, { ...style, bold: true }), size / 2)];
    case 'code': {
      const lines = block.text.split('\n');
      return lines.map((line, index) =>
        paragraph(runOf(line, { ...style, face: 'mono' }), index === lines.length - 1 ? size / 2 : 0),
      );
    }
    case 'list':
      return block.items.map((spans) =>
        paragraph(runsOf(spans, style), size / 4, {
          indent: Math.round(size * 1.5 * emuPerPoint),
          mark: block.isNumbered
            ? '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
            : '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
        }),
      );
  }
}

/** `after`: the room below it, in points. */
function paragraph(
  runs: string,
  after: number,
  { indent, mark }: { readonly indent: number; readonly mark: string } = { indent: 0, mark: '<a:buNone/>' },
): string {
  const room = element('a:spcAft', {}, element('a:spcPts', { val: Math.round(after * 100) }));
  const properties = element('a:pPr', { marL: indent, indent: -indent }, room + mark);
  return element('a:p', {}, properties + runs);
}

type RunStyle = ParagraphStyle & { readonly italic?: boolean; readonly face?: 'sans' | 'mono' };

function runsOf(spans: readonly Span[], style: RunStyle): string {
  return spans
    .map((span) => {
      switch (span.as) {
        case 'break':
          return '<a:br/>';
        case 'bold':
          return runsOf(span.spans, { ...style, bold: true });
        case 'italic':
          return runsOf(span.spans, { ...style, italic: true });
        case 'code':
          return runOf(span.text, { ...style, face: 'mono' });
        case 'text':
        case 'link':
          return runOf(span.text, style);
      }
    })
    .join('');
}

function runOf(text: string, { language, size, colour, bold, italic, face = 'sans' }: RunStyle): string {
  const given = {
    ...languages(language),
    sz: size === undefined ? undefined : Math.round(size * 100),
    b: bold === true ? 1 : undefined,
    i: italic === true ? 1 : undefined,
    dirty: 0,
  };
  const fill =
    colour === undefined
      ? ''
      : element('a:solidFill', {}, element('a:srgbClr', { val: colour.toUpperCase() }));
  const properties = element('a:rPr', given, fill + fonts(face));
  return element('a:r', {}, properties + element('a:t', {}, escaped(withoutControls(text))));
}
