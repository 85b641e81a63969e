/** Pictures of ours among files that somebody opened: the diagram within them is what is opened. */
import type { Problem } from '../../core/store/problem';

/** What looks into pictures is loaded where there may be one: what begins with `<`, or as a PNG file does. */
export async function diagramIn(
  bytes: Uint8Array,
): Promise<{ readonly text: string } | { readonly failure: Problem } | undefined> {
  if (bytes[0] !== 0x89 && !bytes.subarray(0, 64).includes(0x3c)) return undefined;
  const { diagramInPicture } = await import('../../core/picture/source');
  return diagramInPicture(bytes);
}

/** Whether a file is a picture of ours with its diagram in it. */
export async function holdsDiagram(file: File): Promise<boolean> {
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
  const found = await diagramIn(new Uint8Array(bytes));
  return found !== undefined && 'text' in found;
}
