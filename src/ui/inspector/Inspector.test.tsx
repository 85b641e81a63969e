// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import { valuesOf } from '../../core/model/queries';
import type { RouteState } from '../../core/network/network';
import type { Trace } from '../../core/network/trace';
import { draw, type Drawn } from '../testing/draw';
import { Inspector } from './Inspector';

let drawn: Drawn | undefined;
afterEach(() => {
  drawn?.remove();
  drawn = undefined;
});

const select = (id: string) => ({ selection: new Set([id]) });
const prop = (from: Drawn, id: string, name: string): unknown => {
  const resource = from.editor.store.document.resources.get(id);
  return resource === undefined ? undefined : valuesOf(resource)[name];
};

const network = sketch(
  box(
    'vpc',
    'Vpc',
    { cidr: '10.0.0.0/16' },
    box('subnet', 'Private', { cidr: '10.0.1.0/24' }, box('instance', 'Web')),
    box('route-table', 'Table', {
      routes: {
        wide: { destination: '0.0.0.0/0', target: 'Nat' },
        narrow: { destination: '203.0.113.0/24', target: 'Gateway' },
      },
    }),
    box('subnet', 'Public', {}, box('nat-gateway', 'Nat')),
    box('internet-gateway', 'Gateway'),
    box('security-group', 'Guard'),
  ),
  box('vpc', 'Other', {}, box('security-group', 'Stranger')),
  box('internet', 'Internet'),
  arrow('Web', 'Internet', { id: 'flow' }),
);

describe('a text field', () => {
  it('is committed by Enter and by leaving it, in one undo step each', () => {
    drawn = draw(<Inspector />, network, select('Private'));

    drawn.type('IPv4 CIDR block', '10.0.2.0/24');
    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.1.0/24');
    drawn.press('IPv4 CIDR block', 'Enter');
    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.2.0/24');
    drawn.type('IPv4 CIDR block', '10.0.3.0/24');
    drawn.leave('IPv4 CIDR block');

    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.3.0/24');
    drawn.meanwhile(({ store }) => store.undo());
    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.2.0/24');
  });

  it('is not committed by the Enter that ends a composition', () => {
    drawn = draw(<Inspector />, network, select('Web'));

    drawn.type('Name', 'うぇぶ');
    drawn.press('Name', 'Enter', { isComposing: true });
    drawn.press('Name', 'Enter', { keyCode: 229 });
    expect(drawn.editor.store.document.resources.get('Web')?.name).toBe('Web');
    drawn.press('Name', 'Enter');

    expect(drawn.editor.store.document.resources.get('Web')?.name).toBe('うぇぶ');
  });

  it('goes back to what was there on Escape', () => {
    drawn = draw(<Inspector />, network, select('Private'));

    drawn.type('IPv4 CIDR block', 'nonsense');
    drawn.press('IPv4 CIDR block', 'Escape');

    expect((drawn.control('IPv4 CIDR block') as HTMLInputElement).value).toBe('10.0.1.0/24');
    expect(drawn.editor.store.undoLabel).toBeUndefined();
  });

  it('says what is wrong as one types, and keeps the wrong text as the value', () => {
    drawn = draw(<Inspector />, network, select('Private'));

    drawn.type('IPv4 CIDR block', '10.0.0.0/33');
    expect(drawn.text()).toContain('the prefix is longer than an address');
    drawn.leave('IPv4 CIDR block');

    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.0.0/33');
    expect(drawn.control('IPv4 CIDR block').getAttribute('aria-invalid')).toBe('true');
  });

  it('loses nothing that was typed when another resource is selected', () => {
    drawn = draw(<Inspector />, network, select('Private'));

    drawn.type('IPv4 CIDR block', '10.0.9.0/24');
    drawn.meanwhile(({ session }) => session.setState(select('Web')));

    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.9.0/24');
  });

  it('reads full-width digits as the address they mean', () => {
    drawn = draw(<Inspector />, network, select('Private'));

    drawn.type('IPv4 CIDR block', '１０．０．４．０／２４');
    drawn.leave('IPv4 CIDR block');

    expect(prop(drawn, 'Private', 'cidr')).toBe('10.0.4.0/24');
  });
});

describe('a reference', () => {
  it('offers what stands in the same VPC, and not what stands in another', () => {
    drawn = draw(<Inspector />, network, select('Web'));

    const offered = drawn.control('Add to Security groups').textContent;

    expect(offered).toContain('Guard');
    expect(offered).not.toContain('Stranger');
  });

  it('makes a new security group and refers to it in one undo step', () => {
    drawn = draw(<Inspector />, network, select('Web'));
    const before = drawn.editor.store.document;

    drawn.choose('Add to Security groups', 'New security group…');

    const [made] = Object.keys(prop(drawn, 'Web', 'securityGroups') as object);
    const group = drawn.editor.store.document.resources.get(made ?? '');
    expect(group).toMatchObject({ kind: 'security-group', parentId: 'Vpc', name: 'SecurityGroup' });
    drawn.meanwhile(({ store }) => store.undo());
    expect(drawn.editor.store.document).toEqual(before);
  });
});

