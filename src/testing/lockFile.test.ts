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
      .filter((name) => packages[`${path}/node_modules/${name}`] === undefined)
      .filter((name) => packages[`node_modules/${name}`] === undefined)
      .map((name) => `${path} lacks ${name}`),
  );

  expect(missing).toEqual([]);
});

it('the lock file points to no registry of its own, so that everybody’s own is asked', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
});
