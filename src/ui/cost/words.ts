import { billWords } from '../../core/cost/billWords';
import type { Words } from '../../lib/words';
import type { PriceUnit } from '../../core/cost/priceList';
import { rateText, usdText } from '../../core/cost/usdText';
import { wordList } from '../words';

export const words = wordList({
  region: billWords.region,
  resource: billWords.resource,
  item: billWords.item,
  quantity: billWords.quantity,
  rate: billWords.rate,
  month: billWords.month,
  source: billWords.source,
  working: { en: 'Adding up…', ja: '計算しています…' },
  failed: {
    en: 'The cost could not be worked out. The diagram itself is safe; close this panel and open it again to try once more.',
    ja: '料金を計算できませんでした。ダイアグラム自体は無事です。パネルを閉じて開き直すと、もう一度計算します。',
  },
  total: { en: 'Total', ja: '合計' },
  showOnCanvas: { en: 'Show on the canvas', ja: 'キャンバスに表示' },
  breakEven: { en: 'NAT gateway or endpoints?', ja: 'NAT ゲートウェイとエンドポイントの比較' },
  prices: { en: 'Prices…', ja: '料金表…' },
  saveCsv: { en: 'Save as CSV', ja: 'CSV で保存' },
  bill: { en: 'What each resource costs a month', ja: 'リソースごとの月額料金' },
  billShort: { en: 'Bill', ja: '料金明細' },
  nothingTitle: { en: 'Nothing of the network is charged for', ja: 'ネットワークには料金がかかりません' },
  nothing: {
    en: 'NAT gateways, endpoints, public addresses, load balancers and what flows carry are listed here, with the price and its source.',
    ja: 'NAT ゲートウェイ、エンドポイント、パブリックアドレス、ロードバランサー、フローの転送量の料金が、単価と出典とともにここに表示されます。',
  },
  estimate: { en: 'estimate', ja: '概算' },
  notKnown: { en: 'not known', ja: '不明' },
  changePrice: { en: 'Change this price', ja: 'この単価を変更' },
  notInTotal: { en: 'Not known, and not in the total', ja: '不明のため合計に含まれないもの' },
  assumed: { en: 'Assumed', ja: '仮定' },
  notCharged: { en: 'Not charged', ja: '料金がかからないもの' },
  isEstimate: {
    en: '~ is an estimate: the figure is from somebody else’s copy of AWS’s price list, or believed. Everything is on demand, without taxes and discounts.',
    ja: '~ は概算です。AWS 料金表の写し、または推定に基づきます。すべてオンデマンド料金で、税金と割引は含みません。',
  },
  pricesTitle: { en: 'Prices', ja: '料金表' },
  pricesAbout: {
    en: 'US dollars, on demand, without taxes. A price of your own takes the place of the list’s, with all of its tiers. It is kept in this browser and is no part of the diagram; the file is the one that the command line takes with --prices.',
    ja: '米ドル、オンデマンド、税抜きです。独自の料金を入力すると、段階別料金も含めて料金表の値に代わります。料金はこのブラウザーに保存され、ダイアグラムには含まれません。ファイルはコマンドラインの --prices と同じ形式です。',
  },
  everyRegion: { en: 'Every Region', ja: 'すべてのリージョン' },
  listPrice: { en: 'Price list', ja: '料金表の単価' },
  byRegion: { en: 'differs by Region', ja: 'リージョンによって異なります' },
  ownPrice: { en: 'Your price', ja: '独自の単価' },
  reset: { en: 'Reset', ja: '元に戻す' },
  resetAll: { en: 'Reset all', ja: 'すべて元に戻す' },
  openPrices: { en: 'Open a file…', ja: 'ファイルを開く…' },
  savePrices: { en: 'Save as a file', ja: 'ファイルに保存' },
  done: { en: 'Done', ja: '完了' },
  cannotKeep: {
    en: 'This browser keeps nothing for the page: your prices count until it is closed. Save them as a file.',
    ja: 'このブラウザーではページのデータを保存できません。独自の料金はページを閉じるまで有効です。ファイルに保存してください。',
  },
  tooLarge: {
    en: 'the file is larger than 1 MB; check that it is the right one',
    ja: 'ファイルが 1 MB を超えています。ファイルが正しいか確認してください',
  },
  notRead: { en: 'the file could not be read', ja: 'ファイルを読み込めませんでした' },
  showFlows: { en: 'Show the flows', ja: 'フローを表示' },
});

