/** The listeners of a load balancer as a table: what each takes in, and where it sends that. */
import { listenerProtocols } from '../../lib/listenerProtocols';
import { verbatim } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Value } from '../model/value';
import { columns, type Refs, type Rows, type RowsField } from './field';

export interface Listener {
  readonly protocol: Value<string>;
  readonly port: Value<number>;
  /** Null: its default action is to answer by itself. */
  readonly targetGroup: Value<ResourceId | null>;
  /** The groups that share the requests with the first one. */
  readonly others: Refs;
}

/** `groups`: the kinds that a listener forwards to. */
export function listenersField(
  of: 'network' | 'application',
  groups: readonly KindName[],
): RowsField<Rows<Listener>> {
  const protocols = listenerProtocols(of);
  const isNetwork = of === 'network';
  return {
    control: 'rows',
    label: { en: 'Listeners', ja: 'リスナー' },
    addLabel: { en: 'Add listener', ja: 'リスナーを追加' },
    default: {},
    columns: columns<Listener>({
      protocol: {
        control: 'choice',
        label: { en: 'Protocol', ja: 'プロトコル' },
        property: 'Protocol',
        default: isNetwork ? 'TCP' : 'HTTP',
        options: () => protocols.map((value) => ({ value, label: verbatim(value) })),
      },
      port: {
        control: 'number',
        min: 1,
        max: 65535,
        label: { en: 'Port', ja: 'ポート' },
        property: 'Port',
        default: 80,
      },
      targetGroup: {
        control: 'ref',
        kinds: groups,
        label: { en: 'Target group', ja: 'ターゲットグループ' },
        property: 'DefaultActions',
        default: null,
        none: isNetwork
          ? { en: 'None', ja: 'なし' }
          : { en: 'None (fixed response)', ja: 'なし (固定レスポンス)' },
        drawn: true,
      },
      others: {
        control: 'refs',
        kinds: groups,
        label: { en: 'Shared with', ja: '分散先' },
        property: 'DefaultActions',
        default: {},
        drawn: true,
      },
    }),
    presets: isNetwork
      ? [preset('TCP', 80), preset('TCP', 443), preset('TLS', 443), preset('UDP', 53)]
      : [preset('HTTP', 80), preset('HTTPS', 443)],
  };
}

function preset(protocol: string, port: number) {
  return { label: verbatim(`${protocol} ${port}`), values: { protocol, port } };
}

/** `TCP 80, TLS 443` */
export function listenersText(listeners: Rows<Listener>): string {
  return Object.values(listeners)
    .map(({ protocol, port }) =>
      [protocol, port].map((value) => (typeof value === 'object' ? '?' : value)).join(' '),
    )
    .join(', ');
}
