import { expect, test } from 'vitest';
import type { PacketHeader } from '../network/trace';
import { headerParts } from './headerParts';

const header = (changes: Partial<PacketHeader>): PacketHeader => ({
  source: '10.0.1.10',
  destination: '52.219.0.1',
  protocol: 'tcp',
  sourcePorts: [1024, 65535],
  destinationPorts: [443, 443],
  ...changes,
});

test('an address has its port behind it', () => {
  const { source, destination, protocol } = headerParts(header({}));

  expect([source.en, destination.en, protocol.en]).toEqual(['10.0.1.10:1024-65535', '52.219.0.1:443', 'TCP']);
});

test('any port is said, and a protocol without ports has none', () => {
  expect(headerParts(header({ destinationPorts: null })).destination).toEqual({
    en: '52.219.0.1, any port',
    ja: '52.219.0.1 (すべてのポート)',
  });
  expect(headerParts(header({ protocol: 'icmp', destinationPorts: null })).destination.en).toBe('52.219.0.1');
  expect(headerParts(header({ protocol: 'any' })).protocol.ja).toBe('すべてのプロトコル');
});

test('an IPv6 address stands in brackets, and what is no address is told apart from its port in words', () => {
  expect(headerParts(header({ source: '2001:db8::1' })).source.en).toBe('[2001:db8::1]:1024-65535');
  expect(headerParts(header({ source: 'Web (public)' })).source).toEqual({
    en: 'Web (public), port 1024-65535',
    ja: 'Web (パブリック) (ポート 1024-65535)',
  });
});
