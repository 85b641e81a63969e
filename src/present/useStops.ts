/** The stops of a flow's packet on the stage, as soon as its verdict is there. */
import { useEffect, useState } from 'react';
import type { Document, FlowId } from '../core/model/document';
import { journeyOf, type Stop } from '../core/scenes/journey';
import type { Stage } from './stage';

const none: readonly Stop[] = [];

export function useStops(stage: Stage, flow: FlowId | null, design: Document): readonly Stop[] {
  const [found, setFound] = useState<{ readonly of: string | null; readonly stops: readonly Stop[] }>({
    of: null,
    stops: none,
  });
  useEffect(() => {
    const { catalog, store } = stage.editor;
    // A packet can be shown to stand at what is an icon: a box is crossed, not stood at.
    const isPlace = (id: string): boolean => {
      const resource = store.document.resources.get(id);
      return resource !== undefined && catalog.kind(resource.kind).shape.as === 'icon';
    };
    let of: unknown;
    const read = (): void => {
      const { revision, traces } = stage.real.getState();
      const trace = flow === null || revision !== store.revision ? undefined : traces.get(flow);
      // The same journey need not begin anew because something else was found out.
      if (trace === of && trace !== undefined) return;
      of = trace;
      setFound({ of: flow, stops: trace === undefined ? none : journeyOf(trace, isPlace) });
    };
    read();
    return stage.real.subscribe(read);
  }, [stage, flow, design]);
  return found.of === flow ? found.stops : none;
}
