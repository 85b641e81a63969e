import { compareOrder, orderBetween } from '../../lib/order';

interface Ordered {
  readonly id: string;
  /** Null: none that can be used. */
  order: string | null;
}

/**
 * Gives each record of a group a key of its own: two that share one (after a merge in git, say) would leave no room
 * between them, and one without comes last.
 */
export function giveDistinctOrders(group: readonly Ordered[]): void {
  const keyed = group.filter((each): each is Ordered & { order: string } => each.order !== null);
  keyed.sort(compareOrder);
  let last: string | null = null;
  keyed.forEach((each, index) => {
    if (last !== null && each.order <= last) {
      const floor: string = last;
      const next = keyed.slice(index + 1).find(({ order }) => order > floor);
      each.order = orderBetween(floor, next?.order ?? null);
    }
    last = each.order;
  });
  for (const each of group) {
    if (each.order !== null) continue;
    each.order = orderBetween(last, null);
    last = each.order;
  }
}

/** The text when it is an ordering key, else null. */
export function readOrder(raw: unknown): string | null {
  return typeof raw === 'string' && /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(raw) && raw.length <= 500 ? raw : null;
}
