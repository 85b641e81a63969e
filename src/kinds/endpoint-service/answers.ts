/** An endpoint service as AWS answers for it, with those who may connect. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { serviceNameOf } from '../../core/describe/endpointAnswer';

export default writesAnswers({
  kind: 'endpoint-service',
  id: 'vpce-svc-',
  write(service, scope) {
    const { props } = service;
    const ServiceId = scope.id(service.id);
    const balancers = Object.keys(props.loadBalancers).flatMap((id) => scope.resource(id) ?? []);
    const arns = (isGateway: boolean): readonly string[] =>
      balancers
        .filter(({ kind }) => (kind === 'gateway-load-balancer') === isGateway)
        .map(({ id }) => scope.id(id));
    const isGateway = arns(true).length > 0;
    scope.add('ServiceConfigurations', {
      AcceptanceRequired: known(props.acceptanceRequired) ?? true,
      GatewayLoadBalancerArns: isGateway ? arns(true) : undefined,
      ManagesVpcEndpoints: false,
      NetworkLoadBalancerArns: isGateway ? undefined : arns(false),
      ServiceId,
      ServiceName: serviceNameOf(service.id, scope),
      ServiceState: 'Available',
      ServiceType: [{ ServiceType: isGateway ? 'GatewayLoadBalancer' : 'Interface' }],
      Tags: scope.tags(service),
    });
    scope.asked('AllowedPrincipals', ServiceId);
    for (const { principal } of Object.values(props.principals)) {
      const Principal = known(principal) ?? '';
      if (Principal !== '')
        scope.add(
          'AllowedPrincipals',
          { Principal, PrincipalType: Principal === '*' ? 'All' : 'Account', ServiceId },
          ServiceId,
        );
    }
  },
});
