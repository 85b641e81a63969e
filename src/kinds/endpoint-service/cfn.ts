/** Endpoint services in CloudFormation, with their permissions. */
import type { Rows } from '../../core/catalog/field';
import { listed } from '../../core/catalog/standing';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { isLinkedByParameter, nameWithin, serviceExport } from '../../core/cfn/serviceExport';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown } from '../../core/model/value';
import type { AllowedPrincipal } from './kind';

export const cfn: Omit<CfnMapping<'endpoint-service'>, 'types'> = {
  satellites: [
    {
      role: 'permissions',
      type: 'AWS::EC2::VPCEndpointServicePermissions',
      from: 'satellite',
      property: 'ServiceId',
    },
  ],
  *write(service, scope) {
    const { props } = service;
    yield {
      role: '',
      type: 'AWS::EC2::VPCEndpointService',
      properties: {
        ...balancersOf(service, scope),
        AcceptanceRequired: scope.plain(props.acceptanceRequired),
        Tags: scope.nameTags(service),
      },
    };
    const principals = principalsOf(service, scope);
    if (principals.length > 0)
      yield {
        role: 'permissions',
        type: 'AWS::EC2::VPCEndpointServicePermissions',
        properties: { ServiceId: scope.ref(service.id), AllowedPrincipals: principals },
      };
    const logicalId = scope.logicalId(service.id);
    const endpoints = [
      ...scope.all('interface-endpoint').filter((each) => each.props.endpointService === service.id),
      ...scope.all('gwlb-endpoint').filter((each) => each.props.provider === service.id),
    ];
    const isImported = endpoints.some(
      (endpoint) => scope.logicalId(endpoint.id) === undefined && !isLinkedByParameter(endpoint),
    );
    if (isImported && logicalId !== undefined)
      scope.output(`${logicalId}Name`, {
        Description: `The name by which endpoints ask for ${logicalId}`,
        Value: nameWithin(logicalId),
        Export: { Name: serviceExport(service, scope.all('endpoint-service')) },
      });
  },
  read(reader) {
    return {
      parentId: null,
      props: {
        loadBalancers: {
          ...(reader.has('NetworkLoadBalancerArns')
            ? reader.refs('loadBalancers', 'NetworkLoadBalancerArns', ['network-load-balancer'])
            : {}),
          ...(reader.has('GatewayLoadBalancerArns')
            ? reader.refs('loadBalancers', 'GatewayLoadBalancerArns', ['gateway-load-balancer'])
            : {}),
        },
        acceptanceRequired: reader.toggle('acceptanceRequired', 'AcceptanceRequired', true),
        principals: principalsIn(reader),
      },
    };
  },
};

function balancersOf(
  { props }: Resource<'endpoint-service'>,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue | undefined>> {
  const all = listed(props.loadBalancers, scope);
  const refsOf = (isGateway: boolean): readonly CfnValue[] =>
    all.flatMap(({ id, kind }) =>
      (kind === 'gateway-load-balancer') === isGateway ? (scope.ref(id) ?? []) : [],
    );
  const [network, gateway] = [refsOf(false), refsOf(true)];
  return {
    NetworkLoadBalancerArns: network.length === 0 && gateway.length > 0 ? undefined : network,
    GatewayLoadBalancerArns: gateway.length === 0 ? undefined : gateway,
  };
}

/** Those that nobody knows stay as their author wrote them. */
function principalsOf(service: Resource<'endpoint-service'>, scope: CfnWriteScope): readonly CfnValue[] {
  const written = scope.authored(service, 'principals')?.value;
  return Object.entries(service.props.principals).flatMap(([key, { principal }]): CfnValue[] => {
    if (!isUnknown(principal)) return principal === '' ? [] : [principal];
    const index = Number(/^principal-(\d+)$/.exec(key)?.[1]) - 1;
    const own: unknown = Array.isArray(written) ? written[index] : undefined;
    return own === undefined ? [] : [own as CfnValue]; // an item of a list of CfnValues
  });
}

function principalsIn(reader: CfnReader): Rows<AllowedPrincipal> {
  const rows: Record<string, AllowedPrincipal> = {};
  for (const permissions of reader.satellites('permissions'))
    for (const principal of permissions.texts('principals', 'AllowedPrincipals')) {
      const row = `principal-${Object.keys(rows).length + 1}`;
      permissions.accountsFor(`principals.${row}`);
      rows[row] = { principal };
    }
  return rows;
}