it('shows the zone that the box around a subnet decides, and lets nobody type another', () => {
  const zoned = sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('availability-zone', 'Zone', { zone: 'ap-northeast-1c' }, box('subnet', 'Inner')),
    ),
  );

  drawn = draw(<Inspector />, zoned, select('Inner'));

  expect(drawn.text()).toContain('ap-northeast-1c');
  expect(drawn.has('Availability Zone')).toBe(false);
});

it('shows an unknown value with its reason, until a concrete one is set', () => {
  const reason = { en: 'the parameter Cidr has no default', ja: 'パラメータ Cidr に既定値がありません' };
  const unknown = sketch(box('vpc', 'Vpc', { cidr: { unknown: reason } }));
  drawn = draw(<Inspector />, unknown, select('Vpc'));
  expect(drawn.text()).toContain('the parameter Cidr has no default');

  drawn.click('IPv4 CIDR block: Set a value');

  expect(prop(drawn, 'Vpc', 'cidr')).toBe('10.0.0.0/16');
});

describe('the routes of a table', () => {
  const states: readonly RouteState[] = [
    { rowKey: null, destination: '10.0.0.0/16', target: null, state: 'local' },
    { rowKey: 'wide', destination: '0.0.0.0/0', target: 'Nat', state: 'active' },
    { rowKey: 'narrow', destination: '203.0.113.0/24', target: 'Gateway', state: 'blackhole' },
  ];
  const packet = {
    source: '10.0.1.4',
    destination: '198.51.100.1',
    protocol: 'tcp',
    sourcePorts: [32768, 65535],
    destinationPorts: [443, 443],
  } as const;
  const trace: Trace = {
    verdict: 'reachable',
    resolution: null,
    forward: {
      disposition: 'exits-to-internet',
      steps: [
        {
          at: 'Private',
          what: 'route',
          direction: null,
          verdict: 'pass',
          because: {
            resource: 'Table',
            row: '0.0.0.0/0 → Nat',
            field: 'routes',
            rowKey: 'wide',
            says: { en: 'the longest prefix', ja: '最長のプレフィックス' },
          },
          packet,
          lost: [{ row: '203.0.113.0/24 → Gateway', because: { en: 'does not cover it', ja: '含みません' } }],
        },
      ],
    },
    return: null,
    blockedBy: [],
    unknowns: [],
  };

  it('mark the one that wins for the flow in focus, say why others lost, and show the blackhole', () => {
    drawn = draw(<Inspector />, network, { ...select('Table'), flowInFocus: 'flow' });
    drawn.answer({ routes: new Map([['Table', states]]), traces: new Map([['flow', trace]]) });

    const rows = [...document.querySelectorAll('fieldset.rows-row')];

    expect(rows.map((row) => row.textContent?.includes('Wins'))).toEqual([true, false]);
    expect(rows[1]?.textContent).toContain('Blackhole');
    expect(rows[1]?.textContent).toContain('does not cover it');
    expect(drawn.text()).toContain('10.0.0.0/16');
  });

  it('grow by Enter in a cell, with the caret in the new row, and shrink by Delete', () => {
    drawn = draw(<Inspector />, network, select('Table'));

    drawn.press('Destination', 'Enter');
    expect(Object.keys(prop(drawn, 'Table', 'routes') as object)).toEqual(['wide', 'narrow', 'r-new1']);
    expect(document.activeElement?.getAttribute('data-field')).toBe('routes.r-new1.destination');
    drawn.press('Delete Routes 1', 'Delete');

    expect(Object.keys(prop(drawn, 'Table', 'routes') as object)).toEqual(['narrow', 'r-new1']);
  });

  it('have the caret moved to the cell that a finding names', () => {
    drawn = draw(<Inspector />, network, select('Table'));

    drawn.meanwhile(({ session }) =>
      session.setState({ fieldInFocus: { id: 'Table', field: 'routes.narrow.target' } }),
    );

    expect(document.activeElement?.getAttribute('data-field')).toBe('routes.narrow.target');
  });
});

