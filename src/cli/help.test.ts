import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { verbs } from './verb';

describe('help', () => {
  it('lists every verb, and tells of each its options and exit statuses', async () => {
    const { out, status } = await vpcanvas('--help');

    expect(status).toBe(0);
    for (const { name } of verbs) {
      expect(out).toContain(`  ${name} `);
      for (const language of ['en', 'ja']) {
        const one = await vpcanvas(`${name} --help --lang ${language}`);
        expect(one.status).toBe(0);
        expect(one.out).toContain('--lang en|ja');
      }
    }
  });

  it('is shown on standard error when no verb is given, which is no answer', async () => {
    expect(await vpcanvas('')).toMatchObject({ status: 2, out: '' });
  });

  it('says which verbs there are when there is none of that name', async () => {
    expect(await vpcanvas('verify x')).toMatchObject({
      status: 2,
      err: `vpcanvas: There is no verb “verify”; there are: ${verbs.map(({ name }) => name).join(', ')}\n`,
    });
  });
});
