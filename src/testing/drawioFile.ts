/** Reads a draw.io file in a test, by a parser of XML that is not ours. Needs the DOM of a test environment. */

export interface DrawioPage {
  readonly name: string;
  readonly cells: ReadonlyMap<string, DrawioCell>;
}

export interface DrawioCell {
  readonly id: string;
  readonly value: string;
  readonly parent: string | null;
  readonly source: string | null;
  readonly target: string | null;
  readonly style: ReadonlyMap<string, string>;
  readonly isEdge: boolean;
  readonly geometry: Readonly<Record<string, number>>;
  readonly points: readonly (readonly [number, number])[];
}

/** Throws where it is no XML, or an id is there twice. */
export function drawioPages(text: string): readonly DrawioPage[] {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const fault = parsed.querySelector('parsererror');
  if (fault !== null) throw new Error(fault.textContent);
  return [...parsed.querySelectorAll('diagram')].map((diagram) => {
    const cells = new Map<string, DrawioCell>();
    for (const each of diagram.querySelectorAll('mxCell')) {
      const cell = cellOf(each);
      if (cells.has(cell.id)) throw new Error(`two cells are ${cell.id}`);
      cells.set(cell.id, cell);
    }
    return { name: diagram.getAttribute('name') ?? '', cells };
  });
}

function cellOf(cell: Element): DrawioCell {
  const geometry = cell.querySelector('mxGeometry');
  const number = (of: Element | null, name: string): number => Number(of?.getAttribute(name) ?? 0);
  return {
    id: cell.getAttribute('id') ?? '',
    value: cell.getAttribute('value') ?? '',
    parent: cell.getAttribute('parent'),
    source: cell.getAttribute('source'),
    target: cell.getAttribute('target'),
    style: new Map(
      (cell.getAttribute('style') ?? '')
        .split(';')
        .filter((part) => part !== '')
        .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
    ),
    isEdge: cell.getAttribute('edge') === '1',
    geometry: Object.fromEntries(['x', 'y', 'width', 'height'].map((name) => [name, number(geometry, name)])),
    points: [...cell.querySelectorAll('Array > mxPoint')].map((point) => [
      number(point, 'x'),
      number(point, 'y'),
    ]),
  };
}
