import { describe, expect, it } from 'vitest';
import { catalog } from '../../awsKinds';
import { entriesFor, entriesOf } from './entries';

const all = entriesOf(catalog);
const found = (query: string): readonly string[] =>
  entriesFor(all, query).flatMap(({ entries }) => entries.map(({ label }) => label.en));

describe('the palette', () => {
  it('offers every kind without a search', () => {
    const offered = entriesFor(all, '').flatMap(({ entries }) => entries);

    expect(new Set(offered.map(({ kind }) => kind.kind))).toEqual(new Set(catalog.kinds.keys()));
  });

  it('begins with the boxes from the outside inwards', () => {
    expect(found('').slice(0, 4)).toEqual(['Region', 'VPC', 'Availability Zone', 'Subnet']);
  });

  it('finds a resource by its Japanese name, in hiragana too', () => {
    expect(found('サブネット')).toEqual(['Subnet']);
    expect(found('さぶねっと')).toEqual(['Subnet']);
  });

  it('finds a resource by the name of its CloudFormation type', () => {
    expect(found('EC2::NatGateway')).toEqual(['NAT gateway']);
  });

  it('finds gateways and lists by the abbreviations people use', () => {
    expect(found('igw')).toContain('Internet gateway');
    expect(found('nacl')).toEqual(['Network ACL']);
    expect(found('ｉｇｗ')).toContain('Internet gateway');
  });

  it('finds services by the names of their endpoints, also those it does not list', () => {
    expect(found('ecr.dkr')).toEqual(['Amazon ECR Docker registry']);
    expect(found('athena')).toEqual(['Amazon Athena']);
    expect(found('')).not.toContain('Amazon Athena');
  });

  it('finds nothing for a word that nothing is called', () => {
    expect(found('qqqq')).toEqual([]);
  });
});
