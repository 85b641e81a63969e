import { call } from '../core/commands';
import type { PropsOf } from '../core/model/kinds';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { freeRow } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'network-acl-blocks-replies',
  severity: 'warning',
  summary: {
    en: 'A network ACL that lets connections through must let their replies through as well',
    ja: '接続を許可するネットワーク ACL では、応答も許可しなければなりません',
  },
  why: {
    en: 'Network ACLs remember nothing. A reply goes to the port that the client chose, between 1024 and 65535, and needs a rule in the other direction. Allow that range, as narrow in addresses as the connections are. Ignore this when nothing but the listed traffic is meant to pass, UDP without answers for one.',
    ja: 'ネットワーク ACL は接続の状態を記憶しません。応答はクライアントが選んだポート (1024〜65535) に送られるため、逆方向にもルールが必要です。接続と同じアドレスの範囲でエフェメラルポートを許可してください。応答のない UDP など、記載した通信だけを通す場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  ],
  *check(context) {
    for (const acl of context.all('network-acl'))
      for (const { asked, answered, en, ja } of [
        { asked: 'inbound' as const, answered: 'outbound' as const, en: 'in', ja: 'インバウンド' },
        { asked: 'outbound' as const, answered: 'inbound' as const, en: 'out', ja: 'アウトバウンド' },
      ]) {
        const rows = Object.values(acl.props[answered]);
        const question = Object.values(acl.props[asked]).find(opensConnections);
        if (question === undefined || rows.some(mayAnswer)) continue;
        const block = known(question.block);
        const port = known(question.fromPort) ?? null;
        if (block === undefined) continue;
        const name = called(context, acl.id);
        const taken = new Set(rows.map(({ number }) => known(number)));
        let number = 100;
        while (taken.has(number)) number += 10;
        yield {
          on: [acl.id],
          field: answered,
          message: {
            en: `${name} lets TCP${port === null ? '' : ` ${port}`} ${en}, but no replies to it: no rule in the other direction allows ports from 1024 to 65535`,
            ja: `${name} は${ja}の TCP${port === null ? '' : ` ${port}`} を許可していますが、逆方向で応答のポート (1024〜65535) を許可するルールがありません`,
          },
          fixes: [
            plan(
              `Allow TCP 1024–65535 ${answered === 'outbound' ? 'to' : 'from'} ${block} (${answered})`,
              `${answered === 'outbound' ? 'アウトバウンド' : 'インバウンド'}で ${block} の TCP 1024〜65535 を許可`,
              call('setRow', {
                id: acl.id,
                field: answered,
                row: freeRow(acl.props[answered], 'replies'),
                values: { number, action: 'allow', protocol: 'tcp', fromPort: 1024, toPort: 65535, block },
              }),
            ),
          ],
        };
      }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('network-acl', 'Acl', {
            inbound: {
              https: {
                number: 100,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 443,
                toPort: 443,
                block: '0.0.0.0/0',
              },
            },
            outbound: {
              replies: {
                number: 100,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 1024,
                toPort: 65535,
                block: '0.0.0.0/0',
              },
            },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('network-acl', 'Acl', {
            inbound: {
              https: {
                number: 100,
                action: 'allow',
                protocol: 'tcp',
                fromPort: 443,
                toPort: 443,
                block: '0.0.0.0/0',
              },
            },
            outbound: {},
          }),
        ),
      ),
    ],
  },
});

type Row = PropsOf<'network-acl'>['inbound'][string];

/** Whether a row lets connections to a service's port through; a range of ephemeral ports is for replies. */
function opensConnections({ action, protocol, fromPort }: Row): boolean {
  if (action !== 'allow' || (protocol !== 'tcp' && protocol !== 'any')) return false;
  return (
    !isUnknown(fromPort) && (fromPort === null || fromPort < 1024 || (fromPort > 1024 && fromPort < 32768))
  );
}

/** Whether a row may let some reply through. */
function mayAnswer({ action, protocol, fromPort, toPort }: Row): boolean {
  if (isUnknown(action) || isUnknown(protocol) || isUnknown(fromPort) || isUnknown(toPort)) return true;
  if (action !== 'allow' || (protocol !== 'tcp' && protocol !== 'any')) return false;
  return (toPort ?? 65535) >= 32768;
}
