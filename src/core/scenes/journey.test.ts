import { expect, test } from 'vitest';
import type { PacketHeader, Path, Step, Trace } from '../network/trace';
import { journeyOf as journey, type Stop } from './journey';

const journeyOf = (each: Trace): readonly Stop[] => journey(each, (id) => id !== 'Subnet');

const header = (source: string): PacketHeader => ({
  source,
  destination: '198.51.100.7',
  protocol: 'tcp',
  sourcePorts: [32768, 65535],
  destinationPorts: [443, 443],
});

const step = (at: string, what: Step['what'], source: string, verdict: Step['verdict'] = 'pass'): Step => ({
  at,
  what,
  direction: null,
  verdict,
  because: { resource: at, row: null, says: { en: what, ja: what } },
  packet: header(source),
});

const path = (...steps: Step[]): Path => ({ disposition: 'delivered', steps });

const trace = (forward: Path, back: Path | null): Trace => ({
  verdict: 'reachable',
  resolution: null,
  forward,
  return: back,
  blockedBy: [],
  unknowns: [],
});

test('what is decided at one place is one stop', () => {
  const forward = path(
    step('Web', 'security-group', '10.0.0.4'),
    step('Web', 'route', '10.0.0.4'),
    step('Igw', 'gateway', '10.0.0.4'),
  );

  const stops = journeyOf(trace(forward, null));

  expect(stops.map(({ at, steps }) => [at, steps.length])).toEqual([
    ['Web', 2],
    ['Igw', 1],
  ]);
});

test('a stop shows the header before and after only where it was rewritten', () => {
  const forward = path(step('Web', 'route', '10.0.0.4'), step('Igw', 'translate', '203.0.113.9', 'rewrite'));

  const [web, igw] = journeyOf(trace(forward, null));

  expect(web?.before).toBe(web?.after);
  expect(igw?.before.source).toBe('10.0.0.4');
  expect(igw?.after.source).toBe('203.0.113.9');
});

test('the reply follows the packet when it arrived', () => {
  const stops = journeyOf(
    trace(path(step('Web', 'route', 'a'), step('App', 'deliver', 'a')), path(step('App', 'route', 'b'))),
  );

  expect(stops.map(({ at, direction }) => `${at} ${direction}`)).toEqual([
    'Web forward',
    'App forward',
    'App return',
  ]);
});

test('the stop that drops the packet is the last', () => {
  const stops = journeyOf(trace(path(step('Web', 'route', 'a'), step('Igw', 'gateway', 'a', 'drop')), null));

  expect(stops.map(({ stopped }) => stopped)).toEqual([false, true]);
});

test('a trace without steps has no stops', () => {
  expect(journeyOf(trace(path(), null))).toEqual([]);
});

test('what a subnet decides is told where the packet comes from on its way out, where it goes to on its way in', () => {
  const at = (direction: 'in' | 'out'): Step => ({ ...step('Subnet', 'network-acl', 'a'), direction });

  const stops = journeyOf(
    trace(
      path(step('Web', 'security-group', 'a'), at('out'), at('in'), step('App', 'security-group', 'a')),
      null,
    ),
  );

  expect(stops.map((stop) => [stop.at, stop.steps.length])).toEqual([
    ['Web', 2],
    ['App', 2],
  ]);
});

test('a packet that a subnet does not let in stops there', () => {
  const refused: Step = { ...step('Subnet', 'network-acl', 'a', 'drop'), direction: 'in' };

  const stops = journeyOf(trace(path(step('Web', 'route', 'a'), refused), null));

  expect(stops.map(({ at, stopped }) => [at, stopped])).toEqual([
    ['Web', false],
    ['Subnet', true],
  ]);
});

test('the packet waits at its start while a DNS server elsewhere is asked, and ends there where the query is stopped', () => {
  const asked = [
    step('Inbound', 'name-resolution', '10.0.0.4'),
    step('Web', 'name-resolution', '10.0.0.4'),
    step('Web', 'route', '10.0.0.4'),
    step('Endpoint', 'deliver', '10.0.0.4'),
  ];
  const stopped = step('Inbound', 'name-resolution', '10.0.0.4', 'drop');

  expect(journeyOf(trace(path(...asked), null)).map(({ at, steps }) => [at, steps.length])).toEqual([
    ['Web', 3],
    ['Endpoint', 1],
  ]);
  expect(journeyOf(trace(path(stopped), null))).toMatchObject([{ at: 'Inbound', stopped: true }]);
});
