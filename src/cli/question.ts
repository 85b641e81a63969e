/** A flow as the command line, an expectation file, or a drawn arrow says it. */
import { catalog } from '../aws';
import type { Flow, Protocol } from '../core/model/document';
import { queryOf } from '../core/network/network';
import type { End, Query } from '../core/network/trace';
import { readEnd } from './ends';
import type { Input } from './openInput';
import { Refusal } from './refusal';

/** A flow in words, as answers repeat it. */
export interface FlowWords {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: number | null;
}

export interface Question {
  readonly flow: FlowWords;
  readonly query: Query;
}

export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly protocol?: string | undefined;
  readonly port?: string | undefined;
  readonly sourcePort?: string | undefined;
  /** The group of the user who sends. */
  readonly group?: string | undefined;
}

const protocols: readonly Protocol[] = ['tcp', 'udp', 'icmp', 'any'];

export function questionOf(input: Input, asked: Asked): Question {
  const protocol = protocolNamed(asked.protocol ?? 'tcp');
  const ports = protocol === 'tcp' || protocol === 'udp';
  if (!ports && protocol === 'icmp' && (asked.port !== undefined || asked.sourcePort !== undefined))
    throw new Refusal({ en: 'ICMP has no ports.', ja: 'ICMP にポートはありません。' });
  const port = asked.port === undefined ? (ports ? 443 : null) : portNamed(asked.port);
  const from = readEnd(input, asked.from);
  const to = readEnd(input, asked.to);
  if ('service' in from || 'dns' in from)
    throw new Refusal({
      en: `Traffic cannot start at “${asked.from}”: a service or host name only answers.`,
      ja: `「${asked.from}」は通信の始点になりません。サービスとホスト名は終点だけに指定できます。`,
    });
  if (asked.group !== undefined && !hasUsers(input, from))
    throw new Refusal({
      en: `“${asked.from}” has no users, so that it cannot be asked for the group “${asked.group}”; a Client VPN endpoint has.`,
      ja: `「${asked.from}」にはユーザーがいないため、グループ「${asked.group}」は指定できません。指定できるのはクライアント VPN エンドポイントの場合だけです。`,
    });
  return {
    flow: { from: asked.from, to: asked.to, protocol, port },
    query: {
      from,
      to,
      protocol,
      port,
      sourcePort: asked.sourcePort === undefined ? null : portNamed(asked.sourcePort),
      ...(asked.group === undefined ? {} : { group: asked.group }),
    },
  };
}

export function questionOfFlow(input: Input, flow: Flow): Question {
  return {
    flow: {
      from: input.nameOf(flow.from),
      to: input.nameOf(flow.to),
      protocol: flow.protocol,
      port: flow.port,
    },
    query: queryOf(input.document, catalog, flow),
  };
}

function hasUsers({ document }: Input, end: End): boolean {
  const resource = 'resource' in end ? document.resources.get(end.resource) : undefined;
  return resource !== undefined && catalog.kind(resource.kind).hasUsers === true;
}

export function protocolNamed(text: string): Protocol {
  const protocol = protocols.find((each) => each === text);
  if (protocol !== undefined) return protocol;
  throw new Refusal({
    en: `“${text}” is no protocol; it can be: ${protocols.join(', ')}`,
    ja: `プロトコル「${text}」は使えません。指定できる値: ${protocols.join(', ')}`,
  });
}

export function portNamed(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Refusal({
    en: `“${text}” is no port; a port is a number from 1 to 65535.`,
    ja: `「${text}」はポートではありません。1〜65535 の数値を指定してください。`,
  });
}

export function flowText({ from, to, protocol, port }: FlowWords): string {
  return `${from} → ${to}  ${protocol}${port === null ? '' : ` ${port}`}`;
}
