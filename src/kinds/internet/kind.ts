/** The internet, as an end of flows: any public address that belongs to no AWS service, or one of them. */
import { defineKind } from '../../core/catalog/kind';
import { isUnknown, known, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';

interface InternetProps {
  /** One address of it, when only that is meant; empty for any. */
  readonly address: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    internet: InternetProps;
  }
}

export default defineKind({
  kind: 'internet',
  label: { en: 'Internet', ja: 'インターネット' },
  summary: { en: 'Everybody outside AWS', ja: 'AWS の外のすべて' },
  group: 'outside',
  icon: 'resource/Internet',
  defaultName: 'Internet',
  parents: ['canvas'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    address: {
      control: 'text',
      label: { en: 'Address', ja: 'アドレス' },
      help: { en: 'Empty: any public address', ja: '空欄の場合は任意のパブリックアドレス' },
      default: '',
      check: (text) =>
        text === '' || addressOf(text) !== undefined
          ? undefined
          : { en: `“${text}” is not an IP address`, ja: `「${text}」は IP アドレスではありません` },
    },
  },
  look({ props }) {
    const address = known(props.address) ?? '';
    return address === '' ? {} : { detail: address };
  },
  tidy: () => ({ column: '1', row: 0 }),
  *facts({ id, props }) {
    yield {
      fact: 'internet',
      by: id,
      address: isUnknown(props.address) ? props.address : props.address === '' ? null : props.address,
    };
  },
});
