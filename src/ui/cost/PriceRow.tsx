/** One figure of the price list and the box for one's own in its place. */
import { useState } from 'react';
import { isEstimate, listPrices, tiersOf, type PriceOverrides } from '../../core/cost/prices';
import { priceList, type PricedItem, type PriceItem, type PriceUnit } from '../../core/cost/priceList';
import { sourceWords } from '../../core/cost/costLines';
import { readOverrides } from '../../core/cost/readOverrides';
import { writeOverrides } from '../../core/cost/writeOverrides';
import type { Words } from '../../lib/words';
import { useSay } from '../useEditor';
import { ownForAll, priceRefused, tierText, unitWords, words } from './words';

export interface PriceRowProps {
  readonly item: PriceItem;
  readonly unit: PriceUnit;
  /** Empty: every Region. */
  readonly region: string;
  readonly overrides: PriceOverrides;
  readonly troubleId: string;
  readonly onChange: (overrides: PriceOverrides) => void;
  readonly onTrouble: (trouble: Words) => void;
}

export function PriceRow({ item, unit, region, overrides, troubleId, onChange, onTrouble }: PriceRowProps) {
  const say = useSay();
  const key = `${region === '' ? '' : `${region} `}${item} ${unit}`;
  const own = overrides[key];
  const everywhere = region === '' ? undefined : overrides[`${item} ${unit}`];
  // What is being typed; null where the box shows what counts.
  const [draft, setDraft] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const put = (usd: number | undefined): void => {
    const { [key]: _, ...others } = overrides;
    setDraft(null);
    setRefused(false);
    onChange(usd === undefined ? others : { ...others, [key]: usd });
  };
  const take = (): void => {
    if (draft === null) return;
    // Full-width digits come from Japanese keyboards.
    const text = draft.normalize('NFKC').trim().replace(/^\$/, '');
    if (text === '') return put(undefined);
    const usd = /^\d*\.?\d*$/.test(text) ? Number(text) : NaN;
    const read = readOverrides(writeOverrides({ [key]: usd }));
    if ('overrides' in read) return put(usd);
    setRefused(true);
    onTrouble(priceRefused(read.problem));
  };
  const name = `${say(priceList[item].label)}, ${say(unitWords[unit])}`;
  return (
    <tr data-own={own === undefined ? undefined : true}>
      <th scope="row">
        {say(priceList[item].label)} <span className="prices-unit">{say(unitWords[unit])}</span>
      </th>
      <ListPrice item={item} unit={unit} region={region} />
      <td className="prices-own">
        <input
          className="inspector-box mono prices-box"
          data-price={`${item} ${unit}`}
          aria-label={`${say(words.ownPrice)}: ${name}`}
          aria-invalid={isRefused ? true : undefined}
          aria-describedby={isRefused ? troubleId : undefined}
          inputMode="decimal"
          placeholder={everywhere === undefined ? undefined : say(ownForAll(everywhere))}
          value={draft ?? (own === undefined ? '' : String(own))}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
          }}
        />
        {own === undefined && draft === null ? null : (
          <button
            type="button"
            className="button inspector-small"
            aria-label={`${say(words.reset)}: ${name}`}
            // The box would take what is in it first.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => put(undefined)}
          >
            {say(words.reset)}
          </button>
        )}
      </td>
    </tr>
  );
}

/** What the table has for the Region, tier by tier, and where that is from. */
function ListPrice({ item, unit, region }: Pick<PriceRowProps, 'item' | 'unit' | 'region'>) {
  const say = useSay();
  if (region === '') {
    const priced: PricedItem = priceList[item];
    const texts = Object.values(priced[unit] ?? {}).map((tiers) =>
      JSON.stringify(tiers.map(({ usd }) => usd)),
    );
    const [first] = Object.values(priced[unit] ?? {});
    return (
      <>
        <td className="prices-list">
          {new Set(texts).size === 1 && first !== undefined
            ? first.map(({ usd, upTo }) => say(tierText(usd, upTo))).join(', ')
            : say(words.byRegion)}
        </td>
        <td className="prices-source">–</td>
      </>
    );
  }
  const tiers = tiersOf(item, unit, region, listPrices);
  if (tiers === undefined)
    return (
      <>
        <td className="cost-open">{say(words.notKnown)}</td>
        <td className="prices-source">–</td>
      </>
    );
  const sources = new Set(
    tiers.map(
      (tier) =>
        `${isEstimate(tier) ? '~ ' : ''}${say(sourceWords(tier.source))}${tier.asOf === null ? '' : ` ${tier.asOf}`}`,
    ),
  );
  return (
    <>
      <td className="prices-list">{tiers.map(({ usd, upTo }) => say(tierText(usd, upTo))).join(', ')}</td>
      <td className="prices-source">{[...sources].join('; ')}</td>
    </>
  );
}
