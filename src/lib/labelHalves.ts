/**
 * A name of three words or more in two parts, after its second word, where AWS's deck of architecture icons has labels broken;
 * undefined for a shorter one. "AWS" and "Amazon" so stay with the word behind them.
 */
export function labelHalves(name: string): readonly [string, string] | undefined {
  const found = /^(\S+\s\S+)\s(\S.*)$/.exec(name);
  const [, first, rest] = found ?? [];
  return first === undefined || rest === undefined ? undefined : [first, rest];
}
