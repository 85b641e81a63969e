import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { gatewayEndpointFor, interfaceEndpointFor } from './shared/endpointPlans';
import { inVpc, tableOf, vpcOf, wayOut } from './shared/networks';
import { endpointsInVpc, serviceOf, titleOf } from './shared/services';
import { interfaceEndpointsByService } from './shared/sessionManager';
import { called, listed } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'image-pull-endpoints-missing',
  severity: 'warning',
  summary: {
    en: 'Fargate tasks without internet access need ecr.api, ecr.dkr and S3 endpoints to pull their image',
    ja: 'インターネットに接続しない Fargate タスクがイメージを取得するには、ecr.api、ecr.dkr、S3 のエンドポイントが必要です',
  },
  why: {
    en: 'ECR answers over ecr.api and ecr.dkr, and keeps the image layers in S3. With one of the three missing, tasks stop with CannotPullContainerError. Logs and secrets need endpoints of their own as well (logs, secretsmanager, ssm). Ignore this when the image does not come from ECR.',
    ja: 'ECR は ecr.api と ecr.dkr で応答し、イメージのレイヤーは S3 にあります。どれか 1 つでもないと、タスクは CannotPullContainerError で停止します。ログやシークレットを使う場合は、logs、secretsmanager、ssm のエンドポイントも必要です。ECR 以外のイメージを使う場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  ],
  check: forEachOf('ecs-service', function* (context, resource) {
    const workload = workloadOf(context, resource.id);
    const subnets = workload?.subnets ?? [];
    const vpc = vpcOf(context, resource.id);
    if (workload === undefined || vpc === undefined || subnets.length === 0) return;
    if (subnets.some((subnet) => wayOut(context, subnet) !== 'none')) return;
    if (
      inVpc(context, vpc.id, 'interface-endpoint').some(
        ({ props }) => isUnknown(props.service) && props.endpointService === null,
      )
    )
      return;
    const present = interfaceEndpointsByService(context, vpc.id);
    const gateways = endpointsInVpc(context, vpc.id).flatMap((each) =>
      each.kind === 'gateway-endpoint' && serviceOf(context, each) === 's3' ? [each] : [],
    );
    const without = subnets.filter((subnet) => {
      const table = tableOf(context, subnet);
      return table == null || !gateways.some(({ props }) => Object.hasOwn(props.routeTables, table.id));
    });
    const missing = ['ecr.api', 'ecr.dkr'].filter((service) => !present.has(service));
    const needsS3 = without.length > 0 && !present.has('s3');
    if (missing.length === 0 && !needsS3) return;
    const [service] = missing;
    const added =
      service === undefined
        ? gatewayEndpointFor(context, 's3', without)
        : interfaceEndpointFor(context, service, [workload]);
    const name = called(context, resource.id);
    const lacking = listed([...missing, ...(needsS3 ? ['s3'] : [])].map(titleOf));
    // A plan for one endpoint mends it only where one is missing.
    const single = missing.length + (needsS3 ? 1 : 0) === 1;
    yield {
      on: [resource.id, vpc.id],
      message: {
        en: `${name} cannot pull its image from ECR: ${called(context, vpc.id)} has no endpoint for ${lacking.en} and no way to the internet`,
        ja: `${name} は ECR からイメージを取得できません。${called(context, vpc.id)} に ${lacking.ja} のエンドポイントがなく、インターネットへの経路もありません`,
      },
      fixes: single ? harmless(context, [added]) : [],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('gateway-endpoint', 'S3', { service: 's3', routeTables: { Table: true } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('ecs-service', 'App'),
            box('interface-endpoint', 'EcrApi', { service: 'ecr.api', securityGroups: { Group: true } }),
            box('interface-endpoint', 'EcrDkr', { service: 'ecr.dkr', securityGroups: { Group: true } }),
          ),
          box('route-table', 'Table'),
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
          box('gateway-endpoint', 'S3', { service: 's3', routeTables: { Table: true } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('ecs-service', 'App'),
            box('interface-endpoint', 'EcrApi', { service: 'ecr.api', securityGroups: { Group: true } }),
          ),
          box('route-table', 'Table'),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
          }),
        ),
      ),
    ],
  },
});
