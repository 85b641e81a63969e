/** Opens draw.io files with draw.io's own library, in a bare page of the browser. */
import type { Page } from '@playwright/test';

const mxGraph = 'node_modules/mxgraph/javascript/mxClient.js';

/** What is used of it. It has no types, and puts its names on the window. */
interface MxGraphLibrary {
  readonly mxCodec: new (document: Document) => { decode(node: Element, into: unknown): void };
  readonly mxGraph: new (container: HTMLElement) => {
    refresh(): void;
    readonly model: { readonly cells: Readonly<Record<string, Cell>> };
    getModel(): unknown;
    readonly view: { getState(cell: Cell): State | undefined };
  };
  readonly mxUtils: { parseXml(text: string): Document; getXml(node: Element): string };
}

interface Cell {
  readonly id: string;
  readonly value?: string;
  readonly parent?: Cell;
  readonly source?: Cell;
  readonly target?: Cell;
  readonly geometry?: { readonly points?: readonly { x: number; y: number }[] };
}
interface State {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly absolutePoints?: readonly { x: number; y: number }[];
  readonly shape?: { readonly node?: Element };
}
export interface ReadCell {
  readonly id: string;
  readonly value: string;
  readonly parent: string | undefined;
  readonly source: string | undefined;
  readonly target: string | undefined;
  /** As drawn, in px of the page: the corner and the size, or the points of a line. */
  readonly at: readonly number[];
  readonly points: readonly (readonly [number, number])[];
  /** What its geometry says of corners. */
  readonly corners: readonly (readonly [number, number])[];
}

/** Throws where something of the page is not drawn. */
export async function openedByMxGraph(page: Page, text: string, index: number): Promise<readonly ReadCell[]> {
  await page.goto('about:blank');
  await page.setContent('<body><div id="graph" style="width:1280px;height:900px"></div></body>');
  await page.evaluate(() => Object.assign(window, { mxLoadResources: false, mxLoadStylesheets: false }));
  await page.addScriptTag({ path: mxGraph });
  return page.evaluate(
    ([xml, at]) => {
      const { mxCodec, mxGraph: Graph, mxUtils } = window as unknown as MxGraphLibrary;
      const container = document.querySelector<HTMLElement>('#graph');
      const model = mxUtils.parseXml(xml).querySelectorAll('mxGraphModel')[at];
      if (container === null || model === undefined) throw new Error('no such page');
      const own = mxUtils.parseXml(mxUtils.getXml(model));
      const graph = new Graph(container);
      new mxCodec(own).decode(own.documentElement, graph.getModel());
      graph.refresh();
      return Object.values(graph.model.cells).flatMap((cell) => {
        const state = graph.view.getState(cell);
        if (cell.id === '0' || cell.id === '1') return [];
        if (state?.shape?.node === undefined) throw new Error(`${cell.id} is not drawn`);
        const round = Math.round;
        return {
          id: cell.id,
          value: cell.value ?? '',
          parent: cell.parent?.id,
          source: cell.source?.id,
          target: cell.target?.id,
          at: [round(state.x), round(state.y), round(state.width), round(state.height)],
          points: (state.absolutePoints ?? []).map(({ x, y }) => [x, y] as const),
          corners: (cell.geometry?.points ?? []).map(({ x, y }) => [x, y] as const),
        };
      });
    },
    [text, index] as const,
  );
}
