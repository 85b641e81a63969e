/**
 * A prefix list of the account's own (customer-managed): blocks of one family that routes and security-group rules name
 * together. It stands outside every VPC and serves those of its Region. AWS's own lists are no resources; they are named
 * by the service that they belong to.
 * https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import type { CfnReader } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import type { CfnValue } from '../../core/cfn/template';
import { isUnknown, known, type Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';
import { verbatim } from '../../lib/words';

interface Entry {
  readonly cidr: Value<string>;
  readonly description: Value<string>;
}

interface PrefixListProps {
  readonly family: Value<'IPv4' | 'IPv6'>;
  /** How many entries it has room for, which is what it counts for wherever it is named. */
  readonly maxEntries: Value<number>;
  readonly entries: Rows<Entry>;
  /** The name that AWS shows; empty for that of the resource. */
  readonly listName: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'prefix-list': PrefixListProps;
  }
}

export default defineKind({
  kind: 'prefix-list',
  label: { en: 'Prefix list', ja: 'プレフィックスリスト' },
  summary: {
    en: 'CIDR blocks that routes and security group rules name together',
    ja: 'ルートやセキュリティグループのルールでまとめて指定する CIDR ブロック',
  },
  group: 'network',
  rank: 2,
  icon: 'resource/Documents',
  defaultName: 'PrefixList',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('PL') },
  fields: {
    family: {
      control: 'choice',
      label: { en: 'Address family', ja: 'アドレスファミリー' },
      property: 'AddressFamily',
      default: 'IPv4',
      options: () => [
        { value: 'IPv4', label: verbatim('IPv4') },
        { value: 'IPv6', label: verbatim('IPv6') },
      ],
    },
    maxEntries: {
      control: 'number',
      min: 1,
      max: 1000,
      label: { en: 'Max entries', ja: '最大エントリ数' },
      help: {
        en: 'Wherever the list is named it counts for this many routes or rules',
        ja: 'リストを指定したルートテーブルやセキュリティグループでは、この数のルートやルールとして数えられます',
      },
      property: 'MaxEntries',
      default: 10,
    },
    entries: {
      control: 'rows',
      label: { en: 'Entries', ja: 'エントリ' },
      addLabel: { en: 'Add entry', ja: 'エントリを追加' },
      property: 'Entries',
      default: {},
      columns: columns<Entry>({
        cidr: {
          control: 'text',
          label: { en: 'CIDR block', ja: 'CIDR ブロック' },
          property: 'Cidr',
          default: '192.0.2.0/24',
          check: (cidr) => cidrFaultWords(cidr, cidr.includes(':') ? 6 : 4),
        },
        description: {
          control: 'text',
          label: { en: 'Description', ja: '説明' },
          property: 'Description',
          default: '',
        },
      }),
    },
    listName: {
      control: 'text',
      label: { en: 'Name in AWS', ja: 'プレフィックスリスト名' },
      help: { en: 'Empty: that of the diagram', ja: '空欄の場合は図での名前を使います' },
      property: 'PrefixListName',
      default: '',
      advanced: true,
      check: (name) =>
        name.startsWith('com.amazonaws')
          ? {
              en: 'Names that begin with com.amazonaws are those of AWS’s own lists',
              ja: 'com.amazonaws で始まる名前は、AWS のプレフィックスリスト用に予約されています',
            }
          : undefined,
    },
  },
  look({ props }) {
    const blocks = Object.values(props.entries).map(({ cidr }) => known(cidr) ?? '?');
    const [first = '', ...more] = blocks;
    return { detail: more.length === 0 ? first : `${first} +${more.length}` };
  },
  tidy: () => ({ column: '2', row: 2 }),
  *facts({ id, props }) {
    const entries = Object.entries(rowsTaken(props.entries, 'cidr'));
    yield {
      fact: 'prefix-list',
      by: id,
      family: isUnknown(props.family) ? props.family : props.family === 'IPv6' ? 6 : 4,
      maxEntries: props.maxEntries,
      entries: Object.fromEntries(entries.map(([key, { cidr }]) => [key, { block: cidr }])),
    };
  },
  cfn: {
    types: ['AWS::EC2::PrefixList'],
    *write(list, scope) {
      const { props } = list;
      const entries = Object.entries(props.entries).flatMap(([row, { cidr, description }]): CfnValue[] => {
        const block = scope.plain(cidr) ?? scope.authored(list, `entries.${row}.cidr`)?.value;
        const said = isUnknown(description)
          ? scope.authored(list, `entries.${row}.description`)?.value
          : scope.plain(description);
        return block === undefined ? [] : [{ Cidr: block, Description: said }];
      });
      yield {
        role: '',
        type: 'AWS::EC2::PrefixList',
        properties: {
          PrefixListName: scope.plain(props.listName) ?? namedAs(list.name),
          AddressFamily: scope.plain(props.family),
          MaxEntries: scope.plain(props.maxEntries),
          Entries: entries.length === 0 ? undefined : entries,
          Tags: scope.nameTags(list),
        },
      };
    },
    read(reader) {
      const listName = reader.text('listName', 'PrefixListName', '');
      const entries = entriesOf(reader);
      return {
        // The Region around it.
        parentId: null,
        props: {
          family: oneOf(reader.text('family', 'AddressFamily', 'IPv4'), ['IPv4', 'IPv6'], 'IPv4'),
          maxEntries: reader.number('maxEntries', 'MaxEntries', Math.max(1, Object.keys(entries).length)),
          entries,
          listName: listName === namedAs(reader.name()) ? '' : listName,
        },
      };
    },
  },
});

/** AWS takes names of up to 255 characters. */
function namedAs(name: string): string {
  return name.trim().slice(0, 255) || 'PrefixList';
}

function entriesOf(reader: CfnReader): Rows<Entry> {
  const entries: Record<string, Entry> = {};
  reader.list('Entries').forEach((each, index) => {
    const row = `entry-${index + 1}`;
    entries[row] = {
      cidr: each.text(`entries.${row}.cidr`, 'Cidr', ''),
      description: each.text(`entries.${row}.description`, 'Description', ''),
    };
  });
  return entries;
}
