/** Files as one archive. */
import { strToU8, zipSync } from 'fflate';
import type { WrittenFile } from './format';

/** The day that every file gets, so that the same design gives the same archive. */
const day = '2020-01-01 12:00';

export function zipOf(files: readonly WrittenFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])), { mtime: day });
}
