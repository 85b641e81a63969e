/** The fields with which a rule for packets says which packets it means. */
import type { Words } from '../../lib/words';
import type { Protocol } from '../model/document';
import type { ChoiceField, NumberField } from './field';

export function protocolField(property: string): ChoiceField<Protocol> {
  return {
    control: 'choice',
    label: { en: 'Protocol', ja: 'プロトコル' },
    property,
    default: 'tcp',
    options: () => [
      { value: 'tcp', label: { en: 'TCP', ja: 'TCP' } },
      { value: 'udp', label: { en: 'UDP', ja: 'UDP' } },
      { value: 'icmp', label: { en: 'ICMP', ja: 'ICMP' } },
      { value: 'any', label: { en: 'All', ja: 'すべて' } },
    ],
  };
}

/** Empty stands for every port. */
export function portField(label: Words, property: string): NumberField<number | null> {
  return { control: 'number', min: 0, max: 65535, optional: true, label, property, default: 443 };
}
