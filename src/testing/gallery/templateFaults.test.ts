/** Templates with one slip each, as people paste them: `UPDATE=1 npx vitest run src/testing/gallery` writes the files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { gallery } from '.';
import { catalog } from '../../aws';
import { importTemplates } from '../../core/cfn/importTemplates';
import type { CheckResult } from '../../cli/checkResult';
import { vpcanvas } from '../commandLine';
import { faultyTemplate } from './example';

const faults = gallery.flatMap((example) =>
  (example.templateFaults ?? []).map((each) => ({
    path: `examples/${example.id}/broken/${each.id}.yaml`,
    ...each,
  })),
);

test.each(faults)('$path is current', ({ path, ...each }) => {
  const text = faultyTemplate(each);
  if (process.env['UPDATE'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  expect(readFileSync(path, 'utf8')).toBe(text);
});

test.each(faults)(
  'of $path, one finding names the fault, its place and what was likely meant',
  async ({ path, fault, suggests }) => {
    const checked = await vpcanvas('check net.yaml --format json', {
      'net.yaml': readFileSync(path, 'utf8'),
    });

    const { findings } = checked.json as CheckResult;
    expect(checked.status).toBe(1);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: fault.rule,
      severity: 'error',
      file: 'net.yaml',
      line: fault.line,
      column: fault.column,
    });
    expect(findings[0]?.on[0]).toBe(fault.on);
    expect(findings[0]?.message).toContain(suggests);
  },
);

test.each(faults)('$path is drawn like the sound template, in the same boxes', ({ path, of }) => {
  const drawn = (file: string) =>
    [...importTemplates(catalog, [{ name: 'net.yaml', text: readFileSync(file, 'utf8') }]).document.resources]
      .filter(([id]) => id !== 'PublicRouteTable')
      .map(([id, { kind, parentId }]) => ({ id, kind, parentId }));

  expect(drawn(path)).toEqual(drawn(`examples/templates/${of}`));
});
