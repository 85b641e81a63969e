/** Prices of one's own as the JSON text that `readOverrides` reads, and that `--prices` takes. */
import type { PriceOverrides } from './prices';

/** Sorted, so that the same prices give the same text. */
export function writeOverrides(overrides: PriceOverrides): string {
  const everywhere: Record<string, Record<string, number>> = {};
  const byRegion: Record<string, Record<string, Record<string, number>>> = {};
  for (const key of Object.keys(overrides).sort()) {
    const usd = overrides[key];
    const parts = key.split(' ');
    const [unit, item, region] = parts.reverse();
    if (usd === undefined || unit === undefined || item === undefined) continue;
    const items = region === undefined ? everywhere : (byRegion[region] ??= {});
    (items[item] ??= {})[unit] = usd;
  }
  return `${JSON.stringify({ ...everywhere, ...byRegion }, null, 2)}\n`;
}
