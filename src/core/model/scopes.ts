/** What people say most often of a part of a design. */
import type { ScopeExpectation } from './document';

/** Nothing inside reaches the internet, or is reached from it. */
export const noInternet = {
  out: { direction: 'out', other: { internet: true }, protocol: 'any', port: null, expect: 'blocked' },
  in: { direction: 'in', other: { internet: true }, protocol: 'any', port: null, expect: 'blocked' },
} as const satisfies Readonly<Record<string, ScopeExpectation>>;
