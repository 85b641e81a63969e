/** Whether the part of an address from `#` on is meant as a link of ours; whether it is one, its reader says. */
export function isLinkFragment(hash: string): boolean {
  return hash.startsWith('#d=');
}