/** "730 h", "100 GB". */
export function quantityText(quantity: number, unit: 'hour' | 'gb', language: 'en' | 'ja'): string {
  const number = (Math.round(quantity * 100) / 100).toLocaleString(language);
  return `${number} ${unit === 'hour' ? { en: 'h', ja: '時間' }[language] : 'GB'}`;
}

export function lineCount(count: number): Words {
  return { en: count === 1 ? '1 line' : `${count} lines`, ja: `${count} 行` };
}

/** "≥ $48.91": at least, where the sum is not the whole. */
export function sumText(usd: number, isWhole: boolean): string {
  return `${isWhole ? '' : '≥ '}${usdText(usd)}`;
}

export function amountsNotKnown(count: number): Words {
  return {
    en:
      count === 1 ? 'not the whole: 1 amount is not known' : `not the whole: ${count} amounts are not known`,
    ja: `一部のみ: ${count} 件の金額が不明です`,
  };
}

export function blockedWords(flow: string): Words {
  return {
    en: `${flow} is blocked, so that its traffic costs nothing`,
    ja: `${flow} はブロックされるため、転送料金はかかりません`,
  };
}

export function silentWords(count: number): Words {
  return {
    en:
      count === 1
        ? 'No GB a month is given for 1 flow: only the hours of what it passes are counted.'
        : `No GB a month is given for ${count} flows: only the hours of what they pass are counted.`,
    ja: `月間転送量 (GB) が未設定のフローが ${count} 件あります。経路上のリソースの時間料金のみ計算しています。`,
  };
}

export const unitWords: Readonly<Record<PriceUnit, Words>> = {
  hour: { en: 'an hour', ja: '1 時間あたり' },
  gb: { en: 'a GB', ja: '1 GB あたり' },
  million: { en: 'a million', ja: '100 万件あたり' },
  deed: { en: 'each', ja: '1 回あたり' },
};

/** A tier of a price: "$0.006 up to 5,242,880 GB". */
export function tierText(usd: number, upTo: number | undefined): Words {
  const rate = rateText(usd);
  if (upTo === undefined) return { en: rate, ja: rate };
  const end = upTo.toLocaleString('en');
  return { en: `${rate} up to ${end}`, ja: `${end} まで ${rate}` };
}

export function ownForAll(usd: number): Words {
  return { en: `${rateText(usd)} in every Region`, ja: `すべてのリージョンで ${rateText(usd)}` };
}

/** `file`: its name; the problem stands behind it. */
export function fileRefused(file: string, problem: Words): Words {
  return {
    en: `${file}: ${problem.en}. Nothing was changed.`,
    ja: `${file}: ${problem.ja}。何も変更していません。`,
  };
}

export function priceRefused(problem: Words): Words {
  return { en: `${problem.en}. Nothing was changed.`, ja: `${problem.ja}。何も変更していません。` };
}

export function pricesTaken(file: string, count: number): Words {
  return {
    en: `${count === 1 ? '1 price' : `${count} prices`} of ${file} took the place of yours`,
    ja: `${file} の料金 ${count} 件に置き換えました`,
  };
}

export function keptUnreadable(problem: Words): Words {
  return {
    en: `The prices kept in this browser cannot be read: ${problem.en}. They stay there until you give others.`,
    ja: `このブラウザーに保存された料金を読み込めません: ${problem.ja}。別の料金を指定するまで、そのまま残ります。`,
  };
}
