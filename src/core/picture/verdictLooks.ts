/** Verdicts in files of other programs: the colours of the light canvas, and never alone, since the sign says the same. */
import type { FlowVerdict } from '../network/flowVerdict';
import { palettes } from './palettes';
import type { Hex } from './picture';
import { verdictInk } from './signs';

/** As `#rrggbb`. */
export function verdictColour(verdict: FlowVerdict): Hex {
  return palettes.light[verdictInk[verdict]];
}

export const verdictSigns: Readonly<Record<FlowVerdict, string>> = {
  arrives: '✓',
  blocked: '✕',
  'reply-blocked': '⇄✕',
  'cannot-say': '?',
  'not-computed': '…',
};
