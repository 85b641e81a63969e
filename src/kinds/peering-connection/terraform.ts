import { truth as literal } from '../../core/terraform/hcl';
import { tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/**
 * CloudFormation accepts a connection within the account; the provider does when it is told, and across Regions by a resource
 * at the other end. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_peering_connection
 */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPCPeeringConnection': {
    type: 'aws_vpc_peering_connection',
    properties: {
      PeerOwnerId: text('peer_owner_id'),
      PeerRegion: text('peer_region'),
      PeerRoleArn: (value, to, name) => to.leaveOut(name, value),
      PeerVpcId: text('peer_vpc_id'),
      Tags: tags,
      VpcId: text('vpc_id'),
    },
    finish(to, { PeerOwnerId: owner, PeerRegion: region, PeerRoleArn: role }) {
      const isOwn =
        owner === undefined ||
        (typeof owner === 'object' && owner !== null && 'Ref' in owner && owner.Ref === 'AWS::AccountId');
      if (!isOwn || role !== undefined) {
        to.remark({
          en: `${to.id}: the other account must accept the connection, by aws_vpc_peering_connection_accepter in its own configuration`,
          ja: `${to.id}: 相手のアカウントが、自身の構成の aws_vpc_peering_connection_accepter で接続を承諾する必要があります`,
        });
        return;
      }
      if (region === undefined || region === null) {
        to.set('auto_accept', literal(true));
        return;
      }
      to.part('aws_vpc_peering_connection_accepter', 'accepter', null, (part) => {
        part.set('region', part.value(region, 'text'));
        part.set('vpc_peering_connection_id', part.self('id'));
        part.set('auto_accept', literal(true));
      });
    },
    isCompleteWithParts: true,
    ref: 'id',
    attributes: { Id: 'id' },
  },
};

export default tables;
