import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import type { Plan } from '../core/plans/plan';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { listenerProtocols, mayForward } from '../lib/listenerProtocols';
import { forwards, listenerText, type Forward } from './shared/balancers';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'listener-target-group-mismatch',
  severity: 'error',
  summary: {
    en: 'The target group of a listener must be of a protocol and type that it can forward to',
    ja: 'リスナーの転送先は、対応するプロトコルとターゲットタイプのターゲットグループでなければなりません',
  },
  why: {
    en: 'AWS rejects other combinations: HTTP and HTTPS listeners of an Application Load Balancer forward to groups of HTTP or HTTPS or to functions, TCP listeners of a Network Load Balancer to TCP or TCP_UDP, TLS to TLS or TCP, UDP to UDP or TCP_UDP, TCP_UDP to TCP_UDP only. An Application Load Balancer as a target stands behind a TCP listener.',
    ja: 'それ以外の組み合わせは作成できません。Application Load Balancer の HTTP/HTTPS リスナーは HTTP/HTTPS のターゲットグループか Lambda 関数に、Network Load Balancer の TCP リスナーは TCP か TCP_UDP に、TLS は TLS か TCP に、UDP は UDP か TCP_UDP に、TCP_UDP は TCP_UDP にのみ転送できます。Application Load Balancer をターゲットにする場合は TCP リスナーを使います。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  ],
  *check(context) {
    for (const forward of forwards(context)) {
      const { balancer, listener, group } = forward;
      const fault = faultOf(forward);
      if (fault === undefined) continue;
      const [name, own] = [called(context, group.id), called(context, balancer.id)];
      yield {
        on: [group.id, balancer.id],
        field: fault,
        message:
          fault === 'protocol'
            ? {
                en: `The listener ${listenerText(listener)} of ${own} cannot forward to ${name}, whose protocol is ${known(group.props.protocol)}`,
                ja: `${own} のリスナー ${listenerText(listener)} からは、プロトコルが ${known(group.props.protocol)} の ${name} に転送できません`,
              }
            : {
                en: `The listener ${listenerText(listener)} of ${own} cannot forward to ${name}, whose target type is ${known(group.props.targetType)}`,
                ja: `${own} のリスナー ${listenerText(listener)} からは、ターゲットタイプが ${known(group.props.targetType)} の ${name} に転送できません`,
              },
        fixes: fault === 'protocol' ? fixes(context, forward) : [],
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
          box('target-group', 'Group', { protocol: 'TCP' }),
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb', {
              listeners: { tls: { protocol: 'TLS', port: 443, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', { protocol: 'HTTP' }),
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', { targetType: 'lambda' }),
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
      ),
    ],
  },
});

function faultOf({ balancer, listener, group }: Forward): 'protocol' | 'targetType' | undefined {
  const isNetwork = balancer.kind === 'network-load-balancer';
  const { targetType } = group.props;
  const [from, to] = [known(listener.protocol), known(group.props.protocol)];
  if (targetType === 'lambda') return isNetwork ? 'targetType' : undefined;
  if (targetType === 'alb' && (!isNetwork || (from !== undefined && from !== 'TCP'))) return 'targetType';
  return from === undefined || to === undefined || mayForward(from, to) ? undefined : 'protocol';
}

/** The group's protocol is changed where no other listener needs the one it has. */
function fixes(context: RuleContext, { group }: Forward): readonly Plan[] {
  const all = forwards(context).filter((each) => each.group.id === group.id);
  const fitting = [...listenerProtocols('network'), ...listenerProtocols('application')].find((protocol) =>
    all.every((each) => mayForward(known(each.listener.protocol) ?? '', protocol)),
  );
  if (fitting === undefined) return [];
  const name = called(context, group.id);
  return [
    plan(
      `Make ${fitting} the protocol of ${name}`,
      `${name} のプロトコルを ${fitting} に変更`,
      call('setProps', { id: group.id, props: { protocol: fitting } }),
    ),
  ];
}
