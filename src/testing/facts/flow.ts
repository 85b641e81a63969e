import type { Query } from '../../core/network/trace';

/** TCP 443, unless something else is said. */
export function flow(
  from: Query['from'] | string,
  to: Query['to'] | string,
  more: Partial<Query> = {},
): Query {
  const end = (given: Query['from'] | string): Query['from'] =>
    typeof given !== 'string' ? given : given === 'internet' ? { internet: true } : { resource: given };
  return { from: end(from), to: end(to), protocol: 'tcp', port: 443, sourcePort: null, ...more };
}
