import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

describe('guidelines', () => {
  it('find nothing in a drawing that keeps them', async () => {
    const { status, json } = await vpcanvas('guidelines drawn.json --format json', {
      'drawn.json': readFileSync('examples/three-paths/three-paths.vpcanvas.json', 'utf8'),
    });

    expect(status).toBe(0);
    expect(json).toEqual({ departures: [], summary: { departures: 0, hints: 0 } });
  });

  it('name what departs from them and what mends it, and fail the run', async () => {
    const gateway = {
      id: 'Igw',
      kind: 'internet-gateway',
      name: 'Igw',
      parentId: 'Vpc',
      order: 'U',
      x: 200,
      y: 60,
      w: 96,
      h: 88,
      props: {},
    };
    const vpc = {
      id: 'Vpc',
      kind: 'vpc',
      name: 'Vpc',
      parentId: null,
      order: 'U',
      x: 0,
      y: 0,
      w: 400,
      h: 300,
      props: {},
    };
    const frame = {
      id: 'Mine',
      kind: 'frame',
      name: 'Mine',
      parentId: null,
      order: 'V',
      x: 600,
      y: 0,
      w: 200,
      h: 100,
      props: { group: 'plain' },
    };
    const diagram = { vpcanvas: 1, resources: [vpc, gateway, frame] };

    const { status, json } = await vpcanvas('guidelines - --format json', { '-': JSON.stringify(diagram) });
    const japanese = await vpcanvas('guidelines - --lang ja', { '-': JSON.stringify(diagram) });

    expect(status).toBe(1);
    expect(json).toEqual({
      departures: [
        {
          guideline: 'gateway-on-border',
          hint: false,
          message: 'Igw stands 84 px off the border of Vpc',
          on: ['Igw', 'Vpc'],
          fix: { title: 'Put Igw on the border of Vpc' },
        },
        {
          guideline: 'approved-groups',
          hint: true,
          message: 'Mine is not one of AWS’s own groups',
          on: ['Mine'],
          fix: { title: 'Draw Mine as a generic group' },
        },
      ],
      summary: { departures: 1, hints: 1 },
    });
    expect(japanese.status).toBe(1);
    expect(japanese.out).toContain('Igw が Vpc の枠線から 84 px 離れています');
  });
});
