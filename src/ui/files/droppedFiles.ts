/** The files behind what was dropped; a folder gives what is ours in it, by the paths. */
import { decodeText } from '../../lib/decodeText';
import { awsOutputFailure } from '../../core/store/awsOutput';
import { formatOf } from '../../core/store/openText';

/** As many as anybody keeps in one folder; a whole disk may be dropped by mistake. */
const mostFiles = 500;
const deepest = 8;
const largest = 20_000_000;

export async function droppedFiles(
  files: readonly File[],
  entries: readonly (FileSystemEntry | null)[],
): Promise<readonly File[]> {
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found: File[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, found, 0);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[], depth: number): Promise<void> {
  if (found.length >= mostFiles) return;
  if (isFolder(entry)) {
    if (depth > deepest || (depth > 0 && isNobodys(entry.name))) return;
    const inner = await entriesIn(entry);
    for (const each of [...inner].sort((a, b) => (a.name < b.name ? -1 : 1)))
      await collect(each, found, depth + 1);
    return;
  }
  if (!isFile(entry) || (depth > 0 && !/\.(?:ya?ml|json|template|txt)$/i.test(entry.name))) return;
  const file = await new Promise<File | null>((resolve) => {
    entry.file(resolve, () => resolve(null));
  });
  if (file === null) return;
  // Whoever drops a file means it; in a folder there may be anything.
  if (depth === 0) found.push(file);
  else if (file.size <= largest && (await isOurs(file)))
    found.push(new File([file], entry.fullPath.replace(/^\/+/, ''), { type: file.type }));
}

/** A reader gives a hundred at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0 || all.length > mostFiles * 10) return all;
    all.push(...some);
  }
}

/** A command that failed leaves an empty file, or what it said, of which whoever reads it can tell. */
async function isOurs(file: File): Promise<boolean> {
  if (file.size === 0) return file.name.endsWith('.json');
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
  const text = decodeText(new Uint8Array(bytes));
  return 'format' in formatOf(text) || (file.name.endsWith('.json') && awsOutputFailure(text) !== undefined);
}

function isNobodys(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === 'cdk.out';
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
