/** What is proposed where two VPCs do not reach one another. */
import { expect, test } from 'vitest';
import { arrow, box, sketch } from '../../../core/model/sketch';
import { plansOf, site } from '../../../testing/mended';

const peering = box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' });

test('peered VPCs get the routes that are missing, on both sides', () => {
  const titles = plansOf(
    sketch(site('A', '10.0', {}), site('B', '10.1', {}), peering, arrow('HostA', 'HostB')),
  );

  expect(titles).toEqual([
    'Add route 10.1.0.0/16 → Peering to TableA, then add route 10.0.0.0/16 → Peering to TableB',
  ]);
});

test('the way back alone is mended where only it is missing', () => {
  const titles = plansOf(
    sketch(
      site('A', '10.0', { '10.1.0.0/16': 'Peering' }),
      site('B', '10.1', {}),
      peering,
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles).toEqual(['Add route 10.0.0.0/16 → Peering to TableB']);
});

test('VPCs that nothing joins are peered', () => {
  const titles = plansOf(sketch(site('A', '10.0', {}), site('B', '10.1', {}), arrow('HostA', 'HostB')));

  expect(titles).toEqual([
    'Peer VpcA with VpcB, then add route 10.1.0.0/16 → PeeringConnection to TableA, then add route 10.0.0.0/16 → PeeringConnection to TableB',
  ]);
});

test('VPCs whose blocks overlap are not', () => {
  const titles = plansOf(
    sketch(
      site('A', '10.0', {}),
      box(
        'vpc',
        'VpcB',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'SubnetB', { cidr: '10.0.1.0/24' }, box('instance', 'HostB')),
      ),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles).toEqual([]);
});

test('a pending request is taken as accepted', () => {
  const titles = plansOf(
    sketch(
      site('A', '10.0', { '10.1.0.0/16': 'Peering' }),
      site('B', '10.1', { '10.0.0.0/16': 'Peering' }),
      box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB', accepted: false }),
      arrow('HostA', 'HostB'),
    ),
  );

  expect(titles).toContain('Take the request for Peering as accepted');
});

test('a table that several subnets share gets the route once, for all of them', () => {
  const design = sketch(
    box(
      'vpc',
      'VpcA',
      { cidr: '10.0.0.0/16' },
      box('subnet', 'One', { cidr: '10.0.0.0/24', routeTable: 'TableA' }),
      box(
        'subnet',
        'Two',
        { cidr: '10.0.1.0/24', routeTable: 'TableA' },
        box('lambda-function', 'HostA', { subnets: { One: true } }),
      ),
      box('route-table', 'TableA'),
    ),
    site('B', '10.1', { '10.0.0.0/16': 'Peering' }),
    peering,
    arrow('HostA', 'HostB'),
  );

  expect(plansOf(design)).toEqual(['Add route 10.1.0.0/16 → Peering to TableA']);
});
