/** Designs about transit gateways that several tests begin with. */
import type { Fact, RouteRow } from '../core/network/facts';
import {
  allow,
  attachment,
  instance,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from './facts';

export type Routes = Readonly<Record<string, RouteRow['target']>>;
export const everyone = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
export const zone = (letter: string): string => `ap-northeast-1${letter}`;

/** A VPC with one subnet in zone a, an instance in it, and an attachment to Tgw there. */
export function site(letter: string, routes: Routes = { '10.0.0.0/8': 'Tgw' }): Fact[] {
  const block = `10.${letter.charCodeAt(0) - 65}`;
  return [
    vpc(`Vpc${letter}`, `${block}.0.0/16`),
    subnet(`Subnet${letter}`, `Vpc${letter}`, `${block}.0.0/24`, { routeTable: `Table${letter}` }),
    routeTable(`Table${letter}`, `Vpc${letter}`, routes),
    securityGroup(`Group${letter}`, `Vpc${letter}`, { in: everyone, out: everyone }),
    instance(`Host${letter}`, `Subnet${letter}`, { securityGroups: [`Group${letter}`] }),
    attachment(`Attach${letter}`, 'Tgw', `Vpc${letter}`, [`Subnet${letter}`]),
  ];
}

/** Rows by which both attachments use a table and propagate to it. */
export const all = { associations: ['AttachA', 'AttachB'], propagations: ['AttachA', 'AttachB'] };
/** Two sites on one transit gateway with one table. */
export const two: readonly Fact[] = [
  ...site('A'),
  ...site('B'),
  transitGateway('Tgw'),
  transitTable('TgwTable', 'Tgw', all),
];

/** The facts with what one resource states changed. */
export function changed<F extends Fact['fact']>(
  facts: readonly Fact[],
  by: string,
  fact: F,
  change: (before: Extract<Fact, { readonly fact: F }>) => Fact,
): Fact[] {
  return facts.map((each) =>
    each.by === by && each.fact === fact ? change(each as Extract<Fact, { readonly fact: F }>) : each,
  );
}

export const withTarget = (facts: readonly Fact[], by: string, more: object): Fact[] =>
  changed(facts, by, 'transit-gateway-attachment', (fact) => ({ ...fact, to: { ...fact.to, ...more } }));
export const withTable = (facts: readonly Fact[], rows: Parameters<typeof transitTable>[2]): Fact[] => [
  ...facts.filter(({ by }) => by !== 'TgwTable'),
  transitTable('TgwTable', 'Tgw', rows),
];
