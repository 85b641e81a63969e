import { call } from '../core/commands';
import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import { attachments, type Attached } from './shared/attachments';
import { routesOf } from './shared/networks';
import { called, plan } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'instance-interface-not-named',
  severity: 'error',
  summary: {
    en: 'A route, an Elastic IP address or a public address needs to know which of several network interfaces is meant',
    ja: '複数のネットワークインターフェイスを持つインスタンスでは、ルート、Elastic IP アドレス、パブリックアドレスの対象を特定する必要があります',
  },
  why: {
    en: 'AWS takes an instance for its network interface only while it has a single one: with several, a route to the instance and an Elastic IP address for it are refused, and so is a public address at launch. Make the primary interface a resource of its own, which can be named. An interface that is attached afterwards is refused nothing by itself, but a later change of the route or the address is.',
    ja: 'インスタンスでインターフェイスを指定できるのは、インターフェイスが 1 つの場合だけです。複数ある場合、インスタンスへのルート、Elastic IP アドレスの関連付け、起動時のパブリックアドレスは拒否されます。プライマリネットワークインターフェイスを別リソースにすると指定できます。あとからアタッチする場合は作成時には拒否されませんが、その後のルートやアドレスの変更は失敗します。',
  },
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateAddress.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
  ],
  *check(context) {
    for (const attached of attachments(context)) {
      if (attached.instance.props.separateInterface !== false) continue;
      yield* routesTo(context, attached);
      yield* addressesOf(context, attached);
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Firewall' } } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Firewall', { separateInterface: true, sourceDestinationCheck: false }),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', atLaunch: true }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Firewall' } } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', atLaunch: true }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Firewall', { publicIp: 'elastic' }),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', atLaunch: true }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Firewall', { publicIp: 'yes' }),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', atLaunch: true }),
          ),
        ),
      ),
    ],
  },
});

function* routesTo(context: RuleContext, attached: Attached): Generator<FoundFault> {
  const { instance } = attached;
  const name = called(context, instance.id);
  for (const table of context.all('route-table'))
    for (const { destination, target } of routesOf(context, table)) {
      if (target?.id !== instance.id) continue;
      yield {
        on: [instance.id, table.id],
        field: 'separateInterface',
        ...weight(attached),
        message: {
          en: `The route ${destination} of ${called(context, table.id)} leads to ${name}, which has several network interfaces`,
          ja: `${called(context, table.id)} のルート ${destination} のターゲット ${name} には、複数のネットワークインターフェイスがあります`,
        },
        fixes: [separated(context, instance)],
      };
    }
}

function* addressesOf(context: RuleContext, attached: Attached): Generator<FoundFault> {
  const { instance } = attached;
  const name = called(context, instance.id);
  const publicIp = known(instance.props.publicIp);
  if (publicIp === 'elastic')
    yield {
      on: [instance.id],
      field: 'publicIp',
      ...weight(attached),
      message: {
        en: `${name} has an Elastic IP address, but several network interfaces, and nothing says which of them has it`,
        ja: `${name} には Elastic IP アドレスがありますが、ネットワークインターフェイスが複数あり、どれに関連付けるかが決まりません`,
      },
      fixes: [separated(context, instance)],
    };
  // What is attached afterwards does not matter when the instance starts.
  if (publicIp === 'yes' && startsWithSeveral(attached))
    yield {
      on: [instance.id],
      field: 'publicIp',
      message: {
        en: `${name} asks for a public address, which AWS gives to no instance that starts with several network interfaces`,
        ja: `${name} はパブリックアドレスを要求していますが、複数のネットワークインターフェイスで起動するインスタンスには割り当てられません`,
      },
      fixes: [
        plan(
          `Give ${name} an Elastic IP address on a primary interface of its own`,
          `${name} のプライマリネットワークインターフェイスを別リソースにして Elastic IP アドレスを関連付ける`,
          call('setProps', { id: instance.id, props: { publicIp: 'elastic', separateInterface: true } }),
        ),
        plan(
          `Take the public address off ${name}`,
          `${name} のパブリックアドレスを外す`,
          call('setProps', { id: instance.id, props: { publicIp: 'no' } }),
        ),
      ],
    };
}

function startsWithSeveral({ interfaces }: Attached): boolean {
  return interfaces.some(({ props }) => props.atLaunch === true);
}

/** AWS refuses it at once where the instance starts with them; else only a later change. */
function weight(attached: Attached): Pick<FoundFault, 'severity'> {
  return startsWithSeveral(attached) ? {} : { severity: 'warning' };
}

/** The primary interface apart, with the public address that the instance has. */
function separated(context: RuleContext, { id }: Resource<'instance'>) {
  const name = called(context, id);
  const isPublic = workloadOf(context, id)?.interfaces.some(({ publicIpv4 }) => publicIpv4 === true) === true;
  const props = { separateInterface: true, ...(isPublic ? { publicIp: 'elastic' } : {}) };
  return plan(
    `Make the primary network interface of ${name} a resource of its own`,
    `${name} のプライマリネットワークインターフェイスを別リソースにする`,
    call('setProps', { id, props }),
  );
}
