/** Random command calls for property tests: mostly about what a document has, sometimes about what it has not. */
import fc from 'fast-check';
import type { Catalog } from '../core/catalog/catalog';
import { newResource } from '../core/catalog/newResource';
import { call, type CommandCall } from '../core/commands';
import type { SceneOption } from '../core/commands/setScene';
import { lensNames } from '../core/lenses/lens';
import type { Document, Flow } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { valuesOf } from '../core/model/queries';
import { arbitraryDocument, arbitraryText } from './arbitraryDocument';

export function arbitraryCalls(catalog: Catalog, document: Document): fc.Arbitrary<readonly CommandCall[]> {
  return fc.array(arbitraryCall(catalog, document), { minLength: 1, maxLength: 6 });
}

function arbitraryCall(catalog: Catalog, document: Document): fc.Arbitrary<CommandCall> {
  const id = fc.constantFrom(...document.resources.keys(), 'gone');
  const ids = fc.uniqueArray(id, { maxLength: 4 });
  const flowId = fc.constantFrom(...document.flows.keys(), 'gone');
  const sceneId = fc.constantFrom(...document.scenes.keys(), 'gone');
  const newId = fc.constantFrom('fresh', ...document.resources.keys());
  const order = fc.constantFrom('U', 'V', 'UV', 'a1');
  const coordinate = fc.integer({ min: -3000, max: 3000 });
  const size = fc.integer({ min: 1, max: 3000 });
  const kind = fc.constantFrom(...[...catalog.kinds.keys()].map((name) => name as KindName)); // the catalog's names
  const words = fc.record({ en: arbitraryText, ja: arbitraryText });
  const flowValues = fc.record(
    {
      from: id,
      to: id,
      protocol: fc.constantFrom('tcp' as const, 'icmp' as const),
      port: fc.option(fc.integer({ min: 1, max: 65535 })),
      gbPerMonth: fc.option(fc.nat()),
      expect: fc.constantFrom('reachable' as const, 'blocked' as const),
      label: arbitraryText,
    },
    { requiredKeys: [] },
  );
  const flows = fc
    .uniqueArray(flowId, { maxLength: 3 })
    .map((chosen) => Object.fromEntries(chosen.map((each) => [each, true as const])));
  const resources = fc
    .uniqueArray(id, { maxLength: 3 })
    .map((chosen) => Object.fromEntries(chosen.map((each) => [each, true as const])));
  const build = fc.record(
    { order, block: fc.integer({ min: 1, max: 9 }), flows, resources, packet: flowId },
    { requiredKeys: ['order'] },
  );
  const sceneOptions = {
    notes: words,
    lens: fc.constantFrom(...lensNames),
    asks: flowId,
    builds: fc.dictionary(fc.constantFrom('a', 'b', 'c'), build, { minKeys: 1 }),
  };
  const scene = fc.record(
    {
      id: fc.constantFrom('new scene', ...document.scenes.keys()),
      order,
      title: words,
      text: words,
      camera: fc.record({ x: coordinate, y: coordinate, w: size, h: size }),
      flows,
      ...sceneOptions,
    },
    { requiredKeys: ['id', 'order', 'title', 'text', 'camera', 'flows'] },
  );
  const scopeId = fc.constantFrom(...document.scopes.keys(), 'gone');
  const members = fc
    .uniqueArray(id, { maxLength: 3 })
    .map((chosen) => Object.fromEntries(chosen.map((each) => [each, true as const])));
  const expectations = fc.dictionary(
    fc.constantFrom('a', 'b'),
    fc.record({
      direction: fc.constantFrom('out' as const, 'in' as const),
      other: fc.oneof(
        fc.constant({ internet: true as const }),
        id.map((resource) => ({ resource })),
      ),
      protocol: fc.constantFrom('tcp' as const, 'any' as const),
      port: fc.option(fc.integer({ min: 1, max: 65535 })),
      expect: fc.constantFrom('reachable' as const, 'blocked' as const),
    }),
  );
  const scopeValues = fc.record({ name: arbitraryText, members, expectations });
  // Props of the right types, borrowed from a random document.
  const someProps = arbitraryDocument(catalog, 4).map((other) => {
    const byKind = new Map([...other.resources.values()].map((each) => [each.kind, valuesOf(each)]));
    return (of: KindName) => byKind.get(of) ?? {};
  });

  return fc.oneof(
    id.map((chosen) =>
      call('acceptGuess', { template: 't', place: ['Resources', chosen, 'Properties', 'VpcId'] }),
    ),
    fc
      .record({
        kind,
        id: newId,
        name: arbitraryText,
        parentId: fc.option(id),
        order,
        x: coordinate,
        y: coordinate,
      })
      .map((args) => call('addResource', args)),
    fc.record({ ids, collapsed: fc.boolean() }).map((args) => call('collapseResources', args)),
    fc.record({ id: newId, from: id, to: id, order }).map((args) => call('addFlow', args)),
    scene.map((args) => call('addScene', { scene: args })),
    fc
      .tuple(fc.constantFrom('new scope', ...document.scopes.keys()), order, scopeValues)
      .map(([newScope, place, values]) =>
        call('addScope', { scope: { id: newScope, order: place, ...values } }),
      ),
    fc.uniqueArray(scopeId).map((chosen) => call('deleteScopes', { ids: chosen })),
    fc.record({ id: scopeId, values: scopeValues }).map((args) => call('setScope', args)),
    fc.uniqueArray(flowId).map((chosen) => call('deleteFlows', { ids: chosen })),
    ids.map((chosen) => call('deleteResources', { ids: chosen })),
    fc.uniqueArray(sceneId).map((chosen) => call('deleteScenes', { ids: chosen })),
    fc
      .array(fc.record({ id, parentId: fc.option(id), x: coordinate, y: coordinate }), { maxLength: 3 })
      .map((moves) => call('moveResources', { moves })),
    fc.record({ kind, id: newId, parentId: fc.option(id), from: id, to: id }).map((given) => {
      const pasted = newResource(catalog, { ...given, name: 'Pasted', order: 'V' });
      const flow: Flow = {
        id: 'pasted',
        from: given.from,
        to: given.to,
        protocol: 'tcp',
        port: 443,
        gbPerMonth: null,
        expect: 'reachable',
        label: '',
        bends: {},
        order: 'V',
      };
      return call('pasteResources', { resources: [pasted], flows: [flow] });
    }),
    fc
      .dictionary(id, fc.record({ x: coordinate, y: coordinate, w: size, h: size }, { requiredKeys: [] }))
      .map((places) => call('placeResources', { places })),
    arbitraryText.map((name) => call('renameDocument', { name })),
    fc.record({ id, name: arbitraryText }).map((args) => call('renameResource', args)),
    arbitraryDocument(catalog, 4).map((version) => call('restoreDocument', { document: version })),
    fc.record({ id: flowId, values: flowValues }).map((args) => call('setFlow', args)),
    fc.record({ id, kind, parentId: fc.option(id), newId }).map((given) => {
      const by = newResource(catalog, {
        kind: given.kind,
        id: given.newId,
        parentId: given.parentId,
        name: 'Another',
        order: 'V',
      });
      return call('replaceResource', { id: given.id, by });
    }),
    fc.record({ ids, locked: fc.boolean() }).map((args) => call('setLocked', args)),
    fc.dictionary(id, order).map((orders) => call('setZOrders', { orders })),
    fc.record({ ids, group: fc.constantFrom(null, 'g', 'h') }).map((args) => call('setGroup', args)),
    fc.tuple(id, someProps).map(([chosen, propsOf]) => {
      const of = document.resources.get(chosen)?.kind;
      return call('setProps', {
        id: chosen,
        props: of === undefined ? { cidr: '10.0.0.0/8' } : propsOf(of),
      });
    }),
    fc
      .record({ id, row: fc.constantFrom('a', 'new row'), gone: fc.boolean(), pick: fc.nat() })
      .map(({ id: chosen, row, gone, pick }) => {
        const resource = document.resources.get(chosen);
        const tables =
          resource === undefined
            ? []
            : [...catalog.fields(resource.kind)].filter(([, field]) => field.control === 'rows');
        return call('setRow', {
          id: chosen,
          field: tables[pick % Math.max(1, tables.length)]?.[0] ?? 'name',
          row,
          values: gone ? null : {},
        });
      }),
    fc
      .record({
        id: sceneId,
        values: fc.record({ title: words, text: words, flows, ...sceneOptions }, { requiredKeys: [] }),
        without: fc.subarray<SceneOption>(['notes', 'lens', 'plan', 'asks', 'builds', 'gone']),
      })
      .map((args) => call('setScene', args)),
    fc.record({ finding: arbitraryText, reason: arbitraryText }).map((args) => call('suppressFinding', args)),
    arbitraryText.map((finding) => call('unsuppressFinding', { finding })),
  );
}
