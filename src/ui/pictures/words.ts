import { wordList } from '../words';

export const words = wordList({
  noImage: { en: 'Choose an image at the right', ja: '右側で画像を選択してください' },
  brokenImage: { en: 'This image cannot be shown', ja: 'この画像は表示できません' },
  choose: { en: 'Choose a file…', ja: 'ファイルを選択…' },
  searchIcons: { en: 'Search AWS icons', ja: 'AWS アイコンを検索' },
  iconsFound: { en: 'AWS icons', ja: 'AWS アイコン' },
  noIcons: { en: 'No icon of the AWS set is called that', ja: '一致する AWS アイコンはありません' },
  addIcon: { en: 'As a picture', ja: '図として配置' },
  width: { en: 'Width', ja: '幅' },
  height: { en: 'Height', ja: '高さ' },
  size: { en: 'Size', ja: 'サイズ' },
  resize: { en: 'Resize', ja: 'サイズの変更' },
  pickImages: { en: 'Images', ja: '画像' },
});
