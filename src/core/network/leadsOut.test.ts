import { expect, test } from 'vitest';
import {
  egressOnlyGateway,
  internetGateway,
  natGateway,
  routeTable,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import type { NatGatewayFact } from './facts';
import { compileNetwork } from './network';

/** Where the default route of a table leads that names this target. */
function leads(target: string, connectivity: NatGatewayFact['connectivity'] = 'public', attached = true) {
  const destination = target === 'Eigw' ? '::/0' : '0.0.0.0/0';
  const network = compileNetwork([
    vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
    internetGateway('Igw', attached ? 'Vpc' : null),
    egressOnlyGateway('Eigw', 'Vpc'),
    routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Public' }),
    { ...natGateway('Nat', 'A'), connectivity },
    routeTable('Table', 'Vpc', { [destination]: target }),
  ]);
  return network.routesOf('Table').find((route) => route.destination === destination)?.leads;
}

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
test('a route to an internet gateway, an egress-only one or a public NAT gateway leads to the internet', () => {
  expect(leads('Igw')).toBe('internet');
  expect(leads('Eigw')).toBe('internet');
  expect(leads('Nat')).toBe('internet');
});

test('a route to a private NAT gateway does not', () => {
  expect(leads('Nat', 'private')).toBeUndefined();
});

test('of a NAT gateway of which nobody knows whether it is public, nobody knows where it leads', () => {
  expect(leads('Nat', unknown)).toBe('unknown');
});

test('a route that AWS would not follow leads nowhere', () => {
  expect(leads('Igw', 'public', false)).toBeUndefined();
});
