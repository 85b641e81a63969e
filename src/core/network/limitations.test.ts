import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { createCatalog } from '../catalog/catalog';
import { unmodelledTypes } from '../cfn/unmodelled/table';
import { entryFor } from '../cfn/unmodelled/unmodelledIn';
import type { KindName } from '../model/kinds';
import { limitationsOf } from './limitations';

describe('a CFN type that a kind takes', () => {
  const kinds = [...catalog.kinds.values()] as unknown as { readonly kind: KindName }[];
  const before = limitationsOf(catalog)
    .map(({ en }) => en)
    .join();

  test.each([
    ['draws it', { types: ['AWS::NetworkFirewall::Firewall'] }, 'Network Firewall'],
    [
      'absorbs it',
      { types: ['AWS::Made::Up'], satellites: [{ type: 'AWS::EC2::SubnetCidrBlock' }] },
      'IPv6 blocks that a subnet gets',
    ],
  ])('is listed no more: one that %s', (_, cfn, words) => {
    const more = createCatalog([...kinds, { kind: 'made-up', fields: {}, parents: [], cfn } as never]);

    expect(before).toContain(words);
    expect(
      limitationsOf(more)
        .map(({ en }) => en)
        .join(),
    ).not.toContain(words);
  });
});

describe('the table of unmodelled types', () => {
  test('names each type once', () => {
    const all = unmodelledTypes.flatMap(({ types }) => types);

    expect([...new Set(all)]).toEqual(all);
  });

  test('says of each what it is in both languages', () => {
    for (const { what } of unmodelledTypes) {
      expect(what.en).toMatch(/\S/);
      expect(what.ja).toMatch(/[぀-ヿ一-鿿A-Z]/);
    }
  });

  test.each([
    ['AWS::EC2::TransitGatewayRoute', 'AWS::EC2::TransitGateway'],
    ['AWS::NetworkFirewall::RuleGroup', 'AWS::NetworkFirewall::Firewall'],
    ['Custom::Anything', 'AWS::CloudFormation::CustomResource'],
    ['My::Own::Network::MODULE', '*::MODULE'],
    ['AWS::EC2::RouteServerPropagation', 'AWS::EC2::RouteServerPropagation'],
    ['AWS::S3::Bucket', undefined],
    ['', undefined],
  ])('has the entry for %s', (type, first) => {
    expect(entryFor(type)?.types[0]).toBe(first);
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html#mtu-quotas
test.each([
  ['OT4', /Packet sizes/],
  ['NG9', /connection limits/],
])('%s is listed among what is not analysed', (_, words) => {
  expect(limitationsOf(catalog).map(({ en }) => en)).toContainEqual(expect.stringMatching(words));
});
