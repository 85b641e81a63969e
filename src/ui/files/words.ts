import { wordList } from '../words';

export const words = wordList({
  newDiagram: { en: 'New diagram', ja: '新しいダイアグラム' },
  open: { en: 'Open…', ja: '開く…' },
  importTemplate: { en: 'Import template…', ja: 'テンプレートをインポート…' },
  gallery: { en: 'Gallery…', ja: 'ギャラリー…' },
  save: { en: 'Save', ja: '保存' },
  saveAs: { en: 'Save as…', ja: '名前を付けて保存…' },
  exportYaml: { en: 'Export CloudFormation (YAML)', ja: 'CloudFormation をエクスポート (YAML)' },
  exportJson: { en: 'Export CloudFormation (JSON)', ja: 'CloudFormation をエクスポート (JSON)' },
  showCode: { en: 'Show the code', ja: 'コードを表示' },
  matrix: { en: 'Reachability matrix', ja: '到達可能性マトリクス' },
  diagramFiles: { en: 'vpcanvas diagram', ja: 'vpcanvas ダイアグラム' },
  openable: { en: 'Diagrams and CloudFormation templates', ja: 'ダイアグラムと CloudFormation テンプレート' },
  templates: { en: 'CloudFormation templates', ja: 'CloudFormation テンプレート' },
  dropHere: {
    en: 'Drop a diagram or CloudFormation templates to open them',
    ja: 'ダイアグラムまたは CloudFormation テンプレートをドロップして開く',
  },
  saveFirst: { en: 'Save it to a file first', ja: '先にファイルに保存' },
  openAnyway: { en: 'Open anyway', ja: '保存せずに開く' },
  notSafe: {
    en: 'The present diagram is kept nowhere yet, because this browser does not store it. Opening another would lose it.',
    ja: 'このブラウザでは現在のダイアグラムを保存できていません。別のダイアグラムを開くと失われます。',
  },
  // Gallery
  galleryTitle: { en: 'Gallery', ja: 'ギャラリー' },
  examples: { en: 'Examples', ja: 'サンプル' },
  faulty: { en: 'With a fault to find', ja: '不具合を探す' },
  recent: { en: 'Kept in this browser', ja: 'このブラウザに保存されたダイアグラム' },
  empty: { en: 'Empty canvas', ja: '空のキャンバス' },
  emptyText: { en: 'Begin with nothing', ja: '何もない状態から始めます' },
  untitled: { en: 'Untitled diagram', ja: '無題のダイアグラム' },
  present: { en: 'On the canvas now', ja: '現在表示中' },
  inOtherTab: { en: 'Open in another tab', ja: '別のタブで編集中' },
  forget: { en: 'Delete from this browser', ja: 'このブラウザから削除' },
});
