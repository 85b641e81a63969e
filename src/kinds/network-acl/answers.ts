/** A network ACL as AWS answers for it, with the last rules that every one has. */
import type { ResourceId } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord } from '../../core/describe/answerWriting';
import { protocolNumber } from '../../core/cfn/protocols';

export default writesAnswers({
  kind: 'network-acl',
  id: 'acl-',
  write(acl, scope) {
    const vpc = scope.ancestor('vpc');
    const NetworkAclId = scope.id(acl.id);
    const isUsed = (named: ResourceId | null | undefined): boolean =>
      named === acl.id || (named === null && acl.props.isDefault === true);
    scope.add('NetworkAcls', {
      Associations: scope
        .within('subnet', vpc?.id)
        .filter(({ props }) => isUsed(known(props.networkAcl)))
        .map(({ id }) => ({
          NetworkAclAssociationId: scope.made('aclassoc-', id),
          NetworkAclId,
          SubnetId: scope.id(id),
        })),
      Entries: (['inbound', 'outbound'] as const).flatMap((side) => {
        const Egress = side === 'outbound';
        return [
          ...Object.values(acl.props[side]).flatMap((row) => entryOf(row, Egress) ?? []),
          { CidrBlock: '0.0.0.0/0', Egress, Protocol: '-1', RuleAction: 'deny', RuleNumber: 32767 },
          ...(vpc?.props.ipv6 === true
            ? [{ Egress, Ipv6CidrBlock: '::/0', Protocol: '-1', RuleAction: 'deny', RuleNumber: 32768 }]
            : []),
        ];
      }),
      IsDefault: acl.props.isDefault === true,
      NetworkAclId,
      OwnerId: scope.account,
      Tags: scope.tags(acl),
      VpcId: scope.id(vpc?.id ?? null),
    });
  },
});

/** Undefined where something of it is unknown. */
function entryOf(
  row: Readonly<Record<'number' | 'action' | 'protocol' | 'fromPort' | 'toPort' | 'block', unknown>>,
  Egress: boolean,
): AnswerRecord | undefined {
  if (Object.values(row).some(isUnknown)) return undefined;
  const { number, action, protocol, fromPort, toPort, block } = row as {
    readonly number: number;
    readonly action: 'allow' | 'deny';
    readonly protocol: Parameters<typeof protocolNumber>[0];
    readonly fromPort: number | null;
    readonly toPort: number | null;
    readonly block: string;
  };
  const isIcmp = protocol === 'icmp' || protocol === 'icmpv6';
  return {
    [block.includes(':') ? 'Ipv6CidrBlock' : 'CidrBlock']: block,
    Egress,
    ...(isIcmp ? { IcmpTypeCode: { Code: toPort ?? -1, Type: fromPort ?? -1 } } : {}),
    ...(protocol === 'tcp' || protocol === 'udp'
      ? { PortRange: { From: fromPort ?? toPort ?? 0, To: toPort ?? fromPort ?? 65535 } }
      : {}),
    Protocol: String(protocolNumber(protocol)),
    RuleAction: action,
    RuleNumber: number,
  };
}
