/**
 * Moves things that lie on a line apart so that none covers another, each as near to where it belongs as its neighbours let it.
 * `wanted`: the middles; `sizes`: how much each takes. Stays between `from` and `to` where there is room for all; where there is
 * not, they begin at `from` and go on beyond `to`. Gives back the middles, in the order in which they came.
 */
export function spread(
  wanted: readonly number[],
  sizes: readonly number[],
  from: number,
  to: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const starts = order.map((index) => (wanted[index] ?? 0) - (sizes[index] ?? 0) / 2);
  const size = (place: number): number => sizes[order[place] ?? -1] ?? 0;
  const start = (place: number): number => starts[place] ?? 0;
  // Down from the top, then up from the bottom, and down once more where there is too little room.
  const down = (): void => {
    let least = from;
    for (const place of order.keys()) {
      starts[place] = Math.max(start(place), least);
      least = start(place) + size(place);
    }
  };
  down();
  let most = to;
  for (let place = order.length - 1; place >= 0; place--) {
    starts[place] = Math.min(start(place), most - size(place));
    most = start(place);
  }
  down();
  const found = wanted.slice();
  for (const [place, index] of order.entries()) found[index] = start(place) + size(place) / 2;
  return found;
}
