import { strToU8, zipSync } from 'fflate';

/** The day that every file gets, so that the same files give the same archive. */
const day = '2020-01-01 12:00';

/** Files as one zip archive. */
export function zipOf(
  files: readonly { readonly path: string; readonly text: string }[],
): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])), { mtime: day });
}
