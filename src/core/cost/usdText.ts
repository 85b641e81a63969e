/** US dollars to the cent, as AWS's price list has them. Rates of less than a cent keep what they have. */
export function usdText(usd: number): string {
  const [whole = '0', cents = '00'] = Math.abs(usd).toFixed(2).split('.');
  const isNegative = usd < 0 && Number(`${whole}.${cents}`) > 0;
  return `${isNegative ? '-' : ''}$${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** A price for one unit, which may be a fraction of a cent. */
export function rateText(usd: number): string {
  return `$${String(Math.round(usd * 1e6) / 1e6)}`;
}

/** Without what sums of binary fractions leave behind. */
export function roundedUsd(usd: number): number {
  const rounded = Math.round(usd * 1e4) / 1e4;
  return rounded === 0 ? 0 : rounded;
}
