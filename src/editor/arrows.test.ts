import { describe, expect, test } from 'vitest';
import { pieceKey } from '../core/model/pieces';
import { arrow, box, sketch } from '../core/model/sketch';
import { between, grown, overlaps, holds, type Point } from '../lib/rect';
import { testEditor } from '../testing/testEditor';
import { viewOf } from './view';

/** An instance in a subnet whose table leads to an internet gateway, one in a subnet whose table leads nowhere, and S3. */
const network = () =>
  testEditor(
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw'),
          box('security-group', 'Group'),
          box('security-group', 'Closed', { outbound: {} }),
          box('route-table', 'Open', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'Nowhere'),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'Open' },
            box('instance', 'Web', { publicIp: 'yes', securityGroups: { Group: true } }),
            box('instance', 'Mute', { publicIp: 'yes', securityGroups: { Closed: true } }),
          ),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'Nowhere' },
            box('instance', 'App', { securityGroups: { Group: true } }),
          ),
        ),
        box('aws-service', 'S3', { service: 's3' }),
      ),
      arrow('Web', 'S3'),
      arrow('App', 'S3'),
      arrow('Mute', 'S3'),
    ),
    {
      Tokyo: [0, 0, 1200, 800],
      Vpc: [40, 200, 900, 500],
      Igw: [100, -24],
      Public: [24, 80, 320, 240],
      Private: [400, 80, 320, 240],
      Web: [16, 60],
      Mute: [180, 60],
      App: [100, 60],
      S3: [600, 40],
    },
  );

