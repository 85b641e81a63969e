/** Satellites that are rows of their owner's tables, and the keys of these rows. */
import type { Absorbed, Drawn } from './drawn';

/**
 * Of each satellite of a role, the key of its row: its logical ID. Two stacks may attach satellites of one logical ID to the
 * same owner (a template that is deployed for each of many VPCs, say): that of the owner's own stack keeps it, and the others
 * have the name of their stack before it. No key has a dot in it, which stands between the parts of a prop.
 */
export function rowsOf(
  owner: Drawn,
  role: string,
): readonly { readonly absorbed: Absorbed; readonly row: string }[] {
  const all = owner.satellites.get(role) ?? [];
  const uses = new Map<string, number>();
  for (const { resource } of all) uses.set(resource.logicalId, (uses.get(resource.logicalId) ?? 0) + 1);
  const taken = new Set<string>();
  return all.map((absorbed) => {
    const { stack, resource } = absorbed;
    const isPlain = stack === owner.stack || uses.get(resource.logicalId) === 1;
    const key = isPlain ? resource.logicalId : `${stack.name.replaceAll('.', '-')}:${resource.logicalId}`;
    let row = key;
    for (let number = 2; taken.has(row); number++) row = `${key}-${number}`;
    taken.add(row);
    return { absorbed, row };
  });
}
