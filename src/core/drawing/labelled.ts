/** Arrows with their labels: where nothing of either has changed an arrow stays the very same object. */
import type { FlowId } from '../model/document';
import type { LabelPlace } from './arrowLabels';
import type { Arrow } from './arrows';

/** Each arrow as it was made, and with its label where there is room for it. */
export type Labelled = ReadonlyMap<FlowId, { readonly made: Arrow; readonly shown: Arrow }>;

/** While something is dragged labels do not look for room. */
export function labelledBefore(
  before: Labelled,
  made: Arrow,
): { readonly made: Arrow; readonly shown: Arrow } {
  const then = before.get(made.id);
  return then?.made === made ? then : { made, shown: made };
}

export function withLabels(
  arrows: readonly Arrow[],
  before: Labelled,
  labels: ReadonlyMap<FlowId, LabelPlace>,
): Labelled {
  return new Map(
    arrows.map((made) => {
      const { at, fits } = labels.get(made.id) ?? { at: made.label, fits: true };
      const then = before.get(made.id);
      const isSame =
        then?.made === made &&
        then.shown.label.x === at.x &&
        then.shown.label.y === at.y &&
        then.shown.labelFits === fits;
      return [made.id, isSame ? then : { made, shown: { ...made, label: at, labelFits: fits } }];
    }),
  );
}
