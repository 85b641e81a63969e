/** The JSON files of folders that were dropped. */

const deepest = 4;

/** Those of one thing that was dropped: a file is itself, a folder what is in it. */
export async function filesIn(entry: FileSystemEntry, depth = 0): Promise<readonly File[]> {
  if (entry.isFile)
    return depth === 0 || entry.name.endsWith('.json') ? fileOf(entry as FileSystemFileEntry) : [];
  if (depth >= deepest) return [];
  const inside = await entriesIn((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map((each) => filesIn(each, depth + 1)))).flat();
}

/** What cannot be read any more is left out. */
async function fileOf(entry: FileSystemFileEntry): Promise<readonly File[]> {
  return new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );
}

/** A reader gives some at a time, and none at the end. */
async function entriesIn(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...some);
  }
}
