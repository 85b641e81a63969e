/** Which listener of a load balancer takes a packet. */
import { listenerCarries } from '../../../lib/listenerProtocols';
import type { AnalyzerCode } from '../analyzerCodes';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { ListenerRow, LoadBalancerFact } from '../facts';
import { isPort, portsOf } from '../ports';
import type { Packet } from '../walk';

export interface FoundListener {
  readonly key: string;
  readonly listener: ListenerRow;
}

export type ListenerAnswer =
  | ({ readonly is: 'found' } & FoundListener)
  /** A listener that takes it if its values are what the packet needs. */
  | ({ readonly is: 'unsure'; readonly why: Words } & FoundListener)
  | {
      readonly is: 'none';
      readonly analyzerCode: AnalyzerCode;
      readonly says: Words;
      /** The one that would take it, were its port the packet's. */
      readonly nearest: FoundListener | undefined;
    };

export function listenerFor(fact: LoadBalancerFact, packet: Packet, name: string): ListenerAnswer {
  let unsure: ListenerAnswer | undefined;
  let nearest: FoundListener | undefined;
  for (const [key, listener] of Object.entries(fact.listeners)) {
    const { protocol, port } = listener;
    if (!isUnknown(protocol) && !listenerCarries(protocol, packet.protocol)) continue;
    const takesPort = isUnknown(port) || isPort(packet, port);
    if (!takesPort) {
      nearest ??= { key, listener };
      continue;
    }
    const hidden = [protocol, port].find(isUnknown);
    if (hidden === undefined) return { is: 'found', key, listener };
    unsure ??= { is: 'unsure', key, listener, why: hidden.unknown };
  }
  if (unsure !== undefined) return unsure;
  const wanted = wantedText(packet);
  const there = Object.values(fact.listeners).map(listenerText).join(', ');
  return {
    is: 'none',
    nearest,
    analyzerCode: nearest === undefined ? 'ELBV2_LISTENERS_MISMATCH' : 'ELBV2_LISTENER_PORT_RESTRICTION',
    says:
      there === ''
        ? { en: `${name} has no listener`, ja: `${name} にリスナーがありません` }
        : {
            en: `no listener of ${name} takes ${wanted}; it listens on ${there}`,
            ja: `${name} に ${wanted} を受け付けるリスナーがありません (リスナー: ${there})`,
          },
  };
}

/** `TCP 80` */
export function listenerText({ protocol, port }: ListenerRow): string {
  return `${isUnknown(protocol) ? '?' : protocol} ${isUnknown(port) ? '?' : port}`;
}

function wantedText(packet: Packet): string {
  const { protocol } = packet;
  const name = protocol === 'any' ? 'IP' : protocol.toUpperCase();
  const ports = portsOf(packet);
  if (ports === null) return name;
  const [from, to] = ports;
  return `${name} ${from === to ? from : `${from}–${to}`}`;
}
