import { describe, expect, it } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import type { Document } from '../model/document';
import { box, sketch, type Box } from '../model/sketch';
import { diffOf } from './diff';

const vpc = (...inside: readonly Box[]): Document =>
  fromSketch(catalog, sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, ...inside)));
const changes = (before: Document, after: Document) => diffOf(catalog, before, after).resources;

/** The document with another id for a resource of it that nothing refers to. */
function withId(document: Document, id: string, other: string): Document {
  const resources = new Map(
    [...document.resources].map(([key, each]) =>
      key === id ? ([other, { ...each, id: other }] as const) : ([key, each] as const),
    ),
  );
  return { ...document, resources };
}

describe('changes of resources', () => {
  it('tell a rename from a removal and an addition where everything else is the same', () => {
    const after = withId(vpc(box('subnet', 'Front', { cidr: '10.0.1.0/24' })), 'Front', 'subnet-2');

    expect(changes(vpc(box('subnet', 'Web', { cidr: '10.0.1.0/24' })), after)).toEqual([
      { is: 'renamed', id: 'Web', before: 'Web', after: 'Front' },
    ]);
  });

  it('take two of other names and other content for two', () => {
    const after = withId(vpc(box('subnet', 'Front', { cidr: '10.0.2.0/24' })), 'Front', 'subnet-2');

    expect(changes(vpc(box('subnet', 'Web', { cidr: '10.0.1.0/24' })), after)).toEqual([
      { is: 'removed', id: 'Web' },
      { is: 'added', id: 'subnet-2' },
    ]);
  });

  it('do not mistake a resource of another kind for the one whose id it has', () => {
    expect(changes(vpc(box('internet-gateway', 'Way')), vpc(box('route-table', 'Way')))).toEqual([
      { is: 'removed', id: 'Way' },
      { is: 'added', id: 'Way 2' },
    ]);
  });

  it('find what was moved into another box', () => {
    const subnets = (first: readonly Box[], second: readonly Box[]): Document =>
      vpc(
        box('subnet', 'One', { cidr: '10.0.1.0/24' }, ...first),
        box('subnet', 'Two', { cidr: '10.0.2.0/24' }, ...second),
      );

    expect(changes(subnets([box('instance', 'Web')], []), subnets([], [box('instance', 'Web')]))).toEqual([
      { is: 'moved', id: 'Web', before: 'One', after: 'Two' },
    ]);
  });

  it('compare rows of a table by what is in them, whatever their keys are', () => {
    const rule = (port: number) =>
      ({ protocol: 'tcp', fromPort: port, toPort: port, peer: '10.0.0.0/8' }) as const;
    const group = (inbound: Readonly<Record<string, ReturnType<typeof rule>>>): Document =>
      vpc(box('security-group', 'Group', { inbound }));

    expect(changes(group({ a: rule(80), b: rule(443) }), group({ x: rule(443), y: rule(80) }))).toEqual([]);
    expect(changes(group({ a: rule(80), b: rule(443) }), group({ x: rule(443) }))).toMatchObject([
      { is: 'row-removed', id: 'Group', field: 'inbound', row: { fromPort: 80 } },
    ]);
    expect(changes(group({ a: rule(80) }), group({ a: rule(8080) }))).toMatchObject([
      { is: 'row-changed', field: 'inbound', before: { fromPort: 80 }, after: { fromPort: 8080 } },
    ]);
  });

  it('leave out fields that mean nothing beside the others', () => {
    const rule = { protocol: 'any', peer: '10.0.0.0/8' } as const;
    const group = (fromPort: number): Document =>
      vpc(box('security-group', 'Group', { inbound: { all: { ...rule, fromPort, toPort: fromPort } } }));

    expect(changes(group(1), group(2))).toEqual([]);
  });
});
