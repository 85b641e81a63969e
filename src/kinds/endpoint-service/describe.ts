/** Endpoint services of the account in the answers of AWS; who may connect has a call for each of them. */
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { flagIn, isGone, textIn, textsIn } from '../../core/describe/record';

const permissionsCall = 'ec2 describe-vpc-endpoint-service-permissions';

export default describes({
  kind: 'endpoint-service',
  calls: [
    {
      command: 'ec2 describe-vpc-endpoint-service-configurations',
      list: 'ServiceConfigurations',
      ids: 'vpce-svc-',
    },
    { command: permissionsCall, list: 'AllowedPrincipals', of: '--service-id' },
  ],
  reads: {
    *ServiceConfigurations(service, scope) {
      if (isGone({ State: textIn(service, 'ServiceState') })) return;
      const id = textIn(service, 'ServiceId');
      const byMember = scope.where('AllowedPrincipals', 'ServiceId', id);
      const principals = byMember.length > 0 ? byMember : scope.of('AllowedPrincipals', service);
      if (principals === undefined) scope.lacks(permissionsCall, id);
      const allowed = (principals ?? []).map((each) => textIn(each, 'Principal'));
      yield {
        id,
        type: 'AWS::EC2::VPCEndpointService',
        properties: {
          NetworkLoadBalancerArns: refsTo(textsIn(service, 'NetworkLoadBalancerArns')),
          GatewayLoadBalancerArns: refsTo(textsIn(service, 'GatewayLoadBalancerArns')),
          AcceptanceRequired: flagIn(service, 'AcceptanceRequired'),
          Tags: scope.tags(service),
        },
      };
      if (allowed.length > 0)
        yield {
          id: `${id}-permissions`,
          type: 'AWS::EC2::VPCEndpointServicePermissions',
          properties: { ServiceId: refTo(id), AllowedPrincipals: allowed },
        };
    },
  },
});
