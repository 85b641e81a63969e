import type { OutlineColumn } from '../../editor/outline/rows';
import type { FlowColumn } from '../../editor/outline/flowRows';
import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  resources: { en: 'Resources', ja: 'リソース' },
  flows: { en: 'Flows', ja: 'フロー' },
  shown: { en: 'Shown in the outline', ja: 'アウトラインの表示対象' },
  filter: { en: 'Filter the outline', ja: 'アウトラインを絞り込み' },
  filterShort: { en: 'Filter', ja: '絞り込み' },
  sort: { en: 'Sort by', ja: '並べ替え' },
  asDrawn: { en: 'As drawn', ja: '図の順' },
  descending: { en: 'Descending', ja: '降順' },
  foldAll: { en: 'Fold all', ja: 'すべて折りたたむ' },
  unfoldAll: { en: 'Unfold all', ja: 'すべて展開' },
  emptyTitle: { en: 'Nothing is drawn yet', ja: 'まだ何も描かれていません' },
  empty: {
    en: 'Add a VPC, and then, with it selected, what stands in it.',
    ja: 'まず VPC を追加し、選択した状態でその中のリソースを追加してください。',
  },
  nothingFits: { en: 'Nothing fits the filter', ja: '一致するものはありません' },
  showAll: { en: 'Show all', ja: 'すべて表示' },
  noFlows: { en: 'No flows yet', ja: 'フローはまだありません' },
  noFlowsHint: {
    en: 'Select a resource that sends, and draw an arrow to another.',
    ja: '送信元のリソースを選択し、相手のリソースへ矢印を引いてください。',
  },
  name: { en: 'Name', ja: '名前' },
  none: { en: 'none', ja: 'なし' },
  notAsExpected: { en: 'not as expected', ja: '期待と異なります' },
});

export const columnWords: Readonly<Record<OutlineColumn | FlowColumn, Words>> = {
  name: words.name,
  kind: { en: 'Kind', ja: '種類' },
  zone: { en: 'Zone', ja: 'AZ' },
  address: { en: 'Address block', ja: 'CIDR・アドレス' },
  routeTable: { en: 'Route table', ja: 'ルートテーブル' },
  findings: { en: 'Problems', ja: '問題' },
  flows: words.flows,
  from: { en: 'From', ja: '送信元' },
  to: { en: 'To', ja: '送信先' },
  traffic: { en: 'Protocol and port', ja: 'プロトコルとポート' },
  verdict: { en: 'Verdict', ja: '判定' },
  reason: { en: 'Why', ja: '理由' },
};
