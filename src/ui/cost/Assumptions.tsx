/** What the chart counts and what it leaves out, and which figures it counts with. */
import { itemWords, sourceWords } from '../../core/cost/costLines';
import { isEstimate, tiersOf, type PriceTable } from '../../core/cost/prices';
import type { PriceItem } from '../../core/cost/priceList';
import { useSay } from '../useEditor';
import { chartWords, figureWords } from './chartWords';
import { words } from './words';

export interface AssumptionsProps {
  readonly region: string;
  readonly prices: PriceTable;
}

const counted: readonly (readonly [PriceItem, 'hour' | 'gb'])[] = [
  ['nat-gateway', 'hour'],
  ['nat-gateway', 'gb'],
  ['public-ipv4', 'hour'],
  ['interface-endpoint', 'hour'],
  ['interface-endpoint', 'gb'],
  ['cross-zone', 'gb'],
];

export function Assumptions({ region, prices }: AssumptionsProps) {
  const say = useSay();
  const figures = counted.flatMap(([item, unit]) => {
    const [first] = tiersOf(item, unit, region, prices) ?? [];
    if (first === undefined) return [];
    const { usd, source, asOf } = first;
    const text = say(figureWords(itemWords(item, unit), usd, sourceWords(source), asOf));
    return [{ key: `${item} ${unit}`, text: isEstimate(first) ? `~ ${text}` : text }];
  });
  return (
    <section className="chart-assumptions">
      <h3>{say(chartWords.assumptions)}</h3>
      <ul>
        {[chartWords.free, chartWords.address, chartWords.likeWithLike, chartWords.internet].map((each) => (
          <li key={each.en}>{say(each)}</li>
        ))}
        {figures.length === 0 ? null : (
          <li className="chart-prices">
            {figures.map(({ key, text }) => (
              <span key={key} className="chart-price">
                {text}
              </span>
            ))}
          </li>
        )}
        <li>{say(words.isEstimate)}</li>
      </ul>
    </section>
  );
}
