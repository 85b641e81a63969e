/** Verdicts in exported pictures: the colours of the canvas on white, and never alone, since the sign says the same. */
import type { FlowVerdict } from '../network/flowVerdict';

export const verdictColours: Readonly<Record<FlowVerdict, string>> = {
  arrives: '#1A7F37',
  blocked: '#C8202F',
  'reply-blocked': '#9A6200',
  'cannot-say': '#7A3FC7',
  'not-computed': '#7D8998',
};

export const verdictSigns: Readonly<Record<FlowVerdict, string>> = {
  arrives: '✓',
  blocked: '✕',
  'reply-blocked': '⇄✕',
  'cannot-say': '?',
  'not-computed': '…',
};
