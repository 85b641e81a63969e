/**
 * Pages as a PowerPoint file: a slide each, with its title, its text, the presenter's notes, and its picture as shapes that can
 * be changed. PptxGenJS makes the file around them; the shapes of pictures are our own (`shapes.ts`), since it knows no groups.
 */
import { withoutControls } from '../../picture/lines';
import { palettes } from '../../picture/palettes';
import type { Theme } from '../../picture/picture';
import type { Artwork } from '../../picture/svg/artwork';
import type { Images } from '../images';
import type { Page } from '../pages';
import { slideOf, slideSize, type Slide } from '../slide';
import { finished, type SlideParts } from './finished';
import { mediaOf } from './media';
import { paragraphsOf } from './paragraphs';
import { groundShape, placeholderShape, shapesOf, type Drawing } from './shapes';

export interface PptxOptions {
  readonly theme: Theme;
  /** The icons of all pages by name, as `iconsIn` names them. */
  readonly artwork: Artwork;
  /** Their PNG files, for programs that do not know SVG images: one for each icon of `artwork`. */
  readonly bitmaps: ReadonlyMap<string, Uint8Array>;
  readonly images?: Images;
}

export async function pptxOf(
  pages: readonly [Page, ...Page[]],
  { theme, artwork, bitmaps, images = new Map() }: PptxOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PptxGenJS } = await import('pptxgenjs');
  const deck = new PptxGenJS();
  const palette = palettes[theme];
  const { title, language } = pages[0].picture;
  deck.title = withoutControls(title);
  deck.subject = '';
  deck.author = '';
  deck.company = '';
  deck.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
  deck.defineLayout({ name: 'slide', width: slideSize.w / 72, height: slideSize.h / 72 });
  deck.layout = 'slide';
  const colour = palette.text.slice(1);
  const text = {
    x: 0.5,
    w: slideSize.w / 72 - 1,
    color: colour,
    margin: 0,
    valign: 'top',
    align: 'left',
  } as const;
  const head = { ...text, name: 'title', type: 'title', y: 0.4, h: 0.5, fontSize: 26, bold: true } as const;
  const body = { ...text, name: 'text', type: 'body', y: 1, h: 5.5, fontSize: 16 } as const;
  deck.defineSlideMaster({
    title: layoutName,
    background: { color: palette.canvas.slice(1) },
    // In this order, by which `placeholders` below numbers them.
    objects: [{ placeholder: { options: head, text: '' } }, { placeholder: { options: body, text: '' } }],
  });
  const media = mediaOf(artwork, bitmaps);
  const parts = pages.map((page): SlideParts => {
    deck.addSlide({ masterName: layoutName });
    const { picture } = page;
    const slide = slideOf(page);
    const used = media.forSlide(images);
    let id = 1;
    const nextId = (): number => ++id;
    const drawing: Drawing = {
      palette,
      language,
      scale: slide.scale,
      place: slide.picture,
      view: picture.view,
      imageOf: used.referenceTo,
      nextId,
    };
    const titled = slide.title.lines.length === 0 ? '' : titleShape(page, slide, colour, nextId());
    const told = slide.text === undefined ? '' : textShape(page, slide.text, colour, nextId());
    return {
      shapes: titled + told + groundShape(picture, drawing) + shapesOf(picture, drawing),
      relationships: used.relationships(),
      notes: paragraphsOf(page.notes, { language }),
    };
  });
  // What is asked for as bytes is given as bytes.
  const written = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
  return finished(written, parts, media.files());
}

const layoutName = 'vpcanvas';

/** As PptxGenJS numbers the boxes of a layout. */
const placeholders = { title: 100, text: 101 } as const;

function titleShape(
  { title, picture }: Page,
  { title: { size, room } }: Slide,
  colour: string,
  id: number,
): string {
  const spans = [{ as: 'text', text: title }] as const;
  const style = { language: picture.language, size: rounded(size), colour, bold: true };
  const paragraphs = paragraphsOf([{ as: 'paragraph', spans }], style);
  return placeholderShape({ id, name: 'Title', type: 'title', index: placeholders.title }, room, paragraphs);
}

function textShape(
  { text, picture }: Page,
  { prose, room }: NonNullable<Slide['text']>,
  colour: string,
  id: number,
): string {
  const paragraphs = paragraphsOf(text, { language: picture.language, size: prose.size, colour });
  return placeholderShape({ id, name: 'Text', type: 'body', index: placeholders.text }, room, paragraphs);
}

function rounded(size: number): number {
  return Math.round(size * 10) / 10;
}
