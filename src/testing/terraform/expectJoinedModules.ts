/** Modules fit together: what each is given it takes, what it needs it is given, and what is asked of it, it gives. */
import { expect } from 'vitest';
import type { ProjectFile } from '../../core/cdk/project';
import { parsedConfiguration, type Json, type ParsedConfiguration } from './parsedConfiguration';
import { unresolved } from './provenConfiguration';

export async function expectJoinedModules(files: readonly ProjectFile[]): Promise<void> {
  const texts = new Map<string, string>();
  for (const { path, text } of files.filter((each) => each.path.endsWith('.tf'))) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
    texts.set(folder, `${texts.get(folder) ?? ''}${text}\n`);
  }
  const folders = new Map<string, ParsedConfiguration>();
  for (const [folder, text] of texts) folders.set(folder, await parsedConfiguration(text));
  for (const [folder, parsed] of folders) {
    expect(unresolved({ parsed })).toEqual([]);
    for (const { type, address, body } of parsed.blocks) {
      if (type !== 'module') continue;
      const { source, count: _, depends_on: __, ...given } = body;
      const inner = folders.get(inFolder(folder, sourceOf(source)));
      if (inner === undefined) throw new Error(`${folder} calls ${sourceOf(source)}, which is no module`);
      const needed = Object.entries(inner.variables).filter(([, { default: value }]) => value === undefined);

      expect(Object.keys(inner.variables)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(Object.keys(given)).toEqual(expect.arrayContaining(needed.map(([name]) => name)));
      const asked = [...(texts.get(folder) ?? '').matchAll(/\b(module\.\w+)(?:\[0\])?\.(\w+)/g)]
        .filter(([, owner]) => owner === address)
        .map(([, , output]) => output);
      expect(Object.keys(inner.outputs)).toEqual(expect.arrayContaining(asked));
    }
  }
}

function sourceOf(source: Json | undefined): string {
  if (typeof source !== 'string') throw new Error('a module says where it is');
  return source;
}

/** The folder that a path leads to from another: at most one level deep. */
function inFolder(from: string, path: string): string {
  if (path.startsWith('../')) {
    expect(from).not.toBe('.');
    return path.slice('../'.length);
  }
  expect(from).toBe('.');
  return path.slice('./'.length);
}
