/** A Network Load Balancer as AWS answers for it, with the addresses of its nodes. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { addBalancer, addListeners, balancerArn } from '../../core/describe/balancerAnswer';
import { balancerName } from '../../core/describe/dnsNames';
import { standsInAs } from '../../core/describe/standsInAs';

export default writesAnswers({
  kind: 'network-load-balancer',
  id: (balancer, scope) => balancerArn('network', balancer, scope),
  write(balancer, scope) {
    const { props } = balancer;
    const vpc = scope.ancestor('vpc');
    const scheme = known(props.scheme) ?? 'internet-facing';
    const named = Object.keys(props.securityGroups);
    const rows = Object.values(props.addresses);
    addBalancer(
      balancer,
      {
        type: 'network',
        dnsName: balancerName(balancer, scheme === 'internal', scope),
        scheme,
        subnets: standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope),
        network: vpc?.id,
        // One without a group never gets any, and not the default one.
        groups: named.length === 0 ? [] : scope.groups(named, vpc?.id),
        ipAddressType: props.dualStack === true ? 'dualstack' : 'ipv4',
        attributes: {
          'deletion_protection.enabled': 'false',
          'load_balancing.cross_zone.enabled': String(props.crossZone === true),
        },
        addressOf(subnet) {
          const row = rows.find((each) => each.subnet === subnet);
          if (row === undefined) return undefined;
          const key = `${balancer.id} ${subnet}`;
          return {
            ...(row.elasticIp === true
              ? { AllocationId: scope.made('eipalloc-', key), IpAddress: scope.publicAddress(key) }
              : {}),
            PrivateIPv4Address: known(row.privateIp) || undefined,
          };
        },
        more: {
          EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
            named.length === 0 && props.filtersPrivateLink === true
              ? undefined
              : props.filtersPrivateLink === false
                ? 'off'
                : 'on',
        },
      },
      scope,
    );
    addListeners(balancer, props.listeners, undefined, scope);
  },
});
