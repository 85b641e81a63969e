/** Names that say which Availability Zone something is of: `PublicSubnetA`, `web-1a`, `プライベートサブネット1a`, `AZ1`. */
import { nameParts } from './nameParts';

/** A zone as names speak of it. */
export interface NamedZone {
  /** Such as `ap-northeast-1a`. */
  readonly name: string;
  /** Its place among the zones of the Region, from 0. */
  readonly index: number;
}

/**
 * The name with the other zone in place of the one that it says; the same name where it says none. A letter alone counts
 * where it stands last of all such: "A tier of zone a".
 */
export function nameInZone(name: string, from: NamedZone, to: NamedZone): string {
  const [was, is] = [letterOf(from.name), letterOf(to.name)];
  if (name.includes(from.name)) return name.replaceAll(from.name, to.name);
  if (was === undefined || is === undefined) return name;
  const parts = partsOf(name);
  for (let index = parts.length - 1; index >= 0; index--) {
    const changed = partInZone(parts[index] ?? '', parts.slice(0, index).join(''), { was, is, from, to });
    if (changed !== undefined) return parts.with(index, changed).join('');
  }
  return name;
}

/** Runs of letters and digits divided into words, and what stands between them. */
function partsOf(name: string): string[] {
  return name
    .split(/([^A-Za-z0-9Ａ-Ｚａ-ｚ０-９]+)/)
    .flatMap((run) => (/^[A-Za-z0-9]/.test(run) ? nameParts(run) : run === '' ? [] : [run]));
}

interface Change {
  readonly was: string;
  readonly is: string;
  readonly from: NamedZone;
  readonly to: NamedZone;
}

function partInZone(part: string, before: string, { was, is, from, to }: Change): string | undefined {
  // `a`, `1a`, `a1`, in half or full width.
  const lettered = /^([0-9０-９]*)([A-Za-zＡ-Ｚａ-ｚ])([0-9０-９]{0,2})$/.exec(part);
  const [, digits = '', letter = '', number = ''] = lettered ?? [];
  if (letter.normalize('NFKC').toLowerCase() === was) return `${digits}${likeLetter(letter, is)}${number}`;
  // `AZ1`, `az-1`, and in Japanese `ゾーン1`, count the zones.
  const counted = /^(az|zone)?([0-9]{1,2})$/i.exec(part);
  const isOfZone = counted?.[1] !== undefined || /(^|[^a-z])(az|zone|ゾーン)[-_ ]?$/i.test(before);
  if (counted !== null && isOfZone && Number(counted[2]) === from.index + 1)
    return `${counted[1] ?? ''}${to.index + 1}`;
  return undefined;
}

function letterOf(zone: string): string | undefined {
  return /[a-z]$/.exec(zone)?.[0];
}

/** The letter in the same case and width as another one. */
function likeLetter(model: string, letter: string): string {
  const code = model.codePointAt(0) ?? 0;
  const isWide = code > 0xff00;
  const isCapital = /[A-ZＡ-Ｚ]/.test(model);
  const cased = isCapital ? letter.toUpperCase() : letter;
  return isWide ? String.fromCodePoint((cased.codePointAt(0) ?? 0) + 0xfee0) : cased;
}
