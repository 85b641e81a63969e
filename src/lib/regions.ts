/**
 * The Regions and their Availability Zones. Zone names are those of an ordinary account today; which physical zone a
 * letter means differs from account to account, and older accounts see other letters in some Regions.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
import type { Words } from './words';

export interface Region {
  readonly name: string;
  readonly place: Words;
  /** Zone names, in the order in which `Fn::GetAZs` gives them. */
  readonly zones: readonly string[];
}

const region = (name: string, en: string, ja: string, letters: string): Region => ({
  name,
  place: { en, ja },
  zones: [...letters].map((letter) => name + letter),
});

export const regions: readonly Region[] = [
  region('ap-northeast-1', 'Tokyo', '東京', 'acd'),
  region('ap-northeast-3', 'Osaka', '大阪', 'abc'),
  region('us-east-1', 'N. Virginia', 'バージニア北部', 'abcdef'),
  region('us-east-2', 'Ohio', 'オハイオ', 'abc'),
  region('us-west-1', 'N. California', '北カリフォルニア', 'ac'),
  region('us-west-2', 'Oregon', 'オレゴン', 'abcd'),
  region('af-south-1', 'Cape Town', 'ケープタウン', 'abc'),
  region('ap-east-1', 'Hong Kong', '香港', 'abc'),
  region('ap-northeast-2', 'Seoul', 'ソウル', 'abcd'),
  region('ap-south-1', 'Mumbai', 'ムンバイ', 'abc'),
  region('ap-south-2', 'Hyderabad', 'ハイデラバード', 'abc'),
  region('ap-southeast-1', 'Singapore', 'シンガポール', 'abc'),
  region('ap-southeast-2', 'Sydney', 'シドニー', 'abc'),
  region('ap-southeast-3', 'Jakarta', 'ジャカルタ', 'abc'),
  region('ap-southeast-4', 'Melbourne', 'メルボルン', 'abc'),
  region('ca-central-1', 'Central', '中部', 'abd'),
  region('eu-central-1', 'Frankfurt', 'フランクフルト', 'abc'),
  region('eu-central-2', 'Zurich', 'チューリッヒ', 'abc'),
  region('eu-north-1', 'Stockholm', 'ストックホルム', 'abc'),
  region('eu-south-1', 'Milan', 'ミラノ', 'abc'),
  region('eu-south-2', 'Spain', 'スペイン', 'abc'),
  region('eu-west-1', 'Ireland', 'アイルランド', 'abc'),
  region('eu-west-2', 'London', 'ロンドン', 'abc'),
  region('eu-west-3', 'Paris', 'パリ', 'abc'),
  region('il-central-1', 'Tel Aviv', 'テルアビブ', 'abc'),
  region('me-central-1', 'UAE', 'アラブ首長国連邦', 'abc'),
  region('me-south-1', 'Bahrain', 'バーレーン', 'abc'),
  region('sa-east-1', 'São Paulo', 'サンパウロ', 'abc'),
];

/** The zones of a Region; a, b and c for one that is not in the table. */
export function zonesOf(name: string): readonly string[] {
  return regions.find((each) => each.name === name)?.zones ?? [...'abc'].map((letter) => name + letter);
}
