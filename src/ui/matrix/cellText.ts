/** What a cell of the matrix says: in itself, in its tip, and to screen readers. */
import { portsWords, type ProtocolPorts } from '../../core/network/matrix/reachWords';
import type { Verdict } from '../../core/network/trace';
import type { FlowVerdict } from '../../core/network/flowVerdict';
import type { Words } from '../../lib/words';
import type { Cell, CellChange } from './gridModel';
import { words } from './words';

export const signs: Readonly<Record<Verdict, FlowVerdict>> = {
  reachable: 'arrives',
  blocked: 'blocked',
  unknown: 'cannot-say',
};
type Say = (words: Words) => string;

/** `443, 80`: with the protocol only where it is not TCP alone. */
export function shortText({ verdict, reachable, unknown }: Cell, say: Say): string {
  if (verdict === 'blocked') return '';
  const found = verdict === 'reachable' ? reachable : unknown;
  const text = isWhole(found) ? say(words.all) : say(portsWords(found));
  return verdict === 'reachable' && unknown.length > 0 ? `${text} ?` : text;
}

function isWhole(found: readonly ProtocolPorts[]): boolean {
  return (
    found.length === 3 &&
    found.every(({ ports }) => ports === null || (ports[0]?.[0] === 0 && ports[0][1] === 65535))
  );
}

/** Everything about a cell, for its tip and its name. */
export function cellText({ verdict, reachable, unknown }: Cell, say: Say): string {
  if (verdict === 'blocked') return say(words.blocked);
  const parts = [
    ...(reachable.length === 0 ? [] : [`${say(words.reachable)}: ${say(portsWords(reachable))}`]),
    ...(unknown.length === 0 ? [] : [`${say(words.unknown)}: ${say(portsWords(unknown))}`]),
  ];
  return parts.join('\n');
}

const changeWords: Readonly<Record<CellChange, keyof typeof words>> = {
  lost: 'losesPath',
  doubtful: 'mayLosePath',
  won: 'winsPath',
};

export function cellLabel(
  cell: Cell | null,
  from: string,
  to: string,
  change: CellChange | undefined,
  isItself: boolean,
  say: Say,
): string {
  const text = cell === null ? say(isItself ? words.itself : words.notAsked) : cellText(cell, say);
  const told = change === undefined ? '' : `, ${say(words[changeWords[change]])}`;
  return `${from} → ${to}: ${text.replaceAll('\n', ', ')}${told}`;
}
