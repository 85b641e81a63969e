import type { Graph, Source } from './cells';

/** A source for each key, made when it is first read. */
export class SourcesBy<K> {
  private readonly graph: Graph;
  private readonly sources = new Map<K, Source>();

  constructor(graph: Graph) {
    this.graph = graph;
  }

  read(key: K): void {
    if (this.graph.reader === null) return;
    let source = this.sources.get(key);
    if (source === undefined) this.sources.set(key, (source = this.graph.source()));
    source.read();
  }

  changed(key: K): void {
    this.sources.get(key)?.changed();
  }
}
