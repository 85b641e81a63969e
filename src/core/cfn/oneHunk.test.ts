/** A change in the diagram is one hunk of its author's text, over the templates of `examples`. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import type { Document } from '../model/document';
import { exportTemplate } from './exportTemplate';
import { importTemplates } from './importTemplates';
import { templateText } from './templateText';

const folder = 'examples/templates';
const corpus = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
  .map(({ parentPath, name }) => ({ name, text: readFileSync(`${parentPath}/${name}`, 'utf8') }))
  // An anchor's change shows wherever it is repeated; what is on one line is one hunk anyway.
  // A loop is written out where a part of what it makes changes.
  .filter(({ text }) => !/: [&*]\w|Fn::ForEach/.test(text) && text.includes('\n'));

/** The lines that differ, between those at the beginning and at the end that do not. */
function hunk(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { gone: old.slice(head, old.length - tail), come: now.slice(head, now.length - tail) };
}

function written(document: Document, name: string): string {
  return templateText(exportTemplate(catalog, document).template, name.endsWith('json') ? 'json' : 'yaml')
    .text;
}

test.each(corpus)('$name changes in one place when a resource gets another name', ({ name, text }) => {
  const { document } = importTemplates(catalog, [{ name, text }]);
  // The parts of a resource that are resources of their own (the address of a NAT gateway) take its name as well.
  const own = [...document.resources.values()].filter(
    ({ provenance }) => provenance !== undefined && Object.keys(provenance.satellites ?? {}).length === 0,
  );

  for (const resource of own) {
    const resources = new Map(document.resources).set(resource.id, { ...resource, name: 'Renamed' });

    const { gone, come } = hunk(text, written({ ...document, resources }, name));

    // A tag takes four lines, a description that says the name stands apart, and an expression takes some more.
    expect(come.length, resource.name).toBeLessThan(12);
    expect(gone.length, resource.name).toBeLessThan(12);
    expect(gone.filter((line) => /^\s*#/.test(line))).toEqual([]);
  }
});
