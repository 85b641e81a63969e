import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import type { Resource, ResourceId } from '../core/model/document';
import { known } from '../core/model/value';
import { normalHost } from '../core/network/naming/hostNames';
import { fullServiceName, hostOf } from '../core/network/serviceNames';
import type { RuleContext } from '../core/rules/rule';
import { vpcOf } from './shared/networks';
import {
  blockedFlowsToServices,
  endpointsInVpc,
  gatewayServices,
  serviceOf,
  titleOf,
} from './shared/services';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'interface-endpoint-private-dns-off',
  severity: 'error',
  summary: {
    en: 'Without private DNS, a service’s own name leads past the interface endpoint',
    ja: 'プライベート DNS が無効だと、サービスの通常の名前ではインターフェイスエンドポイントを使えません',
  },
  why: {
    en: 'The AWS CLI, the SDKs and the agents ask for the service’s own name. With private DNS off, that name resolves to public addresses, and only calls that name the endpoint itself (--endpoint-url) use it. Turn private DNS on; ignore this when every client names the endpoint, or a hosted zone of your own leads to it.',
    ja: 'AWS CLI、SDK、エージェントは、サービスの通常の名前で接続します。プライベート DNS が無効だと、その名前はパブリックアドレスに解決され、エンドポイントを直接指定した呼び出し (--endpoint-url) だけがエンドポイントを使います。プライベート DNS を有効にしてください。すべてのクライアントがエンドポイントを指定する場合や、独自のホストゾーンを使う場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  ],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      const service = serviceOf(context, endpoint);
      const vpc = vpcOf(context, endpoint.id);
      if (endpoint.props.privateDns !== false || vpc === undefined) continue;
      // A full name is an endpoint service of somebody's own, whose names are its endpoints' own.
      if (service === undefined || service.startsWith('com.amazonaws.')) continue;
      const flows = blockedFlowsToServices(context).filter(
        (each) => each.vpc.id === vpc.id && each.service === service,
      );
      const others = endpointsInVpc(context, vpc.id).filter(({ id }) => id !== endpoint.id);
      const hasOther = others.some(
        (each) =>
          serviceOf(context, each) === service &&
          (each.kind === 'gateway-endpoint' || each.props.privateDns === true),
      );
      if (hasOther || (flows.length === 0 && gatewayServices.has(service))) continue;
      const name = called(context, endpoint.id);
      const host = hostOf(fullServiceName(service, context.around(endpoint.id).region));
      if (hasOwnName(context, vpc, endpoint.id, host)) continue;
      const missing = (['dnsSupport', 'dnsHostnames'] as const).filter((prop) => vpc.props[prop] === false);
      yield {
        on: [endpoint.id, ...flows.map(({ flow }) => flow.id)],
        field: 'privateDns',
        ...(flows.length === 0 ? { severity: 'warning' as const } : {}),
        message: {
          en: `Private DNS of ${name} is off, so the default name of ${titleOf(service)} (${host}) does not resolve to its private addresses in ${called(context, vpc.id)}`,
          ja: `${name} のプライベート DNS が無効なため、${called(context, vpc.id)} で ${titleOf(service)} の名前 (${host}) がプライベートアドレスに解決されません`,
        },
        fixes: harmless(context, [
          plan(
            `Turn on private DNS of ${name}`,
            `${name} のプライベート DNS を有効化`,
            call('setProps', { id: endpoint.id, props: { privateDns: true } }),
            ...(missing.length === 0
              ? []
              : [
                  call('setProps', {
                    id: vpc.id,
                    props: Object.fromEntries(missing.map((prop) => [prop, true])),
                  }),
                ]),
          ),
        ]),
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
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { service: 'sqs', privateDns: false }),
          ),
        ),
        box('hosted-zone', 'Zone', {
          domain: 'sqs.ap-northeast-1.amazonaws.com',
          vpcs: { Vpc: true },
          records: {
            own: {
              name: 'sqs.ap-northeast-1.amazonaws.com',
              type: 'A',
              target: 'Endpoint',
              value: '',
              alias: true,
              standby: false,
            },
          },
        }),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Worker'),
            box('interface-endpoint', 'Endpoint', {
              service: 'sqs',
              privateDns: true,
              securityGroups: { Group: true },
            }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
        box('aws-service', 'Sqs', { service: 'sqs' }),
        arrow('Worker', 'Sqs'),
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
            box('instance', 'Worker'),
            box('interface-endpoint', 'Endpoint', {
              service: 'sqs',
              privateDns: false,
              securityGroups: { Group: true },
            }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
        box('aws-service', 'Sqs', { service: 'sqs' }),
        arrow('Worker', 'Sqs'),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', {
              service: 'sqs',
              privateDns: false,
              securityGroups: { Group: true },
            }),
          ),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
      ),
    ],
  },
});

/** Whether a hosted zone of the VPC leads the service's name to the endpoint. */
function hasOwnName(context: RuleContext, vpc: Resource<'vpc'>, endpoint: ResourceId, host: string): boolean {
  return context
    .all('hosted-zone')
    .some(
      ({ props }) =>
        props.vpcs[vpc.id] === true &&
        Object.values(props.records).some(
          ({ name, target }) => target === endpoint && normalHost(known(name) ?? '') === host,
        ),
    );
}
