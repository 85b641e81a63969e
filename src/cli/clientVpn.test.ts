/** Client VPN endpoints on the command line: a connected client, and the group of its user. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

const text = readFileSync('examples/templates/client-vpn.yaml', 'utf8');
const trace = (rest: string) =>
  vpcanvas(`trace net.yaml --from Endpoint ${rest} --format json`, { 'net.yaml': text });

test('a Client VPN endpoint as the source means a connected client', async () => {
  const { status, json } = await trace('--to Server');

  expect(status).toBe(0);
  expect(json).toMatchObject({
    verdict: 'reachable',
    forward: {
      steps: [
        {
          at: 'Endpoint',
          what: 'authorization',
          verdict: 'pass',
          because: { resource: 'Endpoint', row: 'EverybodyToVpc: 10.0.0.0/16 → all users' },
        },
        { what: 'route' },
        { what: 'translate', verdict: 'rewrite' },
        ...Array.from({ length: 3 }, () => ({})),
      ],
    },
  });
});

test('--group says to which group the user belongs', async () => {
  const without = await trace('--to internet');
  const other = await trace('--to internet --group guests');
  const admin = await trace('--to internet --group admins');

  expect([without.status, other.status, admin.status]).toEqual([1, 1, 0]);
  expect(other.json).toMatchObject({
    blockedBy: [
      {
        resource: 'Endpoint',
        row: 'AdministratorsAnywhere: 0.0.0.0/0 → admins',
        code: 'not-authorized',
        analyzerCode: null,
        direction: 'forward',
      },
    ],
  });
});

test('a group is asked only of those who have users', async () => {
  const { status, err } = await vpcanvas('trace net.yaml --from Server --to internet --group admins', {
    'net.yaml': text,
  });

  expect(status).toBe(2);
  expect(err).toContain('“Server” has no users');
});

test('an expectation may name the group', async () => {
  const { json } = await vpcanvas('check net.yaml --expect flows.yaml --format json', {
    'net.yaml': text,
    'flows.yaml': `
- { from: Endpoint, to: internet, group: admins }
- { from: Endpoint, to: internet, group: guests, expect: blocked }
`,
  });

  expect(json).toMatchObject({ expectations: [{ verdict: 'reachable' }, { verdict: 'blocked' }] });
});
