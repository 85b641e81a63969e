/** `export` reads back what it wrote, and tells on standard error what is not proven; it writes all the same. */
import { describe, expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { vpcanvas } from '../testing/commandLine';
import { closed, open, textOf } from '../testing/commandLineFiles';

const outside = textOf(
  sketch(
    box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'Front', { cidr: '10.9.0.0/24' })),
    box('internet', 'Internet'),
  ),
);

describe('export', () => {
  test.each(['cloudformation', 'cloudformation-json'])(
    'to %s tells nothing of a design that is proven',
    async (format) => {
      const { status, out, err } = await vpcanvas(`export a.vpcanvas.json --to ${format}`, {
        'a.vpcanvas.json': open,
      });

      expect([status, err]).toEqual([0, '']);
      expect(out).toContain('AWS::EC2::VPC');
    },
  );

  test.each(['cloudformation', 'cdk-typescript -o net', 'cdk-python -o net'])(
    'to %s tells each error of a rule, and writes',
    async (format) => {
      const files = { 'a.vpcanvas.json': outside };

      const { status, out, err, written } = await vpcanvas(`export a.vpcanvas.json --to ${format}`, files);

      expect(status).toBe(0);
      expect(err).toMatch(/^vpcanvas: Front has the CIDR block 10\.9\.0\.0\/24, .*\n$/);
      expect(out.length + written.size).toBeGreaterThan(0);
    },
  );

  test('tells a flow that does not do what is expected, in Japanese where that is asked for', async () => {
    const { status, err } = await vpcanvas('export a.vpcanvas.json --to cloudformation --lang ja', {
      'a.vpcanvas.json': closed,
    });

    expect(status).toBe(0);
    expect(err).toMatch(/^vpcanvas: .*(?:ルート|到達|ブロック)/);
  });

  test('gives them as JSON where that is asked for, together with all other remarks', async () => {
    const { err } = await vpcanvas('export a.vpcanvas.json --to cloudformation --format json', {
      'a.vpcanvas.json': outside,
    });

    expect(JSON.parse(err)).toEqual({ remarks: [expect.stringContaining('10.9.0.0/24')] });
  });

  test('tells what a template cannot say: which gateway an endpoint of a service that is not drawn leads to', async () => {
    const design = textOf(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Front', {}, box('gateway-load-balancer', 'Gwlb')),
          box('subnet', 'Guarded', {}, box('gwlb-endpoint', 'Inspection', { provider: 'Gwlb' })),
        ),
      ),
    );

    const { err } = await vpcanvas('export a.vpcanvas.json --to cloudformation', {
      'a.vpcanvas.json': design,
    });

    expect(err).toContain('Provider of Inspection would come back otherwise');
  });
});
