/** What rules ask of VPC peering connections, answered from the drawing alone. Undefined always means: nobody can say. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import { asked } from '../../core/rules/asked';
import type { RuleContext } from '../../core/rules/rule';

type Connection = Resource<'peering-connection'>;

/** A connection whose two VPCs are drawn. */
export interface Peering {
  readonly connection: Connection;
  readonly requester: Resource<'vpc'>;
  readonly accepter: Resource<'vpc'>;
}

export const peerings = asked((context): readonly Peering[] =>
  context.all('peering-connection').flatMap((connection) => {
    const requester = vpcNamed(context, known(connection.props.requester));
    const accepter = vpcNamed(context, known(connection.props.accepter));
    return requester === undefined || accepter === undefined ? [] : [{ connection, requester, accepter }];
  }),
);

/** A connection as one of its VPCs sees it. */
export interface Peer {
  readonly peering: Peering;
  readonly vpc: Resource<'vpc'>;
}

/** The VPCs on the other sides of a VPC's connections. */
export const peersOf = asked((context, vpc: ResourceId): readonly Peer[] =>
  peerings(context).flatMap((peering) => {
    const { requester, accepter } = peering;
    return [
      ...(requester.id === vpc ? [{ peering, vpc: accepter }] : []),
      ...(accepter.id === vpc ? [{ peering, vpc: requester }] : []),
    ];
  }),
);

/** Whether the two VPCs are in one Region. */
export function isInOneRegion(context: RuleContext, peering: Peering): boolean | undefined {
  const { accepterRegion } = peering.connection.props;
  if (isUnknown(accepterRegion)) return undefined;
  const accepter = accepterRegion === '' ? context.around(peering.accepter.id).region : accepterRegion;
  return context.around(peering.requester.id).region === accepter;
}

/** Whether security groups of one VPC may be named in rules of the other because the two are peered. */
export function mayNameGroupsOf(
  context: RuleContext,
  own: ResourceId,
  other: ResourceId,
): boolean | undefined {
  let answer: boolean | undefined = false;
  for (const { peering, vpc } of peersOf(context, own)) {
    if (vpc.id !== other) continue;
    const { accepted } = peering.connection.props;
    const inOneRegion = isInOneRegion(context, peering);
    if (inOneRegion === true && accepted === true) return true;
    if (inOneRegion !== false && accepted !== false) answer = undefined;
  }
  return answer;
}

function vpcNamed(context: RuleContext, id: ResourceId | null | undefined): Resource<'vpc'> | undefined {
  const resource = context.resource(id);
  return resource !== undefined && isKind(resource, 'vpc') ? resource : undefined;
}
