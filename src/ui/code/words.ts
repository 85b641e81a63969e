import { wordList } from '../words';

export const words = wordList({
  code: { en: 'CloudFormation template', ja: 'CloudFormation テンプレート' },
  format: { en: 'Format', ja: '形式' },
  template: { en: 'Template', ja: 'テンプレート' },
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
  problems: { en: 'To look at before deploying', ja: 'デプロイ前に確認する点' },
});
