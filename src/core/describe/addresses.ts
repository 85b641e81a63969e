/** Gives out addresses as AWS does: any free one of a subnet, and of a range that documentation has for itself. */
import { addressOf, addressText, blockOf, lastOf } from '../../lib/cidr';

export interface Addresses {
  /** Empty where the block is none, or full. */
  private(key: string, block: string, wanted?: string): string;
  public(key: string): string;
}

/** `taken`: those that resources have for certain. */
export function createAddresses(taken: ReadonlySet<string>): Addresses {
  const given = new Map<string, string>();
  const next = new Map<string, bigint>();
  let publicOnes = 0;
  return {
    private(key, text, wanted = '') {
      const known = given.get(key);
      if (known !== undefined) return known;
      let found = wanted;
      const block = blockOf(text);
      if (found === '' && block?.family === 4) {
        // AWS keeps the first four addresses of a subnet and the last one.
        let at = next.get(text) ?? block.first + 4n;
        const last = lastOf(block) - 1n;
        const address = (): string => addressText({ family: 4, value: at });
        while (at <= last && taken.has(address())) at++;
        if (at <= last) found = address();
        next.set(text, at + 1n);
      }
      given.set(key, found);
      return found;
    },
    public(key) {
      const known = given.get(`public ${key}`);
      if (known !== undefined) return known;
      // 198.18.0.0/15 is nobody's: https://www.rfc-editor.org/rfc/rfc6890
      const first = addressOf('198.18.0.1')?.value ?? 0n;
      const found = addressText({ family: 4, value: first + BigInt(publicOnes++) });
      given.set(`public ${key}`, found);
      return found;
    },
  };
}
