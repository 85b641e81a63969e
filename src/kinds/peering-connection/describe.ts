/** VPC peering connections in the answers of AWS, with the DNS options that no template has. */
import { describes, refTo } from '../../core/describe/describeMapping';
import { flagIn, isGone, partIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'peering-connection',
  calls: [{ command: 'ec2 describe-vpc-peering-connections', list: 'VpcPeeringConnections', ids: 'pcx-' }],
  reads: {
    *VpcPeeringConnections(connection, scope) {
      const status = partIn(connection, 'Status');
      if (isGone({ State: textIn(status, 'Code') })) return;
      const requester = partIn(connection, 'RequesterVpcInfo');
      const accepter = partIn(connection, 'AccepterVpcInfo');
      const dns = (side: typeof requester): boolean =>
        flagIn(partIn(side, 'PeeringOptions'), 'AllowDnsResolutionFromRemoteVpc') === true;
      const account = textIn(accepter, 'OwnerId');
      const region = textIn(accepter, 'Region');
      yield {
        id: textIn(connection, 'VpcPeeringConnectionId'),
        type: 'AWS::EC2::VPCPeeringConnection',
        properties: {
          VpcId: refTo(textIn(requester, 'VpcId')),
          PeerVpcId: refTo(textIn(accepter, 'VpcId')),
          PeerOwnerId: account === textIn(requester, 'OwnerId') ? undefined : account || undefined,
          PeerRegion:
            region === (textIn(requester, 'Region') || scope.region) ? undefined : region || undefined,
          Tags: scope.tags(connection),
        },
        says: {
          accepted: textIn(status, 'Code') === 'active',
          requesterDns: dns(requester),
          accepterDns: dns(accepter),
        },
      };
    },
  },
});
