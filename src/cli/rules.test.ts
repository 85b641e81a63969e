import { describe, expect, it } from 'vitest';
import { rules } from '../aws';
import { vpcanvas } from '../testing/commandLine';

describe('rules', () => {
  it('lists every rule, and explains one', async () => {
    const list = await vpcanvas('rules');
    const one = await vpcanvas('rules cidr-invalid --format json');

    for (const id of [...rules.keys(), 'template-dangling-reference', 'diagram-file'])
      expect(list.out).toContain(id);
    expect(one.json).toMatchObject({ id: 'cidr-invalid', severity: 'error' });
  });

  it('guesses what was meant', async () => {
    expect(await vpcanvas('rules cidr-invalud')).toMatchObject({
      status: 2,
      err: 'vpcanvas: There is no rule “cidr-invalud”; did you mean cidr-invalid?\n',
    });
  });
});
