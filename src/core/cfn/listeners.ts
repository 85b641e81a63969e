/** Listeners in CloudFormation: each is a resource beside its load balancer. */
import type { Rows } from '../catalog/field';
import type { Listener } from '../catalog/listenerRows';
import { listed } from '../catalog/standing';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { isUnknown, known, type Value } from '../model/value';
import type { CfnEntry, CfnReader, CfnWriteScope, Satellite } from './mapping';
import type { CfnValue } from './template';

export const listenerSatellites: readonly Satellite[] = [
  {
    role: 'listener',
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    from: 'satellite',
    property: 'LoadBalancerArn',
  },
  {
    role: 'certificate',
    type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
    from: 'satellite',
    property: 'ListenerArn',
    of: 'listener',
  },
];

/** `otherwise`: the action of a listener without a target group; without it, such a listener is not written. */
export function* listenerEntries(
  owner: ResourceId,
  listeners: Rows<Listener>,
  scope: CfnWriteScope,
  otherwise: CfnValue | undefined,
): Generator<CfnEntry> {
  for (const [key, listener] of Object.entries(listeners)) {
    const actions = actionsOf(listener, scope, otherwise);
    if (actions === 'none') continue;
    const protocol = known(listener.protocol) ?? '';
    yield {
      role: `listener:${key}`,
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      suffix: `Listener${known(listener.port) ?? ''}`,
      properties: {
        LoadBalancerArn: scope.ref(owner),
        Protocol: scope.plain(listener.protocol),
        Port: scope.plain(listener.port),
        Certificates:
          protocol === 'TLS' || protocol === 'HTTPS'
            ? [
                {
                  CertificateArn: scope.parameter(`${scope.logicalId(owner) ?? ''}CertificateArn`, {
                    Type: 'String',
                    Description: `The certificate of ${scope.logicalId(owner) ?? 'the load balancer'}`,
                  }),
                },
              ]
            : undefined,
        DefaultActions: actions,
      },
    };
  }
}

/** Undefined where only the author of the template knows. */
function actionsOf(
  { targetGroup, others }: Listener,
  scope: CfnWriteScope,
  otherwise: CfnValue | undefined,
): CfnValue | undefined | 'none' {
  if (isUnknown(targetGroup)) return undefined;
  const first = scope.ref(targetGroup);
  if (first === undefined) return otherwise === undefined ? 'none' : [otherwise];
  const more = listed(others, scope).flatMap(({ id }) => scope.ref(id) ?? []);
  if (more.length === 0) return [{ Type: 'forward', TargetGroupArn: first }];
  const groups = [first, ...more].map((TargetGroupArn) => ({ TargetGroupArn, Weight: 1 }));
  return [{ Type: 'forward', ForwardConfig: { TargetGroups: groups } }];
}

/** `usual`: the protocol of a listener that says none. */
export function readListeners(reader: CfnReader, groups: readonly KindName[], usual: string): Rows<Listener> {
  const rows: Record<string, Listener> = {};
  for (const listener of reader.satellites('listener')) {
    const row = `listeners.${listener.row}`;
    const forwards = forwardsOf(listener, 'DefaultActions', `${row}.targetGroup`, groups);
    const [targetGroup = null, ...others] = forwards;
    rows[listener.row] = {
      protocol: listener.text(`${row}.protocol`, 'Protocol', usual),
      port: listener.number(`${row}.port`, 'Port', 0),
      // Of several groups none may be left out; where one is not known, it is not known who takes the requests.
      targetGroup: others.find(isUnknown) ?? targetGroup,
      others: Object.fromEntries(
        others.flatMap((id) => (typeof id === 'string' ? [[id, true as const]] : [])),
      ),
    };
  }
  return rows;
}

/** The target groups that a list of actions forwards to, in order. */
export function forwardsOf(
  reader: CfnReader,
  property: string,
  prop: string,
  groups: readonly KindName[],
): readonly Value<ResourceId | null>[] {
  const forward = reader.list(property).find((action) => action.raw('Type') === 'forward');
  if (forward === undefined) return [];
  if (forward.has('TargetGroupArn')) return [forward.target(prop, 'TargetGroupArn', groups)];
  const shares = forward.object('ForwardConfig')?.list('TargetGroups') ?? [];
  return shares.map((share, index) =>
    share.target(index === 0 ? prop : `${prop}.${index}`, 'TargetGroupArn', groups),
  );
}
