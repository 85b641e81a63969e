/** The sheets of a PDF file: the whole diagram on one of its own size, or a slide with its title, its picture and its text. */
import type { Rect } from '../../../lib/rect';
import type { Words } from '../../../lib/words';
import type { Page } from '../pages';
import type { ProseLine } from '../prose';
import { slideOf, slideSize, type Slide } from '../slide';
import { paintPicture, type Painting } from './paint';

type Structure = ReturnType<PDFKit.PDFDocument['struct']>;

/** Of a px of the canvas, as browsers print it. */
const pointsPerPx = 0.75;
/** The longest side that a page may have (ISO 32000-1, annex C). */
const longestSide = 14_400;

/** A page as large as the diagram: nothing around it that somebody would have to cut off. */
export function addWhole({ title, picture }: Page, painting: Painting): void {
  const { w, h } = picture.view;
  const scale = Math.min(pointsPerPx, longestSide / Math.max(w, h));
  const place = { x: 0, y: 0, w: w * scale, h: h * scale };
  const section = addSheet(title, place, painting);
  addFigure(section, picture.description, place, painting, () => paintPicture(picture, place, painting));
  section.end();
}

export function addSlide(page: Page, index: number, painting: Painting): void {
  const { sheets, palette } = painting;
  const slide = slideOf(page);
  const name = page.title === '' ? numbered(index + 1)[page.picture.language] : page.title;
  const section = addSheet(name, { x: 0, y: 0, ...slideSize }, painting);
  sheets.outline.addItem(name);
  if (page.title !== '') section.add(sheets.struct('H1', {}, [() => paintTitle(slide, painting)]));
  addFigure(section, page.picture.description, slide.picture, painting, () => {
    paintPicture(page.picture, slide.picture, painting);
    const { x, y, w, h } = slide.picture;
    sheets.rect(x, y, w, h).lineWidth(0.75).undash().strokeColor(palette.line, 1).stroke();
  });
  if (slide.text !== undefined) addText(section, slide.text, painting);
  section.end();
}

function numbered(number: number): Words {
  return { en: `Scene ${number}`, ja: `シーン ${number}` };
}

/** A sheet in the colour of the canvas. What is added to its section is read out in that order. */
function addSheet(title: string, { w, h }: Rect, { sheets, palette }: Painting): Structure {
  sheets.addPage({ size: [w, h], margin: 0 });
  addGround({ w, h }, { sheets, palette });
  const section = sheets.struct('Sect', { title });
  sheets.addStructure(section);
  return section;
}

function addGround(
  { w, h }: Pick<Rect, 'w' | 'h'>,
  { sheets, palette }: Pick<Painting, 'sheets' | 'palette'>,
): void {
  sheets.markContent('Artifact', { type: 'Layout' });
  sheets.rect(0, 0, w, h).fillColor(palette.canvas, 1).fill();
  sheets.endMarkedContent();
}

function addFigure(
  section: Structure,
  alt: string,
  { x, y, w, h }: Rect,
  { sheets }: Painting,
  paint: () => void,
): void {
  // Readers lay out by the box, which the published types do not have yet.
  const given = { alt, bbox: [x, y, x + w, y + h] };
  section.add(sheets.struct('Figure', given, [paint]));
}

function paintTitle({ title }: Slide, { lettering, palette }: Painting): void {
  const { lines, size, room } = title;
  lines.forEach((line, index) =>
    lettering.put(line, room.x, room.y + size * (0.95 + index * 1.25), {
      size,
      weight: 600,
      face: 'sans',
      colour: palette.text,
      opacity: 1,
    }),
  );
}

/** What has no room beside the picture goes on on sheets of its own: no word is left out. */
function addText(section: Structure, { prose, room }: NonNullable<Slide['text']>, painting: Painting): void {
  const { sheets } = painting;
  let place: Rect = room;
  let top = 0;
  let from = 0;
  while (from < prose.lines.length) {
    const limit = top + place.h + 1;
    let end = prose.lines.findIndex(({ baseline }, index) => index > from && baseline > limit);
    if (end < 0) end = prose.lines.length;
    for (const lines of blocksOf(prose.lines.slice(from, end)))
      section.add(
        sheets.struct('P', {}, [
          () => lines.forEach((line) => paintLine(line, prose.size, place, top, painting)),
        ]),
      );
    from = end;
    const next = prose.lines[from];
    if (next === undefined) break;
    sheets.addPage({ size: [slideSize.w, slideSize.h], margin: 0 });
    addGround(slideSize, painting);
    place = { x: room.x, y: 36, w: room.w, h: slideSize.h - 72 };
    top = next.baseline - prose.size;
  }
}

function blocksOf(lines: readonly ProseLine[]): readonly (readonly ProseLine[])[] {
  const blocks: ProseLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last?.[0]?.block === line.block) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function paintLine(
  { indent, baseline, runs }: ProseLine,
  size: number,
  { x, y }: Rect,
  top: number,
  { lettering, palette }: Painting,
): void {
  let at = x + indent;
  for (const { text, weight, face, isItalic } of runs)
    at += lettering.put(text, at, y + baseline - top, {
      size,
      weight,
      face,
      isItalic,
      colour: palette.text,
      opacity: 1,
    });
}
