/**
 * A PDF document of pdfkit with what it has no way to say: drawings that are in the file once and painted in many places, and
 * no trace of when it was written, so that the same diagram gives the same file.
 */
import PDFDocument from 'pdfkit';

type Reference = ReturnType<PDFKit.PDFDocument['ref']>;

/** In place of the date: all that pdfkit asks of it before it is taken out again. */
const noDate = { getTime: () => 0 } as Date;

export class Sheets extends PDFDocument {
  readonly #forms = new Map<string, Reference>();
  #open: Reference | undefined;

  constructor(title: string, language: string) {
    super({
      pdfVersion: '1.7',
      autoFirstPage: false,
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Creator: 'vpcanvas', CreationDate: noDate },
    });
    delete this.info.CreationDate;
  }

  /** Everything that is painted goes through here. */
  override addContent(content: unknown): this {
    if (this.#open === undefined) super.addContent(content);
    else this.#open.write(content);
    return this;
  }

  /** pdfkit would write names into its XML as they are; the title and the language stand in the document itself. */
  override endMetadata(): void {}

  /**
   * A drawing of so many units in width and height, painted at the origin. `name` is for what is the same each time, and
   * `paint` is called the first time. It may fill and stroke paths with plain colours.
   */
  drawForm(name: string, [width, height]: readonly [number, number], paint: () => void): void {
    let form = this.#forms.get(name);
    if (form === undefined) {
      form = this.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} });
      this.#forms.set(name, form);
      this.#open = form;
      paint();
      this.#open = undefined;
      form.end('');
    }
    const label = `V${form.id}`;
    const { xobjects } = this.page as { readonly xobjects: Record<string, Reference> };
    xobjects[label] = form;
    this.addContent(`/${label} Do`);
  }
}
