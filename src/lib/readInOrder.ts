/**
 * A sentence without the marks that turn the direction of what follows them: one in a resource's name would have the
 * rest of the sentence read from right to left.
 */
export function readInOrder(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
