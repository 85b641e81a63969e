/** Every icon of the AWS set, by the words that people look for it with. */
import iconNames from 'virtual:aws-icon-names';
import type { Words } from '../../lib/words';
import { fold } from '../palette/entries';
import { spaced } from './iconSpellings';
import { japaneseWords, shortWords, spokenNames } from './iconWords';

export interface Icon {
  /** Its file, without the ending: `resource/AmazonVPCNATGateway`. */
  readonly path: string;
  /** `Amazon VPC NAT Gateway` */
  readonly label: string;
  readonly sort: Words;
  /** What a search is compared with, folded: the label with and without its spaces. */
  readonly text: string;
}

/** What the folders of the set are called; services first, which is what is looked for most. */
const sorts: Readonly<Record<string, Words>> = {
  'architecture-service': { en: 'Service', ja: 'サービス' },
  resource: { en: 'Resource', ja: 'リソース' },
  'architecture-group': { en: 'Group', ja: 'グループ' },
  category: { en: 'Category', ja: 'カテゴリ' },
};

const namesByFolder: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  iconNames.split(':').map((each) => {
    const [folder = '', names = ''] = each.split('/');
    return [folder, names.split(' ')];
  }),
);

export const icons: readonly Icon[] = [
  ...Object.entries(sorts),
  ...Object.keys(namesByFolder)
    .filter((folder) => !Object.hasOwn(sorts, folder))
    .map((folder): [string, Words] => [folder, { en: folder, ja: folder }]),
].flatMap(([folder, sort]) =>
  (namesByFolder[folder] ?? []).map((name) => {
    const label = spaced(name);
    return { path: `${folder}/${name}`, label, sort, text: `${fold(label)} ${fold(name)}` };
  }),
);

const iconsByPath = new Map(icons.map((icon) => [icon.path, icon]));

export function iconAt(path: string): Icon | undefined {
  return iconsByPath.get(path);
}

/**
 * Those that have every word of the query, the shortest name first: `nat gateway` is that before it is part of something
 * else. Abbreviations and Japanese words stand for what AWS calls it, which comes before what only has the letters.
 */
export function iconsFor(query: string): readonly Icon[] {
  const words = fold(query)
    .split(/[\s・、]+/)
    .filter(Boolean)
    .map((word) => ({ word, meant: meant(word) }));
  if (words.length === 0) return [];
  const letters = ({ text }: Icon): boolean =>
    words.some((each) => each.meant.length > 0 && !each.meant.some((choice) => text.includes(choice)));
  return icons
    .filter(({ text }) =>
      words.every((each) => text.includes(each.word) || each.meant.some((choice) => text.includes(choice))),
    )
    .map((icon, index) => ({ icon, key: [Number(letters(icon)), icon.label.length, index] as const }))
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2])
    .map(({ icon }) => icon);
}

/** The query with the names of services as AWS writes them: `ラムダ 関数` as `lambda 関数`; the query itself where none is said. */
export function asWritten(query: string): string {
  return fold(query)
    .split(/[\s・、]+/)
    .map((word) => spoken.get(word) ?? word)
    .join(' ');
}

const spoken = new Map(Object.entries(spokenNames).map(([word, [name]]) => [fold(word), name]));

const japanese = Object.entries({ ...japaneseWords, ...spokenNames }).map(([word, english]) => ({
  word: fold(word),
  english,
}));

/** What else a word may stand for. 「ロードバランサ」 while it is typed finds what 「ロードバランサー」 finds. */
function meant(word: string): readonly string[] {
  const short = Object.hasOwn(shortWords, word) ? shortWords[word] : undefined;
  if (short !== undefined) return [short];
  // One letter of a syllabary begins too much; one Chinese character is a word.
  if (word.length < 2 && !/\p{Script=Han}/u.test(word)) return [];
  const begun = japanese.filter((each) => each.word.startsWith(word));
  // 「クラウドフロント」 begins with 「クラウド」 and is another word: what only begins the query counts where no word is nearer.
  const longest = japanese.reduce<readonly (typeof japanese)[number][]>((found, each) => {
    const best = found[0]?.word.length ?? 1;
    if (!word.startsWith(each.word) || each.word.length < best) return found;
    return each.word.length === best ? [...found, each] : [each];
  }, []);
  return (begun.length > 0 ? begun : longest).flatMap(({ english }) => english);
}
