/** The editor's side of Arrange: ELK, in a worker of its own, loaded when it is first used. */
import type { ElkNode } from '../core/layout/elkGraph';

interface Elk {
  layout(graph: ElkNode): Promise<ElkNode>;
}

let elk: Promise<Elk> | undefined;

/** Lays a graph out. Rejects where the worker cannot be started or ELK gives up. */
export async function arrange(graph: ElkNode): Promise<ElkNode> {
  elk ??= load();
  try {
    return await (await elk).layout(graph);
  } catch (failure) {
    // The next try starts afresh: the worker may have been lost.
    elk = undefined;
    throw failure;
  }
}

async function load(): Promise<Elk> {
  const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?worker'),
  ]);
  // Its types speak of a graph that ELK may write to; ours is only read, and its answer is a graph of the same form.
  return new Elk({ workerFactory: () => new ElkWorker() }) as unknown as Elk;
}
