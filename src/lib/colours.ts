/** Few colours in place of many: those that cover most are kept as they are, and the others are put together by likeness. */

/** Colours as numbers (`0xrrggbb`), and how many px have each. */
export type Counts = Map<number, number>;

/** Adds those of RGBA pixels, whose opacity does not count. */
export function countColours(counts: Counts, pixels: Uint8ClampedArray): void {
  let [run, last] = [0, -1];
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = colourAt(pixels, at);
    if (colour === last) run++;
    else {
      if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run);
      [run, last] = [1, colour];
    }
  }
  if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run);
}

export function colourAt(pixels: Uint8ClampedArray, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

/** At most so many colours. */
export function paletteOf(counts: Counts, most: number): readonly number[] {
  if (counts.size <= most) return [...counts.keys()];
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a - b);
  const kept = Math.floor(most / 2);
  const exact = sorted.slice(0, kept).map(([colour]) => colour);
  return [...exact, ...medians(sorted.slice(kept), most - kept)];
}

/** Gives the index of the colour that is most like another one. */
export function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map<number, number>();
  return (colour) => {
    let found = known.get(colour);
    if (found === undefined) {
      found = 0;
      let least = Infinity;
      for (let index = 0; index < palette.length; index++) {
        const gap = gapBetween(colour, palette[index] ?? 0);
        if (gap < least) [found, least] = [index, gap];
      }
      known.set(colour, found);
    }
    return found;
  };
}

type Counted = readonly [colour: number, count: number];

/** Median cut: the group that spreads most is divided in the middle, until there are so many. */
function medians(colours: readonly Counted[], most: number): readonly number[] {
  let groups: readonly (readonly Counted[])[] = [colours];
  while (groups.length < most) {
    const [widest, ...others] = [...groups].sort((a, b) => spread(b) - spread(a));
    if (widest === undefined || widest.length < 2) break;
    const channel = widestChannel(widest);
    const sorted = [...widest].sort(([a], [b]) => ((a >> channel) & 0xff) - ((b >> channel) & 0xff) || a - b);
    const half = sorted.length >> 1;
    groups = [...others, sorted.slice(0, half), sorted.slice(half)];
  }
  return groups.map(middle);
}

const channels = [16, 8, 0] as const;

function spread(group: readonly Counted[]): number {
  return Math.max(...channels.map((channel) => range(group, channel))) * Math.sqrt(group.length);
}

function widestChannel(group: readonly Counted[]): number {
  return channels.reduce(
    (best, channel) => (range(group, channel) > range(group, best) ? channel : best),
    16,
  );
}

function range(group: readonly Counted[], channel: number): number {
  let [low, high] = [255, 0];
  for (const [colour] of group) {
    const value = (colour >> channel) & 0xff;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return Math.max(0, high - low);
}

function middle(group: readonly Counted[]): number {
  let all = 0;
  const sums = [0, 0, 0];
  for (const [colour, count] of group) {
    all += count;
    channels.forEach(
      (channel, index) => (sums[index] = (sums[index] ?? 0) + ((colour >> channel) & 0xff) * count),
    );
  }
  return channels.reduce<number>(
    (colour, channel, index) => colour | (Math.round((sums[index] ?? 0) / Math.max(1, all)) << channel),
    0,
  );
}

/** Green counts most to the eye, and blue least. */
function gapBetween(a: number, b: number): number {
  const [red, green, blue] = channels.map((channel) => ((a >> channel) & 0xff) - ((b >> channel) & 0xff));
  return 3 * (red ?? 0) ** 2 + 4 * (green ?? 0) ** 2 + 2 * (blue ?? 0) ** 2;
}
