/** The options by which a flow is asked for. */
import type { Given, OptionSpec } from './options';
import { questionOf, type Question } from './question';
import type { Input } from './openInput';
import { Refusal } from './refusal';

export const flowOptions: readonly OptionSpec[] = [
  {
    name: 'from',
    value: 'A',
    about: {
      en: 'where the flow starts: a resource, internet, or an address',
      ja: '始点: リソース、internet、アドレス',
    },
  },
  {
    name: 'to',
    value: 'B',
    about: {
      en: 'where it goes: a resource, internet, an address, service:NAME, dns:HOST',
      ja: '終点: リソース、internet、アドレス、service:名前、dns:ホスト名',
    },
  },
  {
    name: 'protocol',
    value: 'tcp|udp|icmp|any',
    oneOf: ['tcp', 'udp', 'icmp', 'any'],
    about: { en: 'default: tcp', ja: '既定は tcp' },
  },
  {
    name: 'port',
    value: 'N',
    about: { en: 'destination port (default: 443)', ja: '宛先ポート (既定は 443)' },
  },
  {
    name: 'source-port',
    value: 'N',
    about: {
      en: 'default: the client’s whole ephemeral range',
      ja: '既定はクライアントの一時ポート範囲全体',
    },
  },
  {
    name: 'group',
    value: 'NAME',
    about: {
      en: 'the group of a Client VPN’s user (default: of none)',
      ja: 'クライアント VPN のユーザーのグループ (既定はなし)',
    },
  },
];

export interface GivenEnds {
  readonly from: string;
  readonly to: string;
}

/** Asked before any file is read. */
export function endsGiven(given: Given, verb: string): GivenEnds {
  const from = given.value('from');
  const to = given.value('to');
  if (from === undefined || to === undefined)
    throw new Refusal({
      en: `${verb} needs ${from === undefined ? '--from A' : '--to B'}.`,
      ja: `${verb} には ${from === undefined ? '--from A' : '--to B'} が必要です。`,
    });
  return { from, to };
}

export function questionGiven(input: Input, { from, to }: GivenEnds, given: Given): Question {
  return questionOf(input, {
    from,
    to,
    protocol: given.value('protocol'),
    port: given.value('port'),
    sourcePort: given.value('source-port'),
    group: given.value('group'),
  });
}
