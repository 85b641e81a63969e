import type { ResourceId } from '../core/model/document';
import { box, noInternetFrom, sketch } from '../core/model/sketch';
import type { Query, Trace } from '../core/network/trace';
import { asked } from '../core/rules/asked';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { called } from './shared/words';
import { workloads } from './shared/workloads';

export default defineRule({
  id: 'scope-reaches-internet',
  severity: 'error',
  expectation: true,
  summary: {
    en: 'Nothing in a part of the design that is to stay off the internet may reach it or be reached from it',
    ja: 'インターネットから切り離すとした範囲は、インターネットと通信できてはいけません',
  },
  why: {
    en: 'The design says that workloads in these containers have no internet access. A route to an internet gateway or NAT gateway gives it to them. Remove the route, move the workload, or take the container out of the statement.',
    ja: 'この範囲のワークロードはインターネットと通信しないと宣言されていますが、インターネットゲートウェイや NAT ゲートウェイへのルートによって通信できます。ルートを削除するか、ワークロードを移動するか、宣言の範囲から外してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/infrastructure-security.html'],
  *check(context) {
    for (const scope of context.document.scopes.values()) {
      const containers = Object.keys(scope.containers);
      for (const { resource } of workloads(context)) {
        const container = containers.find((id) => isInside(context, resource.id, id));
        if (container === undefined) continue;
        const contact = contactOf(context, resource.id);
        if (contact === undefined) continue;
        const name = called(context, resource.id);
        const where = called(context, container);
        const port = contact.port === null ? '' : ` (TCP ${contact.port})`;
        yield {
          on: [scope.id, resource.id],
          ...(contact.trace.verdict === 'unknown' ? { severity: 'warning' as const } : {}),
          message: {
            en: `${name} in ${where} ${contact.trace.verdict === 'unknown' ? 'may have' : 'has'} internet access, which nothing there should: ${contact.isOut ? `it reaches the internet${port}` : `the internet reaches it${port}`}`,
            ja: `${where} はインターネットと通信しない範囲ですが、${name} は${contact.isOut ? `インターネットに接続${port}` : `インターネットから接続${port}`}${contact.trace.verdict === 'unknown' ? 'できる可能性があります' : 'できます'}`,
          },
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Db'))),
        noInternetFrom('Subnet'),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
            box('instance', 'Db'),
          ),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Nat' } },
          }),
        ),
        noInternetFrom('Private'),
      ),
    ],
  },
});

/** What stands for "any port": HTTPS out, and any of the ports that services listen on in. */
const portsIn: readonly number[] = [443, 80, 22, 3389, 5432, 3306];

interface Contact {
  readonly isOut: boolean;
  readonly port: number | null;
  readonly trace: Trace;
}

/** The first contact that is open; an uncertain one when none is. */
const contactOf = asked((context, id: ResourceId): Contact | undefined => {
  const out: Query = {
    from: { resource: id },
    to: { internet: true },
    protocol: 'any',
    port: null,
    sourcePort: null,
  };
  const probes: { readonly isOut: boolean; readonly query: Query }[] = [
    { isOut: true, query: { ...out, protocol: 'tcp', port: 443 } },
    { isOut: true, query: { ...out, protocol: 'tcp', port: 80 } },
    ...portsIn.map((port) => ({
      isOut: false,
      query: {
        from: { internet: true as const },
        to: { resource: id },
        protocol: 'tcp' as const,
        port,
        sourcePort: null,
      },
    })),
  ];
  let unsure: Contact | undefined;
  for (const { isOut, query } of probes) {
    const trace = context.network.trace(query);
    if (trace.verdict === 'reachable') return { isOut, port: query.port, trace };
    if (trace.verdict === 'unknown') unsure ??= { isOut, port: query.port, trace };
  }
  return unsure;
});

function isInside(context: RuleContext, id: ResourceId, container: ResourceId): boolean {
  let next: ResourceId | null = id;
  const seen = new Set<ResourceId>();
  while (next !== null && !seen.has(next)) {
    if (next === container) return true;
    seen.add(next);
    next = context.resource(next)?.parentId ?? null;
  }
  return false;
}
