/** The world as Node gives it. */
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from './io';
import { TooLarge } from './io';

export const processIo: Io = {
  async readFile(path, most) {
    const { size } = await stat(path);
    if (size >= most) throw new TooLarge();
    return readFile(path);
  },
  async filesIn(path) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) return undefined;
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(path, entry.name))
      .sort();
  },
  async readStandardInput(most) {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of process.stdin) {
      const bytes = piece as Uint8Array; // a stream without an encoding gives buffers
      length += bytes.length;
      if (length >= most) throw new TooLarge();
      pieces.push(bytes);
    }
    return Buffer.concat(pieces);
  },
  async replaceFile(path, content) {
    // A link is followed, so that what it points to is replaced and not the link.
    const target = await realpath(path).catch(() => path);
    // In the same folder, since a file system renames within itself only.
    const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`);
    const before = await stat(target).catch(() => undefined);
    try {
      const file = await open(unfinished, 'wx', before?.mode ?? 0o666);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, target);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  },
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async readIcon(icon) {
    if (!/^[\w-]+\/[\w-]+$/.test(icon)) return undefined;
    return readFile(fileURLToPath(new URL(`./icons/${icon}.svg`, import.meta.url)), 'utf8').catch(
      () => undefined,
    );
  },
  async validateTemplates(texts, given) {
    const { validateInThread } = await import('./schemas/validateInThread');
    return validateInThread(texts, given);
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  colours: process.stdout.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
};
