/** A VPC peering connection as AWS answers for it. */
import type { ResourceId } from '../../core/model/document';
import { known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord } from '../../core/describe/answerWriting';
import { regionAround } from '../../core/describe/regionAround';

export default writesAnswers({
  kind: 'peering-connection',
  id: 'pcx-',
  write(connection, scope) {
    const { props } = connection;
    const side = (vpc: ResourceId | null, account: string, region: string, dns: boolean): AnswerRecord => {
      const found = scope.resource(vpc);
      return {
        CidrBlock: found?.kind === 'vpc' ? known(found.props.cidr) : undefined,
        OwnerId: account,
        PeeringOptions: { AllowDnsResolutionFromRemoteVpc: dns },
        Region: region,
        VpcId: scope.id(vpc) || undefined,
      };
    };
    const requester = known(props.requester) ?? null;
    const accepter = known(props.accepter) ?? null;
    const own = regionAround(requester, scope);
    scope.add('VpcPeeringConnections', {
      AccepterVpcInfo: side(
        accepter,
        known(props.accepterAccount) || scope.account,
        known(props.accepterRegion) || regionAround(accepter, scope, own),
        props.accepterDns === true,
      ),
      RequesterVpcInfo: side(requester, scope.account, own, props.requesterDns === true),
      Status:
        props.accepted === true
          ? { Code: 'active', Message: 'Active' }
          : { Code: 'pending-acceptance', Message: `Pending Acceptance by ${scope.account}` },
      Tags: scope.tags(connection),
      VpcPeeringConnectionId: scope.id(connection.id),
    });
  },
});
