/** What a kind states of its price: quantities, never amounts. */
import { isUnknown, type Value } from '../model/value';
import type { PriceItem } from './priceList';

export interface PricedUse {
  readonly item: PriceItem;
  /** How many of the item there are all month: endpoint interfaces, zones, addresses. */
  readonly units: Value<number>;
  /** Whether what passes through it is not charged here, though the item has a price by the gigabyte. */
  readonly passesFree?: true;
}

/** A public IPv4 address for each of `units`, where there is one at all. */
export function publicAddresses(has: Value<boolean>, units: Value<number> = 1): readonly PricedUse[] {
  if (has === false || units === 0) return [];
  return [{ item: 'public-ipv4', units: isUnknown(has) ? has : units }];
}

/** Capacity units of a load balancer, which follow its traffic. */
export function capacity(item: PriceItem): PricedUse {
  return {
    item,
    units: {
      unknown: {
        en: 'how many capacity units are used follows the traffic from hour to hour',
        ja: '使用されるキャパシティユニットの数は、時間ごとのトラフィックによって決まります',
      },
    },
  };
}
