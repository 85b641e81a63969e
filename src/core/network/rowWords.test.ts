import { expect, test } from 'vitest';
import { headerWords, rowWords } from './rowWords';

test.each([
  ['egress rule 1', 'アウトバウンドルール 1'],
  ['ingress rule *', 'インバウンドルール *'],
  ['default security group: egress rule 1', 'デフォルトのセキュリティグループ: アウトバウンドルール 1'],
  ['default network ACL', 'デフォルトのネットワーク ACL'],
  ['main route table: 10.1.0.0/16 → local', 'メインルートテーブル: 10.1.0.0/16 → local'],
  ['listener TCP 80', 'リスナー TCP 80'],
  ['10.0.0.0/16 → all users', '10.0.0.0/16 → すべてのユーザー'],
  ['10.0.0.0/8 → blackhole', '10.0.0.0/8 → ブラックホール'],
  ['10.0.0.0/8 → Attachment (propagated)', '10.0.0.0/8 → Attachment (伝播済み)'],
  ['0.0.0.0/0 → main route table', '0.0.0.0/0 → main route table'],
])('the row “%s” is “%s” in Japanese', (row, japanese) => {
  expect(rowWords(row)).toEqual({ en: row, ja: japanese });
});

test('an address of a packet is said in Japanese where it is one in words', () => {
  expect(['internet', 'Web (public)', '10.0.0.7'].map((each) => headerWords(each).ja)).toEqual([
    'インターネット',
    'Web (パブリック)',
    '10.0.0.7',
  ]);
});
