/** How a path may end, and what each ending means. */
import type { Words } from '../../lib/words';
import type { Disposition } from './trace';

const meanings: Readonly<Record<Disposition, Words>> = {
  delivered: { en: 'Delivered', ja: '届きます' },
  'exits-to-internet': { en: 'Leaves to the internet', ja: 'インターネットに出ます' },
  'exits-to-service': { en: 'Reaches the AWS service', ja: 'AWS サービスに届きます' },
  'exits-to-on-premises': { en: 'Reaches the on-premises network', ja: 'オンプレミスネットワークに届きます' },
  'denied-by-security-group': {
    en: 'No security group rule allows it',
    ja: 'セキュリティグループに許可するルールがありません',
  },
  'denied-by-network-acl': { en: 'A network ACL denies it', ja: 'ネットワーク ACL が拒否します' },
  'no-route': {
    en: 'The route table has no route to the destination',
    ja: 'ルートテーブルに送信先へのルートがありません',
  },
  blackhole: { en: 'The route leads nowhere', ja: 'ルートがブラックホールです' },
  loop: { en: 'The routes lead in a circle', ja: 'ルートがループしています' },
  'no-public-address': { en: 'It has no public address', ja: 'パブリックアドレスがありません' },
  'gateway-rejects': {
    en: 'The gateway does not carry this traffic',
    ja: 'ゲートウェイがこの通信を受け付けません',
  },
  'translation-refused': {
    en: 'The NAT gateway does not translate it',
    ja: 'NAT ゲートウェイが変換しません',
  },
  'unresolved-name': { en: 'The name is not resolved', ja: '名前解決ができません' },
  'wrong-owner': {
    en: 'Another owner of the address gets it',
    ja: '同じアドレスの別の所有者に届きます',
  },
  'no-such-host': { en: 'Nobody has the address', ja: 'そのアドレスを持つものがありません' },
  'not-accepted': { en: 'The connection has not been accepted', ja: '接続がまだ承諾されていません' },
  'not-authorized': { en: 'The client is not authorized', ja: 'クライアントに権限がありません' },
  'no-listener': { en: 'No listener takes it', ja: '対応するリスナーがありません' },
  'no-target': { en: 'There is no target behind it', ja: '転送先のターゲットがありません' },
  'not-in-zone': {
    en: 'It is not available in this Availability Zone',
    ja: 'このアベイラビリティーゾーンでは利用できません',
  },
  'public-access-blocked': {
    en: 'VPC Block Public Access blocks it',
    ja: 'VPC ブロックパブリックアクセスが遮断します',
  },
  'cannot-be-created': { en: 'AWS would refuse to create it', ja: 'AWS では作成できません' },
  'not-attached': { en: 'It is not attached', ja: 'アタッチされていません' },
  unknown: { en: 'It depends on something outside the design', ja: '設計だけでは判断できません' },
};

export function sayDisposition(disposition: Disposition): Words {
  return meanings[disposition];
}
