/** What the plain React Flow canvas shows, as the benchmark hands it over: the same things in the same places. */
export interface PlainContent {
  readonly nodes: readonly PlainNode[];
  readonly edges: readonly PlainEdge[];
}

export interface PlainNode {
  readonly id: string;
  readonly parentId: string | null;
  /** In px, relative to the parent. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly isContainer: boolean;
  readonly name: string;
  /** The CIDR block, say. */
  readonly detail: string;
  readonly colour: string;
  /** Its file under `icons/`; null for none. */
  readonly icon: string | null;
  /** The names of what is drawn on it as chips and shields. */
  readonly chips: readonly string[];
}

export interface PlainEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
}

declare global {
  interface Window {
    /** Set by the benchmark before the page starts. */
    plainContent?: PlainContent;
    /** Moves the view to where the benchmark wants it. */
    showPlain?: (viewport: { readonly x: number; readonly y: number; readonly zoom: number }) => void;
  }
}
