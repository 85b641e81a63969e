/**
 * A gateway endpoint puts a route for one service (S3, DynamoDB or S3 Express One Zone) into the route tables it names.
 * It has no interface, no address and no security group, costs nothing, and serves only its own VPC. Drawn on the VPC's
 * border. What its policy allows is kept and not analysed.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { listed } from '../../core/catalog/standing';
import { addressTypeField, readAddressType, writeAddressType } from '../../core/cfn/addressType';
import { policyField, readPolicy, writePolicy } from '../../core/cfn/policy';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { AddressType } from '../../core/network/facts';
import { fullServiceName, serviceNameForTemplate, shortServiceName } from '../../lib/serviceNames';
import { verbatim } from '../../lib/words';

interface GatewayEndpointProps {
  /** The short name of a service of this Region, or a full name. */
  readonly service: Value<string>;
  readonly routeTables: Refs;
  readonly addressType: Value<AddressType>;
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
      whenCopied: 'join',
      label: { en: 'Route tables', ja: 'ルートテーブル' },
      property: 'RouteTableIds',
      default: {},
    },
    addressType: addressTypeField,
    policy: policyField,
  },
  look({ props }) {
    const service = known(props.service) ?? '?';
    return {
      detail: service,
      label: { en: `Gateway endpoint for ${service}`, ja: `${service} のゲートウェイエンドポイント` },
    };
  },
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
  *price() {
    yield { item: 'gateway-endpoint', units: 1 };
  },

  *facts({ id, props }, around) {
    yield {
      fact: 'gateway-endpoint',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      service: isUnknown(props.service) ? props.service : fullServiceName(around.region, props.service),
      routeTables: Object.keys(props.routeTables),
      addresses: props.addressType,
    };
  },
  cfn: {
    types: ['AWS::EC2::VPCEndpoint'],
    // What AWS takes a VPC endpoint for that does not say its type.
    recognises: (reader) => (reader.raw('VpcEndpointType') ?? 'Gateway') === 'Gateway',
    *write(endpoint, scope) {
      const { props } = endpoint;
      yield {
        role: '',
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'Gateway',
          VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
          ServiceName: isUnknown(props.service)
            ? undefined
            : serviceNameForTemplate(scope.region, props.service),
          RouteTableIds: listed(props.routeTables, scope).flatMap(({ id }) => scope.ref(id) ?? []),
          IpAddressType: writeAddressType(props.addressType),
          PolicyDocument: writePolicy(props.policy),
          Tags: scope.nameTags(endpoint),
        },
      };
    },
    read(reader, scope) {
      const service = reader.text('service', 'ServiceName', '');
      return {
        parentId: reader.parent('VpcId', ['vpc']),
        props: {
          service: isUnknown(service) ? service : shortServiceName(scope.region, service),
          routeTables: reader.refs('routeTables', 'RouteTableIds', ['route-table']),
          addressType: readAddressType(reader),
          policy: readPolicy(reader),
        },
      };
    },
  },
});

/** The route tables of subnets without a route to an internet gateway; all of the VPC when there are none such. */
function privateTables(vpc: Resource<'vpc'>, around: Surroundings): Refs {
  const tables = around.all('route-table', vpc.id);
  const main = tables.find(({ props }) => props.main === true);
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
