/**
 * A gateway endpoint puts a route for one service (S3, DynamoDB or S3 Express One Zone) into the route tables it names.
 * It has no interface, no address and no security group, costs nothing, and serves only its own VPC. Drawn on the VPC's
 * border. What its policy allows is kept and not analysed.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { fullServiceName } from '../../lib/serviceNames';
import { verbatim } from '../../lib/words';

interface GatewayEndpointProps {
  /** The short name of a service of this Region, or a full name. */
  readonly service: Value<string>;
  readonly routeTables: Refs;
  /** The endpoint policy as JSON; empty for AWS's own, which allows everything. */
  readonly policy: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'gateway-endpoint': GatewayEndpointProps;
  }
}

/** The services that have gateway endpoints. */
const services = ['s3', 'dynamodb', 's3express'];

export default defineKind({
  kind: 'gateway-endpoint',
  label: { en: 'Gateway endpoint', ja: 'ゲートウェイエンドポイント' },
  summary: {
    en: 'A private route to S3 or DynamoDB, free of charge',
    ja: 'S3 や DynamoDB へのプライベートな経路 (無料)',
  },
  group: 'endpoints',
  icon: 'resource/AmazonVPCEndpoints',
  defaultName: 'GatewayEndpoint',
  parents: ['vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true, badge: verbatim('GW') },
  fields: {
    service: {
      control: 'text',
      label: { en: 'Service', ja: 'サービス' },
      property: 'ServiceName',
      default: 's3',
      suggestions: () => services,
      check: (service) =>
        service === '' ? { en: 'The service is missing', ja: 'サービスが指定されていません' } : undefined,
    },
    routeTables: {
      control: 'refs',
      kinds: ['route-table'],
      label: { en: 'Route tables', ja: 'ルートテーブル' },
      property: 'RouteTableIds',
      default: {},
    },
    policy: {
      control: 'text',
      multiline: true,
      label: { en: 'Endpoint policy', ja: 'エンドポイントポリシー' },
      help: {
        en: 'JSON; empty allows everything. It is written to the template and not analysed',
        ja: 'JSON。空欄はすべて許可。テンプレートに出力されますが、解析はしません',
      },
      property: 'PolicyDocument',
      default: '',
      advanced: true,
      check: (policy) =>
        policy === '' || jsonObject(policy) !== undefined
          ? undefined
          : { en: 'The policy is not a JSON object', ja: 'ポリシーが JSON オブジェクトではありません' },
    },
  },
  look: ({ props }) => ({ detail: known(props.service) ?? '?' }),
  propose(endpoint, around) {
    const vpc = around.ancestor('vpc');
    if (vpc === undefined) return {};
    const taken = around
      .all('gateway-endpoint', vpc.id)
      .flatMap(({ id, props }) => (id === endpoint.id ? [] : [props.service]));
    const service = services.find((each) => !taken.includes(each)) ?? 's3';
    return { service, routeTables: privateTables(vpc, around) };
  },
  tidy: () => ({ border: 'right' }),
  *facts({ id, props }, around) {
    yield {
      fact: 'gateway-endpoint',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      service: isUnknown(props.service) ? props.service : fullServiceName(around.region, props.service),
      routeTables: Object.keys(props.routeTables),
    };
  },
});

/** The route tables of subnets without a route to an internet gateway; all of the VPC when there are none such. */
function privateTables(vpc: Resource<'vpc'>, around: Surroundings): Refs {
  const tables = around.all('route-table', vpc.id);
  const main = tables.find(({ props }) => props.main);
  const inUse = new Set(
    around.all('subnet', vpc.id).map(({ props }) => known(props.routeTable) ?? main?.id ?? null),
  );
  const chosen = tables.filter(
    ({ id, props }) =>
      inUse.has(id) &&
      !Object.values(props.routes).some(
        ({ target }) => around.resource(known(target) ?? null)?.kind === 'internet-gateway',
      ),
  );
  return Object.fromEntries((chosen.length === 0 ? tables : chosen).map(({ id }) => [id, true]));
}

function jsonObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