const drawn = (canvas: ReturnType<typeof network>, id: string) => {
  const found = viewOf(canvas.editor)
    .arrows()
    .flows.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no arrow ${id}`);
  return found;
};

describe('an arrow', () => {
  test('leaves out where it would cross the words of a title, and a press there is on the container', () => {
    const canvas = testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Upper', {}, box('instance', 'Web')),
          box('subnet', 'Lower', { cidr: '10.0.1.0/24' }, box('instance', 'App')),
        ),
        arrow('Web', 'App'),
      ),
      {
        Vpc: [0, 0, 700, 700],
        Upper: [24, 64, 300, 200],
        Lower: [24, 320, 300, 200],
        Web: [16, 60],
        App: [16, 60],
      },
    );
    const { x, y } = canvas.box('Lower');
    const bends = { [pieceKey('Web', 'App')]: [{ x: x + 71, y: y + 12 }] };
    canvas.editor.store.commit('setFlow', { id: 'Web→App', values: { bends } });
    const { shown, reached, beyond } = drawn(canvas, 'Web→App');
    const words = { x, y: y + 1, w: 100, h: 22 };
    const isCrossed = (lines: readonly (readonly Point[])[]): boolean =>
      lines.some((points) =>
        points.some((point, index) => {
          const before = points[index - 1];
          return before !== undefined && overlaps(grown(between(before, point), 0.5), words);
        }),
      );

    expect(isCrossed([...reached, ...beyond])).toBe(true);
    expect(isCrossed([...shown.reached, ...shown.beyond])).toBe(false);

    canvas.press({ x: x + 71, y: y + 12 }, {}, { part: 'title', id: 'Lower' });
    canvas.release({ x: x + 71, y: y + 12 });
    expect(canvas.selectedNames).toEqual(['Lower']);
  });

  test('has its label beside its cross, clear of icons and of the labels of others', () => {
    const canvas = network();
    const arrows = ['Web→S3', 'App→S3', 'Mute→S3'].map((id) => drawn(canvas, id));
    const plates = arrows.map(({ label }) => ({ x: label.x - 28, y: label.y - 8, w: 56, h: 16 }));

    for (const [index, plate] of plates.entries()) {
      for (const { cross } of arrows) if (cross !== null) expect(holds(plate, cross)).toBe(false);
      for (const name of ['Web', 'Mute', 'App', 'S3', 'Igw']) {
        const { x, y, w } = canvas.box(name);
        expect(overlaps(plate, { x: x + w / 2 - 24, y, w: 48, h: 48 })).toBe(false);
      }
      for (const other of plates.slice(index + 1)) expect(overlaps(plate, other)).toBe(false);
    }
  });

  test('follows the hops its traffic takes: through the internet gateway', () => {
    const canvas = network();

    const { pieces, verdict, cross } = drawn(canvas, 'Web→S3');

    expect(verdict).toBe('arrives');
    expect(pieces.map(({ from, to }) => [from, to])).toEqual([
      ['Web', 'Igw'],
      ['Igw', 'S3'],
    ]);
    expect(cross).toBeNull();
  });

  test('to a load balancer goes on to the target behind it', () => {
    const canvas = testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Client'),
            box('network-load-balancer', 'Nlb', {
              listeners: { a: { protocol: 'TCP', port: 443, targetGroup: 'Group', others: {} } },
            }),
            box('instance', 'Web', { securityGroups: { Open: true } }),
          ),
          box('target-group', 'Group', { targets: { a: { target: { ref: 'Web' }, port: null, zone: '' } } }),
          box('security-group', 'Open', {
            inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
          }),
        ),
        arrow('Client', 'Nlb'),
      ),
    );

    const { pieces, verdict } = drawn(canvas, 'Client→Nlb');

    expect(verdict).toBe('arrives');
    expect(pieces.map(({ from, to }) => `${from} ${to}`)).toEqual(['Client Nlb', 'Nlb Web']);
  });

  test('does not go by the DNS server that is asked for the name', () => {
    const anybody = { protocol: 'any' as const, fromPort: null, toPort: null, peer: '0.0.0.0/0' };
    const canvas = testEditor(
      sketch(
        box('aws-service', 'Sqs', { service: 'sqs' }),
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', dnsHostnames: true },
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-inbound-endpoint', 'Inbound', {
              ip: '10.0.0.10',
              addresses: { b: { subnet: 'B', ip: '10.0.1.10' } },
              securityGroups: { Open: true },
            }),
          ),
          box(
            'subnet',
            'B',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' },
            box('interface-endpoint', 'Endpoint', {
              service: 'sqs',
              privateDns: true,
              securityGroups: { Open: true },
            }),
          ),
          box('security-group', 'Open', { inbound: { all: anybody } }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            dnsServers: '10.0.0.10',
          }),
        ),
        arrow('Vpn', 'Sqs'),
      ),
    );

    const { pieces, verdict } = drawn(canvas, 'Vpn→Sqs');

    expect(verdict).toBe('arrives');
    expect(pieces.map(({ from, to }) => `${from} ${to}`)).toEqual(['Vpn Endpoint', 'Endpoint Sqs']);
  });

  test('that finds no route has its cross on the border of the subnet, and is dashed beyond', () => {
    const canvas = network();

    const { cross, reached, beyond, verdict } = drawn(canvas, 'App→S3');

    expect(verdict).toBe('blocked');
    const subnet = canvas.box('Private');
    expect(cross).not.toBeNull();
    const onBorder =
      cross !== null &&
      holds(subnet, cross) &&
      (cross.x === subnet.x ||
        cross.x === subnet.x + subnet.w ||
        cross.y === subnet.y ||
        cross.y === subnet.y + subnet.h);
    expect(onBorder).toBe(true);
    expect(reached.at(-1)?.at(-1)).toEqual(cross);
    expect(beyond[0]?.[0]).toEqual(cross);
  });

  test('that its own security group stops has its cross right beside the instance', () => {
    const canvas = network();

    const { cross, reached } = drawn(canvas, 'Mute→S3');

    const start = reached[0]?.[0];
    expect(start).toBeDefined();
    expect(Math.hypot((cross?.x ?? 0) - (start?.x ?? 0), (cross?.y ?? 0) - (start?.y ?? 0))).toBeLessThan(24);
  });

  test('is the very same object while nothing it depends on has moved', () => {
    const canvas = network();
    const before = drawn(canvas, 'App→S3');

    canvas.drag(canvas.grip('Mute'), { x: canvas.grip('Mute').x, y: canvas.grip('Mute').y + 40 });

    expect(drawn(canvas, 'App→S3')).toBe(before);
  });

  test('moves with both its ends while a container is dragged, without being routed anew', () => {
    const canvas = testEditor(
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App'))),
        arrow('Web', 'App'),
      ),
      { Vpc: [0, 0, 700, 500], A: [40, 64, 400, 200], Web: [16, 60], App: [260, 60] },
    );
    const points = () => drawn(canvas, 'Web→App').pieces[0]?.points ?? [];
    const before = points();

    canvas.press(canvas.grip('A'));
    canvas.move({ x: canvas.grip('A').x + 40, y: canvas.grip('A').y });
    const web = canvas.box('Web');

    expect(points()).toEqual(before.map(({ x, y }) => ({ x: x + web.x - 56, y })));
    expect(web.x).toBeGreaterThan(56);
  });
});

describe('the nodes given to React Flow', () => {
  test('are the very same objects during a drag, and after it for what it did not move', () => {
    const canvas = network();
    const nodes = () =>
      new Map(
        viewOf(canvas.editor)
          .nodes()
          .map((node) => [node.id, node]),
      );
    const before = nodes();
    const to = { x: canvas.grip('Web').x + 48, y: canvas.grip('Web').y + 24 };

    canvas.press(canvas.grip('Web'));
    canvas.move(to);
    const during = nodes();
    canvas.release(to);
    const after = nodes();

    expect(during).toEqual(before);
    const changed = [...after].filter(([id, node]) => during.get(id) !== node).map(([id]) => id);
    expect(changed).toEqual(['Web']);
  });

  test('stay the same for everything when a selection changes', () => {
    const canvas = network();
    const before = viewOf(canvas.editor).nodes();

    canvas.click(canvas.grip('Web'));

    expect(viewOf(canvas.editor).nodes()).toBe(before);
  });

  test('bear their size from the start, so that none waits to be measured', () => {
    for (const { width, height, measured } of viewOf(network().editor).nodes()) {
      expect(width).toBeGreaterThan(0);
      expect(measured).toEqual({ width, height });
    }
  });

  test('show the route table of a gateway on the VPC on whose border it stands', () => {
    const { editor } = network();
    editor.store.commit('setProps', { id: 'Igw', props: { routeTable: 'Nowhere' } });
    editor.store.commit('setProps', { id: 'Private', props: { routeTable: 'Open' } });

    expect(viewOf(editor).looks().chips('Vpc')).toMatchObject([{ id: 'Nowhere', mark: 'gateway' }]);
  });

  test('leave a route table that only a gateway endpoint names marked unused', () => {
    const canvas = testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table'),
          box('gateway-endpoint', 'S3', { routeTables: { Table: true } }),
        ),
      ),
    );

    expect(viewOf(canvas.editor).looks().chips('Vpc')).toMatchObject([{ id: 'Table', mark: 'unused' }]);
  });

  test('show a route table as a chip on the subnets that name it, and one that nobody names on its VPC, marked unused', () => {
    const canvas = network();
    canvas.editor.store.commit('setProps', { id: 'Private', props: { routeTable: 'Open' } });
    const looks = viewOf(canvas.editor).looks();

    expect(looks.chips('Public').map(({ id }) => id)).toEqual(['Open']);
    expect(looks.chips('Private').map(({ id }) => id)).toEqual(['Open']);
    expect(looks.chips('Vpc')).toMatchObject([{ id: 'Nowhere', mark: 'unused' }]);
  });

  test('show a security group as a shield on what it guards', () => {
    expect(viewOf(network().editor).looks().shields('Web')).toMatchObject([{ id: 'Group' }]);
  });
});
