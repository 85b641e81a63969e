import { wordList } from '../words';

export const words = wordList({
  newDiagram: { en: 'New diagram', ja: '新しいダイアグラム' },
  open: { en: 'Open…', ja: '開く…' },
  importTemplate: { en: 'Import template…', ja: 'テンプレートをインポート…' },
  awsCommands: { en: 'Import from AWS…', ja: 'AWS からインポート…' },
  gallery: { en: 'Gallery…', ja: 'ギャラリー…' },
  save: { en: 'Save', ja: '保存' },
  saveAs: { en: 'Save as…', ja: '名前を付けて保存…' },
  exportYaml: { en: 'Export CloudFormation (YAML)', ja: 'CloudFormation をエクスポート (YAML)' },
  exportJson: { en: 'Export CloudFormation (JSON)', ja: 'CloudFormation をエクスポート (JSON)' },
  exportTypescript: { en: 'Export CDK (TypeScript)', ja: 'CDK をエクスポート (TypeScript)' },
  exportPython: { en: 'Export CDK (Python)', ja: 'CDK をエクスポート (Python)' },
  exportTerraform: { en: 'Export Terraform', ja: 'Terraform をエクスポート' },
  exportAnswers: { en: 'Export AWS CLI output', ja: 'AWS CLI の結果をエクスポート' },
  openLink: { en: 'Open a link…', ja: 'リンクを開く…' },
  copyLink: { en: 'Copy link', ja: 'リンクをコピー' },
  parameters: { en: 'Parameters', ja: 'パラメータ' },
  showCode: { en: 'Show the code', ja: 'コードを表示' },
  matrix: { en: 'Reachability matrix', ja: '到達可能性マトリクス' },
  diagramFiles: { en: 'vpcanvas diagram', ja: 'vpcanvas ダイアグラム' },
  openable: { en: 'Diagrams, templates, AWS CLI output', ja: 'ダイアグラム、テンプレート、AWS CLI の結果' },
  templates: { en: 'CloudFormation templates', ja: 'CloudFormation テンプレート' },
  dropHere: {
    en: 'Drop a diagram, templates or AWS CLI output to open them',
    ja: 'ダイアグラム、テンプレート、AWS CLI の結果をドロップして開く',
  },
});
