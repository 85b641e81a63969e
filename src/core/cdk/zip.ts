import { strToU8, zipSync } from 'fflate';

/** The day that every file gets, so that the same files give the same archive. */
const day = '2020-01-01 12:00';

/** Files as one zip archive. */
export function zipOf(
  files: readonly (
    { readonly path: string; readonly text: string } | { readonly path: string; readonly bytes: Uint8Array }
  )[],
): Uint8Array<ArrayBuffer> {
  return zipSync(
    Object.fromEntries(files.map((file) => [file.path, 'text' in file ? strToU8(file.text) : file.bytes])),
    { mtime: day },
  );
}
