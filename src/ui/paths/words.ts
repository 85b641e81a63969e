import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  title: { en: 'Compare paths', ja: '経路を比較' },
  from: { en: 'From', ja: '送信元' },
  to: { en: 'To', ja: '送信先' },
  protocol: { en: 'Protocol', ja: 'プロトコル' },
  port: { en: 'Port', ja: 'ポート' },
  gb: { en: 'GB a month', ja: '月間 GB' },
  gbNotSaid: { en: 'not said', ja: '未指定' },
  choose: { en: 'Choose…', ja: '選択…' },
  notDrawn: { en: 'Not drawn yet', ja: '図にないもの' },

  chooseEnds: { en: 'Which traffic?', ja: 'どの通信を比較しますか' },
  chooseEndsHint: {
    en: 'Choose a source and a destination above. Each way between them is worked out as a plan on this design.',
    ja: '上で送信元と送信先を選んでください。その間の各経路を、この設計に対するプランとして求めます。',
  },
  orFlow: { en: 'Or one of the flows:', ja: 'またはフローから選択:' },
  flowGone: { en: 'The flow was deleted', ja: 'フローが削除されました' },
  sourceGone: { en: 'The source was deleted', ja: '送信元が削除されました' },
  destinationGone: { en: 'The destination was deleted', ja: '送信先が削除されました' },
  goneHint: { en: 'Undo, or choose another one above.', ja: '元に戻すか、上で別のものを選んでください。' },
  sameEnds: { en: 'Source and destination are the same', ja: '送信元と送信先が同じです' },
  sameEndsHint: {
    en: 'Choose two different ends: what stays within one resource takes no way.',
    ja: '異なる 2 つを選んでください。1 つのリソース内の通信に経路はありません。',
  },
  noPlace: { en: 'There is no room for what is not drawn', ja: '図にないものを置く場所がありません' },
  noPlaceHint: {
    en: 'A lock holds the box that it would stand in. Unlock it, or draw it yourself.',
    ja: '置き先のコンテナがロックされています。ロックを解除するか、自分で配置してください。',
  },
  noneAtAll: { en: 'No way was found', ja: '使える経路はありません' },
  noneAtAllHint: {
    en: 'Why, for each, is listed below.',
    ja: '理由は下の一覧のとおりです。',
  },
  failed: { en: 'The paths could not be compared', ja: '経路を比較できませんでした' },
  again: { en: 'Try again', ja: '再試行' },

  comparing: { en: 'Comparing the ways…', ja: '経路を比較しています…' },
  comparingAgain: {
    en: 'The design has changed; comparing again…',
    ja: '設計が変更されたため、再計算しています…',
  },

  ways: { en: 'Ways side by side', ja: '経路の比較表' },
  all: { en: 'All ways', ja: 'すべての経路' },
  hops: { en: 'Way', ja: '経路' },
  differs: { en: 'differs', ja: '相違あり' },
  apart: { en: 'unlike the others', ja: 'ほかと異なる' },
  onlyDifferences: { en: 'Only what differs', ja: '相違のある行のみ' },
  lines: { en: 'Price lines', ja: '料金の内訳' },
  apply: { en: 'Apply', ja: '適用' },
  makeScenes: { en: 'Make a presentation of it', ja: 'プレゼンテーションを作成' },
  picture: { en: 'The design with this way', ja: 'この経路にした設計' },
  pictureHowTo: {
    en: 'Arrow keys move the view, plus and minus zoom. Digits show another way, 0 the present design, Escape leaves.',
    ja: '矢印キーで移動、プラスとマイナスで拡大・縮小します。数字キーで別の経路、0 で現在の設計を表示し、Esc で終了します。',
  },
  preview: { en: 'preview, not applied', ja: 'プレビュー (未適用)' },
  added: { en: 'new', ja: '追加' },
  changed: { en: 'changed', ja: '変更' },
  gone: { en: 'deleted', ja: '削除' },
});

export function applyWords({ en, ja }: Words): Words {
  return { en: `Apply: ${en}`, ja: `適用: ${ja}` };
}

export function keysWords(count: number): Words {
  return {
    en: `Keys 1 to ${count} show a way · 0 all · Esc leaves`,
    ja: `キー 1～${count} 経路を表示 · 0 すべて · Esc 終了`,
  };
}

/** "2 of 4: NAT gateway", said when it is shown. */
export function shownWords(number: number, count: number, { en, ja }: Words): Words {
  return {
    en: `${number} of ${count}: ${en}. Shown on the canvas, not applied`,
    ja: `${count} 件中 ${number}: ${ja}。キャンバスに表示しています (未適用)`,
  };
}

export const allShown: Words = {
  en: 'The present design with all ways',
  ja: '現在の設計とすべての経路を表示しています',
};

export function comparedWords(count: number): Words {
  return count === 0
    ? { en: 'No way was found', ja: '使える経路はありません' }
    : {
        en: `${count} ${count === 1 ? 'way' : 'ways'} compared`,
        ja: `${count} 件の経路を比較しました`,
      };
}
