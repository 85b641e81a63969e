/** What the scenes of the examples say of money is what the price table gives: a figure that changes makes their texts wrong. */
import { expect, test } from 'vitest';
import { gallery } from '.';
import { catalog } from '../../aws';
import { monthlyUsd, type Build } from '../../core/cost/breakEven';
import { listPrices, tiersOf } from '../../core/cost/prices';
import type { PriceItem } from '../../core/cost/priceList';
import { languages, type Language } from '../../lib/words';
import { documentOf } from './example';

const tokyo = 'ap-northeast-1';
/** What the scenes about cost let pass through each way, in gigabytes a month. */
const passing = 100;

const month = (build: Build, gb = 0) => (monthlyUsd(build, gb, tokyo, listPrices) ?? NaN).toFixed(2);
const rate = (item: PriceItem) => String(tiersOf(item, 'gb', tokyo, listPrices)?.[0]?.usd);
const through = (item: PriceItem) => (passing * Number(rate(item))).toFixed(2);

const nat: Build = { 'nat-gateway': 1, 'public-ipv4': 1 };

// https://aws.amazon.com/vpc/pricing/ and https://aws.amazon.com/privatelink/pricing/
const expected: Readonly<Record<string, readonly string[]>> = {
  'three-paths': [
    month({ 'public-ipv4': 1 }),
    '0',
    month({ 'public-ipv4': 1 }),
    `${month({ 'interface-endpoint': 1 })} + ${through('interface-endpoint')} = ${month({ 'interface-endpoint': 1 }, passing)}`,
    `${month(nat)} + ${through('nat-gateway')} = ${month(nat, passing)}`,
  ],
  'no-nat': [month({ 'interface-endpoint': 2 }), rate('interface-endpoint'), month(nat), rate('nat-gateway')],
};

/** The amounts of the scenes, in their order: of titles, texts and notes. */
function amountsIn(document: ReturnType<typeof documentOf>, language: Language): readonly string[] {
  const texts = [...document.scenes.values()].flatMap(({ title, text, notes }) => [
    title[language],
    text[language],
    notes?.[language] ?? '',
  ]);
  return texts.flatMap((text) =>
    [...text.matchAll(/([\d.,]+(?: [+=] [\d.,]+)*) USD/g)].map(([, amount = '']) => amount),
  );
}

test.each(gallery.flatMap((example) => languages.map((language) => ({ id: example.id, example, language }))))(
  'the amounts of $id are those of the price table, in $language',
  ({ id, example, language }) => {
    const document = documentOf(catalog, example);

    expect(document.settings.region).toBe(tokyo);
    expect(amountsIn(document, language)).toEqual(expected[id] ?? []);
  },
);

test('examples speak of money in USD only', () => {
  const others = gallery.flatMap((example) =>
    [...documentOf(catalog, example).scenes.values()].flatMap(({ text, notes }) =>
      [text, notes].flatMap(
        (each) => `${each?.en} ${each?.ja}`.match(/\$ ?\d|\d ?(?:円|ドル|dollars)/g) ?? [],
      ),
    ),
  );

  expect(others).toEqual([]);
});
