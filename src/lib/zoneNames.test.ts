import { expect, test } from 'vitest';
import { nameInZone } from './zoneNames';

const a = { name: 'ap-northeast-1a', index: 0 };
const c = { name: 'ap-northeast-1c', index: 1 };

test.each([
  ['PublicSubnetA', 'PublicSubnetC'],
  ['public-a', 'public-c'],
  ['web-1a', 'web-1c'],
  ['web_a1', 'web_c1'],
  ['PrivateSubnet1A', 'PrivateSubnet1C'],
  ['ap-northeast-1a', 'ap-northeast-1c'],
  ['public (ap-northeast-1a)', 'public (ap-northeast-1c)'],
  ['Web server a', 'Web server c'],
  ['A tier of zone a', 'A tier of zone c'],
  ['パブリックサブネットA', 'パブリックサブネットC'],
  ['プライベートサブネット1a', 'プライベートサブネット1c'],
  ['アプリ用サブネット（ａ）', 'アプリ用サブネット（ｃ）'],
  ['踏み台-1a', '踏み台-1c'],
  ['ゾーンaのWeb', 'ゾーンcのWeb'],
  ['SubnetAZ1', 'SubnetAZ2'],
  ['az-1', 'az-2'],
  ['ゾーン1', 'ゾーン2'],
])('%s is %s in the next zone', (name, expected) => {
  expect(nameInZone(name, a, c)).toBe(expected);
});

test.each(['Web', 'Data', 'NatGateway', 'app', 'PublicSubnetC', 'subnet-10', 'サブネット', '', 'AZ2', 'EC2'])(
  '%s says nothing of zone a and stays what it is',
  (name) => {
    expect(nameInZone(name, a, c)).toBe(name);
  },
);

test('there and back is the same name', () => {
  for (const name of ['PublicSubnetA', 'web-1a', 'パブリックサブネットA', 'SubnetAZ1', 'App'])
    expect(nameInZone(nameInZone(name, a, c), c, a)).toBe(name);
});
