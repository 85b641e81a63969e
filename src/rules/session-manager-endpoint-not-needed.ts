import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { flowsToServices } from './shared/services';
import { interfaceEndpointsByService, sessionManagerServices } from './shared/sessionManager';
import { called, plan } from './shared/words';
import type { Words } from '../lib/words';

const reasons: Readonly<Record<string, Words>> = {
  ec2messages: {
    en: 'agents from version 3.3.40.0 on use ssmmessages instead of it',
    ja: 'バージョン 3.3.40.0 以降のエージェントは、代わりに ssmmessages を使います',
  },
  ec2: {
    en: 'Session Manager does not use the EC2 API',
    ja: 'Session Manager は EC2 の API を使いません',
  },
};

export default defineRule({
  id: 'session-manager-endpoint-not-needed',
  severity: 'advice',
  summary: {
    en: 'Session Manager needs no endpoints for ec2messages and ec2',
    ja: 'Session Manager に ec2messages と ec2 のエンドポイントは不要です',
  },
  why: {
    en: 'Older guides list four endpoints for Session Manager. Today’s agent needs ssm and ssmmessages; each further endpoint costs by the hour in every zone. Keep ec2messages while instances run an agent before 3.3.40.0, and ec2 where something else calls the EC2 API (Windows VSS snapshots, for one).',
    ja: '古い手順では、Session Manager に 4 つのエンドポイントが挙げられています。現在のエージェントに必要なのは ssm と ssmmessages で、エンドポイントを増やすとゾーンごとに時間料金がかかります。3.3.40.0 より前のエージェントを使う間は ec2messages を、EC2 の API を使うもの (Windows の VSS スナップショットなど) があれば ec2 を残してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const present = interfaceEndpointsByService(context, vpc.id);
      if (!sessionManagerServices.every((service) => present.has(service))) continue;
      for (const [service, reason] of Object.entries(reasons)) {
        const endpoint = present.get(service);
        const used = flowsToServices(context).some(
          (each) => each.vpc.id === vpc.id && each.service === service,
        );
        if (endpoint === undefined || used) continue;
        const name = called(context, endpoint.id);
        yield {
          on: [endpoint.id],
          field: 'service',
          message: {
            en: `${name} is not needed for Session Manager: ${reason.en}`,
            ja: `${name} は Session Manager に不要です。${reason.ja}`,
          },
          fixes: [plan(`Delete ${name}`, `${name} を削除`, call('deleteResources', { ids: [endpoint.id] }))],
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
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Ssm', { service: 'ssm' }),
            box('interface-endpoint', 'SsmMessages', { service: 'ssmmessages' }),
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
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Ssm', { service: 'ssm' }),
            box('interface-endpoint', 'SsmMessages', { service: 'ssmmessages' }),
            box('interface-endpoint', 'Ec2Messages', { service: 'ec2messages' }),
          ),
        ),
      ),
    ],
  },
});
