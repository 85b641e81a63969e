/** Code laid out in lines: a group stands on one line where it fits, else each of its items has its own. */

/** Pieces of code one behind the other, and groups among them. */
export type Layout = string | Group | readonly Layout[];

export interface Group {
  readonly open: string;
  readonly items: readonly Layout[];
  readonly close: string;
  /** Whether a blank stands inside the brackets when all is on one line. */
  readonly spaced?: boolean;
  /** Whether each item has a line of its own in any case. */
  readonly tall?: boolean;
}

export interface Page {
  /** In columns. */
  readonly width: number;
  /** Columns by which each level is indented. */
  readonly step: number;
}

/** `indent`: the columns before the line; `after`: how many columns of the last line others will take. */
export function lay(layout: Layout, page: Page, indent: number, after = 0): string {
  return place(layout, page, indent, indent, after).text;
}

interface Placed {
  readonly text: string;
  /** Where the next piece begins. */
  readonly column: number;
}

function place(layout: Layout, page: Page, indent: number, column: number, after: number): Placed {
  if (typeof layout === 'string') return { text: layout, column: column + layout.length };
  if (isSequence(layout)) {
    let text = '';
    let at = column;
    for (const [index, each] of layout.entries()) {
      const behind = layout.slice(index + 1).reduce((sum, next) => sum + firstWidth(next), after);
      const placed = place(each, page, indent, at, behind);
      text += placed.text;
      at = placed.column;
    }
    return { text, column: at };
  }
  const line = onOneLine(layout);
  if (line !== undefined && column + line.length + after <= page.width)
    return { text: line, column: column + line.length };
  const inner = indent + page.step;
  const lines = layout.items.map(
    (item) => `${' '.repeat(inner)}${place(item, page, inner, inner, 1).text},\n`,
  );
  const close = `${' '.repeat(indent)}${layout.close}`;
  return { text: `${layout.open}\n${lines.join('')}${close}`, column: close.length };
}

/** Undefined for what must stand on several lines. */
function onOneLine(layout: Layout): string | undefined {
  if (typeof layout === 'string') return layout;
  const parts = (isSequence(layout) ? layout : layout.items).map(onOneLine);
  if (!parts.every((part) => part !== undefined)) return undefined;
  if (isSequence(layout)) return parts.join('');
  const { open, items, close, spaced = false, tall = false } = layout;
  if (tall && items.length > 0) return undefined;
  const blank = spaced && items.length > 0 ? ' ' : '';
  return `${open}${blank}${parts.join(', ')}${blank}${close}`;
}

/** How many columns a piece takes at least on the line where it begins. */
function firstWidth(layout: Layout): number {
  if (typeof layout === 'string') return layout.length;
  if (!isSequence(layout)) return layout.open.length;
  return layout.reduce<number>((sum, each) => sum + firstWidth(each), 0);
}

function isSequence(layout: Group | readonly Layout[]): layout is readonly Layout[] {
  return Array.isArray(layout);
}
