import { wordList } from '../words';

export const words = wordList({
  title: { en: 'Draw your network', ja: 'ネットワークを描きましょう' },
  text: {
    en: 'Drag a VPC here from the palette, then subnets and instances into it. Draw an arrow to see whether the traffic gets there.',
    ja: 'パレットから VPC をここにドラッグし、その中にサブネットやインスタンスを置いてください。矢印を引くと、通信が届くかどうかがわかります。',
  },
  or: { en: 'Or begin with something', ja: '既存のものから始める' },
  paste: {
    en: 'Files can also be dropped here, and a template or AWS CLI output pasted.',
    ja: 'ファイルをここにドロップしたり、テンプレートや AWS CLI の結果を貼り付けたりすることもできます。',
  },
  added: {
    en: 'Added a VPC with a public and a private subnet in each of two Availability Zones, an internet gateway and route tables',
    ja: '2 つのアベイラビリティーゾーンにそれぞれパブリックサブネットとプライベートサブネットを持つ VPC を、インターネットゲートウェイとルートテーブルとともに追加しました',
  },
  step: { en: 'Start with a VPC', ja: 'VPC から開始' },
});
