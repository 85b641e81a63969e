import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PlayerData } from '../core/publish/player/playerData';
import { vpcanvas } from '../testing/commandLine';
import { open, template } from '../testing/commandLineFiles';

const threePaths = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8');
const files = { 'o.json': open, 'three.json': threePaths };

describe('export to HTML', () => {
  it('writes one page that loads nothing and runs its own program only', async () => {
    const { out, err, status } = await vpcanvas('export three.json --to html', files);

    expect({ err, status }).toEqual({ err: '', status: 0 });
    const scripts = [...out.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
    const styles = [...out.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(out)?.[1];
    expect(policy?.split('; ').slice(0, 3)).toEqual([
      "default-src 'none'",
      `script-src '${hashOf(scripts[0])}'`,
      `style-src '${hashOf(styles[0])}'`,
    ]);
    expect(out).not.toMatch(/\s(?:src|style|on\w+)="/);
  });

  it('holds every scene in both languages, and opens in the one that was asked for', async () => {
    const { out } = await vpcanvas('export three.json --to html --lang ja --theme dark', files);

    const data = dataOf(out);
    expect(data).toMatchObject({ language: 'ja', theme: 'dark' });
    expect(data.pages).toHaveLength(10);
    expect(data.pages[2]?.title).toEqual({
      en: 'Path 1: internet gateway',
      ja: '経路 1: インターネットゲートウェイ',
    });
    expect(out).toContain('<html lang="ja" data-theme="dark">');
  });

  it('shows a design without scenes as one page whose dots move', async () => {
    const { out } = await vpcanvas('export net.yaml o.json --to html', { ...files, 'net.yaml': template });

    const { pages, drawings } = dataOf(out);
    expect(pages.map(({ hasDots }) => hasDots)).toEqual([true]);
    expect(drawings[0]?.en.dots).toContain('<animateMotion');
  });

  it('opens again as the diagram, unless that is left out', async () => {
    const { out } = await vpcanvas('export o.json --to html', files);
    const without = await vpcanvas('export o.json --to html --no-source', files);

    const traced = await vpcanvas('trace page.html --from internet --to Web', { 'page.html': out });
    const refused = await vpcanvas('check page.html', { 'page.html': without.out });

    expect(traced).toMatchObject({ status: 0, err: '' });
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('holds no diagram');
  });

  it('takes no other page for a diagram', async () => {
    const page = '<!DOCTYPE html><p><vpcanvas:diagram x="">#d=1.4.AAAAAA.AAAA</vpcanvas:diagram>';

    const ran = await vpcanvas('check page.html', { 'page.html': page });

    expect(ran.status).toBe(2);
    expect(ran.err).not.toContain('picture');
  });
});

function dataOf(html: string): PlayerData {
  const text = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  return JSON.parse(text) as PlayerData;
}

function hashOf(text = ''): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
