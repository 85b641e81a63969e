/** What is proposed for a flow that is blocked, each proposal tried. */
import { expect } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, type Box, type Sketch } from '../core/model/sketch';
import { queryOf } from '../core/network/network';
import { plansThatMend } from '../core/plans/mend';
import { contextOf } from '../core/rules/validate';
import { ways } from '../rules/shared/ways';

const open = {
  inbound: { all: { protocol: 'any' as const, fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
};

/** A VPC with a subnet, a route table and an instance that anybody may reach. */
export function site(
  letter: string,
  block: string,
  routes: Readonly<Record<string, string>>,
  ...more: readonly Box[]
): Box {
  return box(
    'vpc',
    `Vpc${letter}`,
    { cidr: `${block}.0.0/16` },
    box(
      'subnet',
      `Subnet${letter}`,
      { cidr: `${block}.0.0/24`, zone: 'ap-northeast-1a', routeTable: `Table${letter}` },
      box('instance', `Host${letter}`, { securityGroups: { [`Group${letter}`]: true } }),
    ),
    box('security-group', `Group${letter}`, open),
    box('route-table', `Table${letter}`, {
      routes: Object.fromEntries(
        Object.entries(routes).map(([destination, target]) => [destination, { destination, target }]),
      ),
    }),
    ...more,
  );
}

/** The titles of the plans for the first arrow, each of which must mend it. */
export function plansOf(design: Sketch): readonly string[] {
  const context = contextOf(catalog, fromSketch(catalog, design));
  const [flow] = context.flows;
  if (flow === undefined) throw new Error('an arrow is expected');
  const found = plansThatMend(context, flow, ways);
  for (const plan of found) {
    const after = context.after(plan);
    expect(after.network.trace(queryOf(after.document, catalog, flow)).verdict, plan.title.en).toBe(
      'reachable',
    );
  }
  return found.map(({ title }) => title.en);
}
