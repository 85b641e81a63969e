import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  code: { en: 'CloudFormation template', ja: 'CloudFormation テンプレート' },
  format: { en: 'Format', ja: '形式' },
  template: { en: 'Template', ja: 'テンプレート' },
  parameters: { en: 'Parameters', ja: 'パラメータ' },
  copy: { en: 'Copy', ja: 'コピー' },
  copied: { en: 'Copied the template.', ja: 'テンプレートをコピーしました。' },
  notCopied: {
    en: 'The browser did not allow copying. Select the text and copy it, or download it.',
    ja: 'ブラウザがコピーを許可しませんでした。テキストを選択してコピーするか、ダウンロードしてください。',
  },
  download: { en: 'Download', ja: 'ダウンロード' },
  dockRight: { en: 'Dock at the right', ja: '右側に表示' },
  dockBottom: { en: 'Dock at the bottom', ja: '下側に表示' },
  close: { en: 'Close the code', ja: 'コードを閉じる' },
  writing: { en: 'Writing the template…', ja: 'テンプレートを作成しています…' },
  empty: {
    en: 'Draw something, and its CloudFormation template appears here.',
    ja: 'リソースを配置すると、CloudFormation テンプレートがここに表示されます。',
  },
  failed: {
    en: 'The template could not be written for this state of the diagram; what is shown is older.',
    ja: '現在のダイアグラムのテンプレートを作成できませんでした。表示しているのは以前の内容です。',
  },
  edit: { en: 'Edit the template', ja: 'テンプレートの編集' },
  notRead: {
    en: 'Reading the template failed; the diagram is as it was. Undo the last change of the text, or discard the draft.',
    ja: 'テンプレートを読み込めませんでした。ダイアグラムは変更されていません。テキストの直前の変更を元に戻すか、下書きを破棄してください。',
  },
  tooSlow: {
    en: 'Reading the template took too long and was stopped; the diagram is as it was. Make the text smaller, or discard the draft.',
    ja: 'テンプレートの読み込みに時間がかかりすぎるため中止しました。ダイアグラムは変更されていません。テキストを小さくするか、下書きを破棄してください。',
  },
  behind: {
    en: 'The diagram has changed since. When this text can be read, it gets both changes.',
    ja: 'この間にダイアグラムが変更されました。テキストが読み込めるようになると、両方の変更が反映されます。',
  },
  draft: {
    en: 'The diagram does not follow yet',
    ja: 'ダイアグラムにまだ反映されていません',
  },
  discard: { en: 'Discard my draft', ja: '下書きを破棄' },
  goThere: { en: 'Go there', ja: 'その場所へ移動' },
  onlyAuthored: {
    en: 'This template is written in {format}. It is edited in that format, so that its comments and its form stay.',
    ja: 'このテンプレートは {format} で書かれています。コメントや書式を保つため、編集は元の形式で行います。',
  },
  editAuthored: { en: 'Edit as {format}', ja: '{format} で編集' },
  keys: {
    en: 'Escape, then Tab leaves the text. Ctrl+Space completes, F8 goes to the next problem, F12 to a definition, F2 renames.',
    ja: 'Esc に続けて Tab を押すとテキストから移動します。Ctrl+Space で補完、F8 で次の問題、F12 で定義へ移動、F2 で名前を変更します。',
  },
  problems: { en: 'To look at before deploying', ja: 'デプロイ前に確認する点' },
});

export function madeOfIt(stacks: number): Words {
  return {
    en: `${stacks} stacks are made of this file. What is edited here changes them all.`,
    ja: `このファイルから ${stacks} 個のスタックを作成します。ここでの編集は、そのすべてに反映されます。`,
  };
}
