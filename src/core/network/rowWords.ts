/**
 * The deciding rows of traces as people read them. A row’s own text is the same in every language, since scripts read it in
 * the command line’s JSON; of its words, AWS’s Japanese console says these otherwise.
 */
import type { Words } from '../../lib/words';

const said: readonly (readonly [RegExp, string])[] = [
  [/^main route table\b/, 'メインルートテーブル'],
  [/^default route table\b/, 'デフォルトルートテーブル'],
  [/^default security group\b/, 'デフォルトのセキュリティグループ'],
  [/^default network ACL\b/, 'デフォルトのネットワーク ACL'],
  [/^(|[^:]*: )ingress rule\b/, '$1インバウンドルール'],
  [/^(|[^:]*: )egress rule\b/, '$1アウトバウンドルール'],
  [/^listener\b/, 'リスナー'],
  [/ → all users$/, ' → すべてのユーザー'],
  [/ → blackhole( \(propagated\))?$/, ' → ブラックホール$1'],
  [/ \(propagated\)$/, ' (伝播済み)'],
];

export function rowWords(row: string): Words {
  return { en: row, ja: said.reduce((text, [words, japanese]) => text.replace(words, japanese), row) };
}

/** An address of a packet’s header, which is text in the same way: `internet`, `Web (public)`. */
export function headerWords(address: string): Words {
  return {
    en: address,
    ja: address === 'internet' ? 'インターネット' : address.replace(/ \(public\)$/, ' (パブリック)'),
  };
}
