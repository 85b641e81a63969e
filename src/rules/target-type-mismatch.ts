import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { addressOf } from '../lib/cidr';
import type { TargetGroup } from './shared/balancers';
import { called, plan } from './shared/words';

type Type = 'instance' | 'ip' | 'alb' | 'lambda';

export default defineRule({
  id: 'target-type-mismatch',
  severity: 'error',
  summary: {
    en: 'A target must be of the type that its target group takes',
    ja: 'ターゲットは、ターゲットグループのターゲットタイプに合うものでなければなりません',
  },
  why: {
    en: 'A target group takes instances, IP addresses, one Application Load Balancer or one Lambda function, and AWS rejects anything else. An ECS service on Fargate registers its tasks by address. The type of a group cannot be changed once it is created.',
    ja: 'ターゲットグループに登録できるのは、ターゲットタイプに応じて、インスタンス、IP アドレス、Application Load Balancer 1 つ、Lambda 関数 1 つのいずれかです。Fargate の ECS サービスはタスクを IP アドレスで登録します。ターゲットタイプは作成後に変更できません。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  ],
  *check(context) {
    for (const group of context.all('target-group')) {
      const type = known(group.props.targetType);
      if (type === undefined) continue;
      const given = targetsIn(context, group);
      for (const { text, types, field, on } of given) {
        if (types.length === 0 || types.includes(type)) continue;
        const name = called(context, group.id);
        const fitting = types.find((each) => given.every((other) => other.types.includes(each)));
        yield {
          on: [group.id, ...on],
          field,
          message: {
            en: `${name} takes targets of the type ${type}, and ${text} is none`,
            ja: `${name} のターゲットタイプは ${type} です。${text} は登録できません`,
          },
          fixes:
            fitting === undefined
              ? []
              : [
                  plan(
                    `Make ${fitting} the target type of ${name}`,
                    `${name} のターゲットタイプを ${fitting} に変更`,
                    call('setProps', { id: group.id, props: { targetType: fitting } }),
                  ),
                ],
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box('subnet', 'A', {}, box('instance', 'Web')),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', { targets: { web: { target: '10.0.0.10', port: null, zone: '' } } }),
          box('subnet', 'A', { cidr: '10.0.0.0/24' }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group'),
          box('subnet', 'A', {}, box('ecs-service', 'Api', { targetGroups: { Group: true } })),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targets: { eni: { target: { ref: 'Eni' }, port: null, zone: '' } },
          }),
          box('subnet', 'A', {}, box('network-interface', 'Eni')),
        ),
      ),
    ],
  },
});

interface Given {
  readonly text: string;
  /** The types that it may be registered as; none where nobody can say. */
  readonly types: readonly Type[];
  readonly field: string;
  readonly on: readonly string[];
}

function targetsIn(context: RuleContext, group: TargetGroup): readonly Given[] {
  const rows = Object.entries(group.props.targets).flatMap(([row, { target }]): Given[] => {
    const field = `targets.${row}.target`;
    if (isUnknown(target) || target === '') return [];
    if (typeof target === 'string') {
      const types: readonly Type[] =
        addressOf(target) !== undefined ? ['ip'] : target.startsWith('i-') ? ['instance'] : [];
      return [{ text: target, types, field, on: [] }];
    }
    const kind = context.resource(target.ref)?.kind ?? '';
    return [{ text: called(context, target.ref), types: typesOf[kind] ?? [], field, on: [target.ref] }];
  });
  const services = context
    .all('ecs-service')
    .filter(({ props }) => props.targetGroups[group.id] === true)
    .map(({ id }): Given => ({ text: called(context, id), types: ['ip'], field: 'targetType', on: [id] }));
  return [...rows, ...services];
}

const typesOf: Readonly<Record<string, readonly Type[]>> = {
  instance: ['instance', 'ip'],
  'network-interface': ['ip'],
  'application-load-balancer': ['alb'],
  'lambda-function': ['lambda'],
};
