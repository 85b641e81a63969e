/** A Client VPN endpoint as AWS answers for it: associations, routes and authorization rules have answers of their own. */
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { serversIn } from './rows';

export default writesAnswers({
  kind: 'client-vpn-endpoint',
  id: 'cvpn-endpoint-',
  write(endpoint, scope) {
    const { props } = endpoint;
    const vpc = scope.ancestor('vpc');
    const id = scope.id(endpoint.id);
    const own = { ClientVpnEndpointId: id };
    const transit = scope.id(known(props.transitGateway) ?? null);
    scope.add('ClientVpnEndpoints', {
      AuthenticationOptions: [{ Type: `${known(props.authentication) ?? 'certificate'}-authentication` }],
      ClientCidrBlock: known(props.clientCidr) || undefined,
      ...own,
      Description: '',
      DnsServers: isUnknown(props.dnsServers) ? [] : serversIn(props.dnsServers),
      EndpointIpAddressType: known(props.endpointAddresses),
      SecurityGroupIds: scope
        .groups(Object.keys(props.securityGroups), vpc?.id)
        .map((group) => group['GroupId']),
      SplitTunnel: props.splitTunnel === true,
      Status: { Code: 'available' },
      Tags: scope.tags(endpoint),
      TrafficIpAddressType: known(props.traffic),
      TransitGatewayConfiguration: transit === '' ? undefined : { TransitGatewayId: transit },
      VpcId: scope.id(vpc?.id ?? null) || undefined,
    });
    const lists = {
      networks: 'ClientVpnTargetNetworks',
      routes: 'ec2 describe-client-vpn-routes Routes',
      rules: 'AuthorizationRules',
    };
    for (const list of Object.values(lists)) scope.asked(list, id);
    for (const [key, { subnet }] of Object.entries(props.associations)) {
      const TargetNetworkId = scope.id(known(subnet) ?? null);
      if (TargetNetworkId === '') continue;
      scope.add(
        lists.networks,
        {
          AssociationId: scope.made('cvpn-assoc-', `${endpoint.id} ${key}`),
          ...own,
          Status: { Code: 'associated' },
          TargetNetworkId,
          VpcId: scope.id(vpc?.id ?? null),
        },
        id,
      );
      // The route to its own VPC comes with it.
      scope.add(
        lists.routes,
        {
          ...own,
          DestinationCidr: known(vpc?.props.cidr ?? ''),
          Origin: 'associate',
          Status: { Code: 'active' },
          TargetSubnet: TargetNetworkId,
          Type: 'Nat',
        },
        id,
      );
    }
    for (const { destination, subnet } of Object.values(props.routes)) {
      const DestinationCidr = known(destination) ?? '';
      if (DestinationCidr === '' || isUnknown(subnet)) continue;
      scope.add(
        lists.routes,
        {
          ...own,
          DestinationCidr,
          Origin: 'add-route',
          Status: { Code: 'active' },
          TargetSubnet: scope.id(subnet) || 'local',
          Type: 'Nat',
        },
        id,
      );
    }
    for (const { destination, group } of Object.values(props.authorizations)) {
      const DestinationCidr = known(destination) ?? '';
      if (DestinationCidr === '' || isUnknown(group)) continue;
      scope.add(
        lists.rules,
        { AccessAll: group === '', ...own, DestinationCidr, GroupId: group, Status: { Code: 'active' } },
        id,
      );
    }
  },
});