describe('rules', () => {
  it('take a port, a range or nothing in one box', () => {
    drawn = draw(<Inspector />, network, select('Guard'));
    drawn.choose('Add inbound rule: Presets…', 'SSH 22');
    const rule = () => Object.values(prop(drawn as Drawn, 'Guard', 'inbound') as object)[0];
    expect(rule()).toMatchObject({ protocol: 'tcp', fromPort: 22, toPort: 22 });

    drawn.type('Ports', '1024-65535');
    drawn.leave('Ports');
    expect(rule()).toMatchObject({ fromPort: 1024, toPort: 65535 });
    drawn.type('Ports', '');
    drawn.leave('Ports');

    expect(rule()).toMatchObject({ fromPort: null, toPort: null });
  });

  it('lose the port with the protocol that had it, and have the usual one again with the next', () => {
    drawn = draw(<Inspector />, network, select('Guard'));
    drawn.choose('Add inbound rule: Presets…', 'SSH 22');
    const rule = () => Object.values(prop(drawn as Drawn, 'Guard', 'inbound') as object)[0];

    drawn.choose('Protocol', 'ICMP (IPv6)');
    expect(rule()).toMatchObject({ protocol: 'icmpv6', fromPort: null, toPort: null });
    drawn.choose('Protocol', 'UDP');
    expect(rule()).toMatchObject({ protocol: 'udp', fromPort: 443, toPort: 443 });
    drawn.choose('Protocol', 'TCP');

    expect(rule()).toMatchObject({ protocol: 'tcp', fromPort: 443, toPort: 443 });
  });

  it('name a group by its name, and keep what is no group and no block as it was typed', () => {
    drawn = draw(<Inspector />, network, select('Guard'));
    drawn.choose('Add inbound rule: Presets…', 'SSH 22');
    const peer = () =>
      (Object.values(prop(drawn as Drawn, 'Guard', 'inbound') as object)[0] as { peer: unknown }).peer;

    drawn.type('Source', 'Guard');
    drawn.leave('Source');
    expect(peer()).toEqual({ ref: 'Guard' });
    drawn.type('Source', '10.0.0.0/8x');
    drawn.leave('Source');

    expect(peer()).toBe('10.0.0.0/8x');
    expect(drawn.text()).toContain('is not a CIDR block');
  });

  it('of an ACL get the next hundred, and stay in the order of their numbers', () => {
    drawn = draw(<Inspector />, sketch(box('vpc', 'Vpc', {}, box('network-acl', 'Acl'))), select('Acl'));

    drawn.click('Add inbound rule');
    expect(Object.values(prop(drawn, 'Acl', 'inbound') as object)).toMatchObject([
      { number: 100 },
      { number: 200 },
    ]);
    const numbers = () =>
      [...document.querySelectorAll<HTMLInputElement>('[data-field^="inbound."][data-field$=".number"]')].map(
        ({ value }) => value,
      );
    const row = document.activeElement?.getAttribute('data-field')?.split('.')[1] ?? '';
    drawn.meanwhile(({ store }) =>
      store.commit('setRow', { id: 'Acl', field: 'inbound', row, values: { number: 50 } }),
    );

    expect(numbers()).toEqual(['50', '100']);
  });
});

it('applies a fix in one undo step, and shows it as a preview while it is pointed at', () => {
  const plan = {
    title: { en: 'Rename both', ja: '両方の名前を変更' },
    commands: [
      call('renameResource', { id: 'Web', name: 'One' }),
      call('renameResource', { id: 'Private', name: 'Two' }),
    ],
  };
  drawn = draw(<Inspector />, network, select('Web'));
  drawn.answer({
    findings: [
      {
        rule: 'some-rule',
        severity: 'error',
        key: 'some-rule:Web',
        on: ['Web'],
        message: { en: 'Something is wrong', ja: '問題があります' },
        fixes: [plan],
      },
    ],
  });
  const before = drawn.editor.store.document;

  drawn.meanwhile(() => drawn?.control('Rename both').focus());
  expect(drawn.editor.session.getState().preview?.title.en).toBe('Rename both');
  drawn.click('Rename both');

  expect(drawn.editor.store.document.resources.get('Private')?.name).toBe('Two');
  expect(drawn.editor.session.getState().preview).toBeNull();
  drawn.meanwhile(({ store }) => store.undo());
  expect(drawn.editor.store.document).toEqual(before);
});

it('sets a common field of several resources at once', () => {
  const two = sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'A', { mapPublicIp: true }),
      box('subnet', 'B', { mapPublicIp: false }),
    ),
  );
  drawn = draw(<Inspector />, two, { selection: new Set(['A', 'B']) });
  expect((drawn.control('Auto-assign public IPv4 address') as HTMLInputElement).indeterminate).toBe(true);

  drawn.click('Auto-assign public IPv4 address');

  expect([prop(drawn, 'A', 'mapPublicIp'), prop(drawn, 'B', 'mapPublicIp')]).toEqual([true, true]);
});

it('tells of a table who uses it, also those who name none', () => {
  const implied = sketch(
    box('vpc', 'Vpc', {}, box('route-table', 'Main', { main: true }), box('subnet', 'Quiet')),
  );

  drawn = draw(<Inspector />, implied, select('Main'));

  expect(drawn.text()).toContain('Quiet');
  expect(drawn.text()).toContain('as the default');
});
