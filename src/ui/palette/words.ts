import type { PaletteGroup } from '../../core/catalog/kind';
import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  search: { en: 'Search resources', ja: 'リソースを検索' },
  resources: { en: 'Resources', ja: 'リソース' },
  fold: { en: 'Fold the palette', ja: 'パレットを折りたたむ' },
  unfold: { en: 'Unfold the palette', ja: 'パレットを展開' },
  clear: { en: 'Clear the search', ja: '検索をクリア' },
  nothing: {
    en: 'Nothing is called that. Any AWS service can be added as “AWS service”.',
    ja: '見つかりません。任意の AWS サービスは「AWS サービス」として追加できます。',
  },
  hint: {
    en: 'Drag onto the canvas, or click and then click where it goes. Enter places it.',
    ja: 'キャンバスへドラッグするか、クリックしてから置く場所をクリックします。Enter キーでも配置できます。',
  },
});

export const groupLabels: Readonly<Record<PaletteGroup, Words>> = {
  network: { en: 'Network', ja: 'ネットワーク' },
  gateways: { en: 'Gateways', ja: 'ゲートウェイ' },
  endpoints: { en: 'Endpoints', ja: 'エンドポイント' },
  compute: { en: 'Compute', ja: 'コンピューティング' },
  data: { en: 'Data', ja: 'データ' },
  services: { en: 'Services', ja: 'サービス' },
  outside: { en: 'Outside', ja: '外部' },
  notes: { en: 'Notes and pictures', ja: 'メモと図形' },
};
