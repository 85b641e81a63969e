/** Elastic IP addresses, which are no resources of a diagram: each belongs to what has it. */
import type { Resource } from '../model/document';
import type { AnswerRecord, AnswerScope } from './answerWriting';

/** Adds the address, and gives its association as a network interface shows it. */
export function elasticAddress(of: Resource, key: string, scope: AnswerScope): AnswerRecord {
  const own = `${of.id} ${key}`;
  const AllocationId = scope.made('eipalloc-', own);
  const AssociationId = scope.made('eipassoc-', own);
  const PublicIp = scope.publicAddress(own);
  scope.add('Addresses', {
    AllocationId,
    AssociationId,
    Domain: 'vpc',
    NetworkBorderGroup: scope.region,
    PublicIp,
    PublicIpv4Pool: 'amazon',
    Tags: [],
  });
  return { AllocationId, AssociationId, IpOwnerId: scope.account, PublicIp };
}
