import { expect, test } from 'vitest';
import type { PacketHeader, Path, Step, Trace } from '../core/network/trace';
import { journeyOf } from './journey';

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
  const stops = journeyOf(
    trace(path(step('Web', 'route', 'a'), step('Subnet', 'network-acl', 'a', 'drop')), null),
  );

  expect(stops.map(({ stopped }) => stopped)).toEqual([false, true]);
});

test('a trace without steps has no stops', () => {
  expect(journeyOf(trace(path(), null))).toEqual([]);
});
