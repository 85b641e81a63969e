import { describe, expect, test } from 'vitest';
import { attachment, flow, subnet, transitGateway, transitTable, unknown, vpc } from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import { site, all, two, changed, withTable } from '../../../testing/transit';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

// https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
describe('TG3 the tables of a transit gateway', () => {
  const three = [...two, ...site('C')];
  const row = (facts: readonly Fact[], to: Parameters<typeof flow>[1] = 'HostB') =>
    traceOf(facts, 'HostA', to).forward.steps.find(({ what }) => what === 'transit-gateway-route');
  const everywhere = {
    associations: ['AttachA', 'AttachB', 'AttachC'],
    propagations: ['AttachA', 'AttachB', 'AttachC'],
  };

  test('the longest prefix wins, and the row that lost says why', () => {
    const facts = withTable(three, { ...everywhere, routes: { '10.1.0.0/24': 'AttachC' } });

    expect(row(facts)?.because.row).toBe('10.1.0.0/24 → AttachC');
    expect(row(facts)?.lost).toEqual([
      {
        row: '10.1.0.0/16 → AttachB (propagated)',
        because: expect.objectContaining({ en: '10.1.0.0/24 → AttachC is more specific' }),
        analyzerCode: 'TGW_RTB_MORE_SPECIFIC_ROUTE',
        leadsTo: 'AttachB',
      },
    ]);
  });

  test('a static route beats a propagated one to the same block', () => {
    const facts = withTable(three, { ...everywhere, routes: { '10.1.0.0/16': 'AttachC' } });

    expect(row(facts)?.because).toMatchObject({
      row: '10.1.0.0/16 → AttachC',
      field: 'routes',
      rowKey: '10.1.0.0/16',
    });
    expect(row(facts)?.lost?.[0]?.because.en).toBe('10.1.0.0/16 → AttachC has priority');
  });

  test('a blackhole drops what it wins, and lets nothing through to a shorter prefix', () => {
    const facts = withTable(three, { ...all, routes: { '10.1.0.0/16': null } });

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'TgwTable',
      rowKey: '10.1.0.0/16',
      code: 'blackhole',
      analyzerCode: 'TGW_RTB_BAD_STATE_ROUTE',
    });
  });

  test('a route to an attachment that is gone, or another transit gateway’s, is a blackhole', () => {
    const gone = withTable(two, { ...all, routes: { '10.1.0.0/24': 'Gone' } });
    const foreign = [
      ...withTable(two, { ...all, routes: { '10.1.0.0/24': 'Other' } }),
      attachment('Other', 'OtherTgw', 'VpcB', ['SubnetB']),
      transitGateway('OtherTgw'),
    ];

    for (const facts of [gone, foreign])
      expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
        resource: 'TgwTable',
        code: 'blackhole',
      });
  });

  test('a table says what has become of its routes', () => {
    const facts = withTable(three, {
      ...everywhere,
      routes: { '10.1.0.0/16': 'AttachC', '10.9.0.0/16': null },
    });

    expect(compileNetwork(facts).routesOf('TgwTable')).toEqual([
      { rowKey: '10.1.0.0/16', destination: '10.1.0.0/16', target: 'AttachC', state: 'active' },
      { rowKey: '10.9.0.0/16', destination: '10.9.0.0/16', target: null, state: 'blackhole' },
      { rowKey: null, destination: '10.0.0.0/16', target: 'AttachA', state: 'active' },
      {
        rowKey: null,
        destination: '10.1.0.0/16',
        target: 'AttachB',
        state: 'active',
        beatenBy: '10.1.0.0/16',
      },
      { rowKey: null, destination: '10.2.0.0/16', target: 'AttachC', state: 'active' },
    ]);
  });

  test('two static routes to one block leave the answer open', () => {
    const facts = changed(
      withTable(three, { ...everywhere, routes: { '10.1.0.0/16': 'AttachC' } }),
      'TgwTable',
      'transit-gateway-route-table',
      (fact) => ({
        ...fact,
        routes: {
          ...fact.routes,
          again: { destination: '10.1.0.0/16', attachment: 'AttachB' },
        },
      }),
    );

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('unknown');
  });

  test('an attachment that two tables claim leaves the answer open', () => {
    const facts = [...two, transitTable('Second', 'Tgw', { associations: ['AttachA'] })];

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(facts, 'HostB', 'HostA').verdict).toBe('unknown');
  });

  test('an attachment may propagate to many tables', () => {
    const facts = [
      ...two.filter(({ by }) => by !== 'TgwTable'),
      transitTable('ForA', 'Tgw', { associations: ['AttachA'], propagations: ['AttachB'] }),
      transitTable('ForB', 'Tgw', { associations: ['AttachB'], propagations: ['AttachA', 'AttachB'] }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  describe('the default table', () => {
    const bare = (more: Parameters<typeof transitGateway>[1]): Fact[] => [
      ...two.filter(({ by }) => by !== 'Tgw' && by !== 'TgwTable'),
      transitGateway('Tgw', more),
    ];

    test('serves attachments that no table names, when the defaults are on', () => {
      const facts = bare({ defaultAssociation: true, defaultPropagation: true });

      expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
      expect(row(facts)?.because).toMatchObject({
        resource: 'Tgw',
        row: 'default route table: 10.1.0.0/16 → AttachB (propagated)',
      });
    });

    test('is empty without propagation, and decides for nobody without association', () => {
      expect(
        traceOf(bare({ defaultAssociation: true, defaultPropagation: false }), 'HostA', 'HostB').blockedBy[0],
      ).toMatchObject({ resource: 'Tgw', row: 'default route table', code: 'no-route' });
      expect(
        traceOf(bare({ defaultAssociation: false, defaultPropagation: true }), 'HostA', 'HostB').blockedBy[0],
      ).toMatchObject({ resource: 'AttachA', analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION' });
    });

    test('may be drawn, with routes of its own', () => {
      const facts = [
        ...bare({ defaultAssociation: true, defaultPropagation: true }),
        transitTable('Drawn', 'Tgw', { isDefault: true, routes: { '10.1.0.0/24': null } }),
      ];

      expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
        resource: 'Drawn',
        code: 'blackhole',
      });
      expect(traceOf(facts, 'HostB', 'HostA').blockedBy[0]).toMatchObject({
        resource: 'Drawn',
        direction: 'return',
      });
    });

    test('gives way to a table that names the attachment', () => {
      const facts = [
        ...bare({ defaultAssociation: true, defaultPropagation: true }),
        transitTable('Own', 'Tgw', { associations: ['AttachA'] }),
      ];

      expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
        resource: 'Own',
        code: 'no-route',
      });
    });

    test('leaves the answer open where nobody says whether it is used', () => {
      for (const more of [
        { defaultAssociation: unknown, defaultPropagation: true },
        { defaultAssociation: true, defaultPropagation: unknown },
      ])
        expect(traceOf(bare(more), 'HostA', 'HostB').verdict).toBe('unknown');
    });
  });

  test('of VPCs whose blocks overlap one propagates, and nobody knows which', () => {
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
    const facts = [
      ...changed(two, 'VpcB', 'network', (fact) => ({ ...fact, blocks: [...fact.blocks, '10.9.0.0/16'] })),
      ...site('C').map((fact) =>
        fact.by === 'VpcC' && fact.fact === 'network'
          ? { ...fact, blocks: [...fact.blocks, '10.9.8.0/24'] }
          : fact,
      ),
    ];

    expect(traceOf(withTable(facts, everywhere), 'HostA', { address: '10.9.8.1' }).verdict).toBe('unknown');
    expect(traceOf(withTable(facts, everywhere), 'HostA', { address: '10.9.0.1' }).verdict).toBe('unknown');
    expect(traceOf(withTable(facts, everywhere), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(
      traceOf(withTable(facts, { ...everywhere, propagations: ['AttachA', 'AttachB'] }), 'HostA', {
        address: '10.9.0.1',
      }).verdict,
    ).toBe('blocked');
  });

  test('a static route settles it', () => {
    const twins = [
      ...two,
      ...site('C').map((fact) =>
        fact.by === 'VpcC' && fact.fact === 'network' ? { ...fact, blocks: ['10.1.0.0/16'] } : fact,
      ),
    ];

    expect(traceOf(withTable(twins, everywhere), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(
      traceOf(withTable(twins, { ...everywhere, routes: { '10.1.0.0/16': 'AttachB' } }), 'HostA', 'HostB')
        .verdict,
    ).toBe('reachable');
  });

  test('what a VPC propagates whose blocks are not known may be any address', () => {
    const facts = withTable(
      [
        ...two,
        vpc('Elsewhere', '', { blocks: [unknown] }),
        subnet('Far', 'Elsewhere', ''),
        attachment('AttachFar', 'Tgw', 'Elsewhere', ['Far']),
      ],
      {
        associations: ['AttachA', 'AttachB', 'AttachFar'],
        propagations: ['AttachA', 'AttachB', 'AttachFar'],
      },
    );

    expect(traceOf(facts, 'HostA', { address: '10.77.0.1' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('a destination, an attachment or a gateway that nobody says leaves the answer open', () => {
    const withRow = (values: object): Fact[] =>
      changed(two, 'TgwTable', 'transit-gateway-route-table', (fact) => ({
        ...fact,
        routes: { r: { destination: '10.1.0.0/24', attachment: 'AttachB', ...values } },
      }));

    for (const values of [{ destination: unknown, attachment: 'AttachA' }, { attachment: unknown }])
      expect(traceOf(withRow(values), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(
      traceOf(withTable(two, { ...all, associations: ['AttachB', unknown] }), 'HostA', 'HostB').verdict,
    ).toBe('unknown');
    expect(
      traceOf(withTable(two, { ...all, propagations: ['AttachA', unknown] }), 'HostA', 'HostB').verdict,
    ).toBe('unknown');
    expect(
      traceOf(withTable(two, { ...all, propagations: [...all.propagations, unknown] }), 'HostA', 'internet')
        .verdict,
    ).toBe('blocked');
    expect(
      traceOf(
        changed(two, 'AttachA', 'transit-gateway-attachment', (fact) => ({
          ...fact,
          transitGateway: unknown,
        })),
        'HostA',
        'HostB',
      ).verdict,
    ).toBe('unknown');
  });
});
