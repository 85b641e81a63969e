import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
    >
  >;
}

it('the lock file names every platform’s package, without which npm ci refuses to install anything', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) =>
        foldersAbove(path).every((folder) => packages[`${folder}node_modules/${name}`] === undefined),
      )
      .map((name) => `${path} lacks ${name}`),
  );

  expect(missing).toEqual([]);
});

it('the lock file points to no registry of its own, so that everybody’s own is asked', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
});

/** Where Node looks for what a package needs: in itself, then in each folder around it. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/node_modules/');
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`)];
}
