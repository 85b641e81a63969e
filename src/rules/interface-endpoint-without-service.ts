import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'interface-endpoint-without-service',
  severity: 'error',
  summary: {
    en: 'An interface endpoint is for a service of AWS, or for an endpoint service',
    ja: 'インターフェイスエンドポイントには、AWS サービスかエンドポイントサービスを指定します',
  },
  why: {
    en: 'Without the name of a service AWS creates no endpoint. Give a short name such as ssm, the full name of somebody’s endpoint service, or choose one that is drawn.',
    ja: 'サービス名を指定しないと、エンドポイントは作成できません。ssm のような短い名前か、エンドポイントサービスの完全な名前を指定するか、図にあるエンドポイントサービスを選んでください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      if (endpoint.props.service !== '' || endpoint.props.endpointService !== null) continue;
      const name = called(context, endpoint.id);
      const services = context.all('endpoint-service');
      yield {
        on: [endpoint.id],
        field: 'service',
        message: {
          en: `${name} names no service`,
          ja: `${name} にサービスが指定されていません`,
        },
        fixes: services.slice(0, services.length === 1 ? 1 : 0).map(({ id }) =>
          plan(
            `Make ${name} an endpoint for ${called(context, id)}`,
            `${name} のサービスに ${called(context, id)} を指定`,
            call('setProps', {
              id: endpoint.id,
              props: { endpointService: id, privateDns: false, accepted: true },
            }),
          ),
        ),
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
          box('subnet', 'A', {}, box('interface-endpoint', 'Endpoint', { service: 'sqs' })),
        ),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('interface-endpoint', 'Endpoint', { service: '' }))),
      ),
    ],
  },
});
