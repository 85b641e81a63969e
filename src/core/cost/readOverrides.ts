/** Reads prices of one's own from JSON: by item and unit, for every Region or, below a Region's name, for that one. */
import { nearest } from '../../lib/nearest';
import type { Words } from '../../lib/words';
import { isChargedBy, type PriceOverrides } from './prices';
import { priceList, priceUnits, type PriceItem, type PriceUnit } from './priceList';

export type ReadOverrides = { readonly overrides: PriceOverrides } | { readonly problem: Words };

/** Dearer than anything that is charged by the unit: a slip, such as cents for dollars. */
const mostUsd = 100_000;
/** A table of every item for every Region has fewer. */
const mostFigures = 5_000;

export function readOverrides(text: string): ReadOverrides {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return problem(`not valid JSON: ${what}`, `正しい JSON ではありません: ${what}`);
  }
  if (!isObject(value))
    return problem(
      `prices are an object, such as ${example}`,
      `料金はオブジェクトで指定してください。例: ${example}`,
    );
  const found: [string, number][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const fault = isItem(key)
      ? readItem(key, key, inner, '', found)
      : regionName.test(key)
        ? readRegion(key, inner, found)
        : noItem(key, [key]);
    if (fault !== undefined) return { problem: fault };
    if (found.length > mostFigures)
      return problem(`there are more than ${mostFigures} prices`, `料金が ${mostFigures} 件を超えています`);
  }
  return { overrides: Object.fromEntries(found) };
}

const example =
  '{ "nat-gateway": { "hour": 0.05, "gb": 0.04 }, "eu-west-3": { "public-ipv4": { "hour": 0.005 } } }';
const regionName = /^[a-z]{2,3}(?:-[a-z]+)+-\d{1,2}$/;

function readRegion(region: string, value: unknown, found: [string, number][]): Words | undefined {
  if (!isObject(value))
    return words(
      `${region} has an object of items, such as ${example}`,
      `${region} には項目のオブジェクトを指定してください。例: ${example}`,
    );
  for (const [item, inner] of Object.entries(value)) {
    const fault = isItem(item)
      ? readItem(item, `${region}.${item}`, inner, `${region} `, found)
      : noItem(item, [region, item]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function readItem(
  item: PriceItem,
  place: string,
  value: unknown,
  prefix: string,
  found: [string, number][],
): Words | undefined {
  const units = priceUnits.filter((unit) => isChargedBy(item, unit));
  if (!isObject(value))
    return words(
      `${place} has an object of prices by ${units.join(', ')}, such as { "${units[0] ?? 'hour'}": 0.05 }`,
      `${place} には ${units.join('、')} ごとの料金をオブジェクトで指定してください。例: { "${units[0] ?? 'hour'}": 0.05 }`,
    );
  for (const [unit, usd] of Object.entries(value)) {
    if (!units.includes(unit as PriceUnit))
      return words(
        `${place} is not charged by “${unit}” but by ${units.join(', ')}`,
        `${place} の料金の単位は「${unit}」ではなく ${units.join('、')} です`,
      );
    if (typeof usd !== 'number' || !Number.isFinite(usd) || usd < 0 || usd > mostUsd)
      return words(
        `${place}.${unit} is a price in US dollars, from 0 to ${mostUsd}`,
        `${place}.${unit} には 0〜${mostUsd} の米ドルの料金を数値で指定してください`,
      );
    found.push([`${prefix}${item} ${unit}`, usd]);
  }
  return undefined;
}

function noItem(name: string, path: readonly string[]): Words {
  const names = Object.keys(priceList);
  const meant = nearest(name, names);
  const place = path.join('.').slice(0, 80);
  return meant === undefined
    ? words(
        `“${place}” is no item of the price table; there are: ${names.join(', ')}`,
        `「${place}」という項目は料金表にありません。項目: ${names.join('、')}`,
      )
    : words(
        `“${place}” is no item of the price table; did you mean ${meant}?`,
        `「${place}」という項目は料金表にありません。${meant} の誤りではありませんか`,
      );
}

function isItem(name: string): name is PriceItem {
  return Object.hasOwn(priceList, name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(en: string, ja: string): Words {
  return { en, ja };
}

function problem(en: string, ja: string): { readonly problem: Words } {
  return { problem: words(en, ja) };
}
