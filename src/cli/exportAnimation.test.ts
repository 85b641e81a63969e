import { readFileSync } from 'node:fs';
import { decode, decodeFrames, type DecodedFrame } from 'modern-gif';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';
import { open } from '../testing/commandLineFiles';

const threePaths = readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8');
const files = { 'o.json': open };

describe('export to an animated GIF', () => {
  it('moves dots along the arrows, and is seen again as it was when they are gone', async () => {
    const { bytes, err, status } = await vpcanvas('export o.json --to gif -o o.gif', files);

    expect({ err, status }).toEqual({ err: '', status: 0 });
    const frames = decodeFrames(new Uint8Array(bytes.get('o.gif') ?? []));
    expect(frames.length).toBeGreaterThan(12);
    const [first, second, last] = [frames[0], frames[5], frames.at(-1)];
    const moved = differences(first, second);
    expect(moved).toBeGreaterThan(10);
    // Nothing but a dot is not as it was.
    expect(moved).toBeLessThan(400);
    expect(differences(first, last)).toBe(0);
  });

  it('shows scene after scene, each long enough to be read', async () => {
    const diagram = JSON.parse(threePaths) as { readonly scenes: readonly unknown[] };
    const scenes = diagram.scenes.slice(2, 4);

    const { bytes } = await vpcanvas('export three.json --to gif -o three.gif', {
      'three.json': JSON.stringify({ ...diagram, scenes }),
    });

    const gif = new Uint8Array(bytes.get('three.gif') ?? []);
    const { width, frames } = decode(gif);
    expect(width).toBe(960);
    expect(frames.filter(({ delay }) => delay >= 1200)).toHaveLength(4);
    // For a chat or a mail.
    expect(gif.length).toBeLessThan(300_000);
  });

  it('is dark where that is asked for, and says whose the icons are', async () => {
    const { bytes } = await vpcanvas('export o.json --to gif --theme dark -o o.gif', files);

    const gif = new Uint8Array(bytes.get('o.gif') ?? []);
    expect([...(decodeFrames(gif)[0]?.data.subarray(0, 3) ?? [])]).toEqual([0x12, 0x16, 0x1c]);
    expect(new TextDecoder('latin1').decode(gif.subarray(0, 2000))).toContain('CC BY-ND 2.0');
  });

  it('refuses what a GIF file cannot be', async () => {
    const ran = await vpcanvas('export o.json --to gif --theme auto -o o.gif', files);
    const unnamed = await vpcanvas('export o.json --to gif', files);

    expect(ran.status).toBe(2);
    expect(ran.err).toContain('A GIF file cannot follow the reader’s system');
    expect(unnamed).toMatchObject({ status: 2, out: '' });
  });
});

function differences(a: DecodedFrame | undefined, b: DecodedFrame | undefined): number {
  let found = 0;
  const [before, now] = [a, b].map((frame) => new Uint32Array(new Uint8Array(frame?.data ?? []).buffer));
  if (before === undefined || now === undefined) throw new Error('expected two frames');
  expect(before).toHaveLength(now.length);
  for (let at = 0; at < before.length; at++) if (before[at] !== now[at]) found++;
  return found;
}
