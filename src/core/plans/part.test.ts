import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { arrow, box, sketch } from '../model/sketch';
import { contextOf } from '../rules/validate';
import { largeDesign } from '../../testing/largeDesign';
import { partConcerning } from './part';

test('a part has the networks concerned, what stands outside, and the arrows between them', () => {
  const context = contextOf(catalog, fromSketch(catalog, twoVpcs({})));

  const part = partConcerning(context, ['A']);

  expect([...part.document.resources.keys()]).toEqual(['Tokyo', 'VpcA', 'SubnetA', 'A', 'S3']);
  expect(part.flows.map(({ id }) => id)).toEqual(['A→S3']);
});

test('networks that refer to one another stay together', () => {
  const context = contextOf(catalog, fromSketch(catalog, twoVpcs({ securityGroups: { GroupB: true } })));

  const part = partConcerning(context, ['A']);

  expect(part.document.resources.has('B')).toBe(true);
});

test('a new id is free in the whole design, not only in the part', () => {
  const context = contextOf(catalog, fromSketch(catalog, twoVpcs({})));

  expect(partConcerning(context, ['A']).freshId('B')).toBe('B2');
});

test('in its part, every arrow of a large design has the verdict it has in the whole', () => {
  const context = contextOf(catalog, largeDesign(catalog, 300, 'blocked'));

  for (const { id, from, to } of context.flows) {
    const part = partConcerning(context, [from, to]);
    const alone = contextOf(catalog, part.document);
    expect(part.document.resources.size).toBeLessThan(context.document.resources.size);
    expect(alone.traces.get(id)).toEqual(context.traces.get(id));
  }
});

function twoVpcs(props: { readonly securityGroups?: Readonly<Record<string, true>> }) {
  return sketch(
    box(
      'region',
      'Tokyo',
      {},
      box('vpc', 'VpcA', {}, box('subnet', 'SubnetA', {}, box('instance', 'A', props))),
      box(
        'vpc',
        'VpcB',
        { cidr: '10.1.0.0/16' },
        box('security-group', 'GroupB'),
        box('subnet', 'SubnetB', {}, box('instance', 'B')),
      ),
      box('aws-service', 'S3', { service: 's3' }),
    ),
    arrow('A', 'S3'),
    arrow('B', 'S3'),
  );
}
