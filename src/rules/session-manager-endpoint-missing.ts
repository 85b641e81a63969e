import { harmless } from '../core/plans/mend';
import { box, sketch, arrow } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { interfaceEndpointFor } from './shared/endpointPlans';
import { inVpc, wayOut } from './shared/networks';
import { blockedFlowsToServices, serviceOf } from './shared/services';
import { interfaceEndpointsByService, sessionManagerServices } from './shared/sessionManager';
import { called, calledAll } from './shared/words';
import { workloadsInVpc } from './shared/workloads';

export default defineRule({
  id: 'session-manager-endpoint-missing',
  severity: 'error',
  summary: {
    en: 'Session Manager without internet access needs endpoints for both ssm and ssmmessages',
    ja: 'インターネット接続なしで Session Manager を使うには、ssm と ssmmessages の両方のエンドポイントが必要です',
  },
  why: {
    en: 'The agent registers over ssm and opens sessions over ssmmessages. With one of the two missing, the instance either never appears as managed or cannot be connected to. Agents before 3.3.40 need ec2messages as well.',
    ja: 'エージェントは ssm で登録し、ssmmessages でセッションを開始します。どちらかがないと、インスタンスがマネージドノードとして表示されないか、接続できません。バージョン 3.3.40 より前のエージェントでは ec2messages も必要です。',
  },
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const present = interfaceEndpointsByService(context, vpc.id);
      const has = sessionManagerServices.filter((service) => present.has(service));
      const missing = sessionManagerServices.find((service) => !present.has(service));
      if (has.length === 0 || missing === undefined) continue;
      // An endpoint whose service cannot be read may be the one.
      if (
        inVpc(context, vpc.id, 'interface-endpoint').some(
          ({ props }) => isUnknown(props.service) && props.endpointService === null,
        )
      )
        continue;
      const flows = blockedFlowsToServices(context).filter(
        (each) => each.vpc.id === vpc.id && each.service === missing,
      );
      // `endpoint-in-other-vpc` tells of an endpoint that stands elsewhere.
      const elsewhere = context
        .all('interface-endpoint')
        .some(
          (each) =>
            serviceOf(context, each) === missing &&
            context.around(each.id).region === context.around(vpc.id).region,
        );
      if (elsewhere && flows.length > 0) continue;
      const wanting = new Set(flows.map(({ flow }) => flow.from));
      const clients = workloadsInVpc(context, vpc.id).filter(
        ({ resource, subnets }) =>
          wanting.has(resource.id) ||
          (isKind(resource, 'instance') &&
            resource.props.profile === 'systems-manager' &&
            subnets.every((subnet) => wayOut(context, subnet) === 'none')),
      );
      if (clients.length === 0) continue;
      const existing = has.flatMap((service) => present.get(service)?.id ?? []);
      const [first = vpc.id, ...others] = existing;
      const added = interfaceEndpointFor(context, missing, clients);
      const from = calledAll(
        context,
        clients.map(({ resource }) => resource.id),
      );
      yield {
        on: [
          first,
          ...others,
          ...clients.map(({ resource }) => resource.id),
          ...flows.map(({ flow }) => flow.id),
        ],
        // An old agent may get by with ec2messages.
        ...(flows.length === 0 && present.has('ec2messages') ? { severity: 'warning' as const } : {}),
        message: {
          en: `${called(context, vpc.id)} has ${calledAll(context, existing).en} and no endpoint for ${missing}, so Session Manager does not work for ${from.en}`,
          ja: `${called(context, vpc.id)} には ${calledAll(context, existing).ja} がありますが ${missing} のエンドポイントがないため、${from.ja} で Session Manager を使えません`,
        },
        fixes: harmless(context, [added]),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Web', { profile: 'systems-manager' }),
            box('interface-endpoint', 'Ssm', { service: 'ssm', securityGroups: { Group: true } }),
            box('interface-endpoint', 'SsmMessages', {
              service: 'ssmmessages',
              securityGroups: { Group: true },
            }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Web', { profile: 'systems-manager' }),
            box('interface-endpoint', 'Ssm', { service: 'ssm', securityGroups: { Group: true } }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
        box('aws-service', 'Messages', { service: 'ssmmessages' }),
        arrow('Web', 'Messages'),
      ),
    ],
  },
});
