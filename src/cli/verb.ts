import type { Language, Words } from '../lib/words';
import type { Io } from './io';
import type { Given, OptionSpec } from './options';

/** What a verb is, without what it does: that is loaded when the verb is used. */
export interface Verb {
  readonly name: string;
  /** What stands behind the name. */
  readonly usage: string;
  readonly about: Words;
  readonly load: () => Promise<VerbModule>;
}

export interface VerbModule {
  readonly options: readonly OptionSpec[];
  /** Exit statuses and examples, below the options in the help. */
  readonly notes: Words;
  /** Gives the exit status. */
  readonly run: (given: Given, world: World) => Promise<number>;
}

export interface World {
  readonly io: Io;
  readonly language: Language;
}

export const verbs: readonly Verb[] = [
  {
    name: 'check',
    usage: 'FILE…',
    about: {
      en: 'run every rule and every expectation; print findings',
      ja: 'すべてのルールと期待を検査し、検出結果を表示',
    },
    load: () => import('./verbs/check'),
  },
  {
    name: 'trace',
    usage: 'FILE… --from A --to B',
    about: {
      en: 'follow one flow and its reply, hop by hop',
      ja: '1 つの通信とその応答をホップごとに追跡',
    },
    load: () => import('./verbs/trace'),
  },
  {
    name: 'matrix',
    usage: 'FILE…',
    about: {
      en: 'who can reach whom, on which ports',
      ja: 'どこからどこへ、どのポートで到達できるかの一覧',
    },
    load: () => import('./verbs/matrix'),
  },
  {
    name: 'compare',
    usage: 'FILE… --from A --to B',
    about: {
      en: 'the ways that one flow can take, side by side: hops, exposure, cost, what has to be added',
      ja: '1 つの通信がとりうる経路の比較 (ホップ、公開範囲、料金、必要な追加)',
    },
    load: () => import('./verbs/compare'),
  },
  {
    name: 'cost',
    usage: 'FILE…',
    about: {
      en: 'what the design costs a month, line by line',
      ja: '設計の月額料金の内訳',
    },
    load: () => import('./verbs/cost'),
  },
  {
    name: 'diff',
    usage: 'OLD NEW',
    about: {
      en: 'what changed from one version to another: resources, and connections that opened or closed',
      ja: '2 つの版の差分 (リソース、開いた通信と閉じた通信)',
    },
    load: () => import('./verbs/diff'),
  },
  {
    name: 'export',
    usage: 'FILE… --to FORMAT [-o OUT]',
    about: {
      en: 'write the design in another format',
      ja: '設計を別の形式で出力',
    },
    load: () => import('./verbs/export'),
  },
  {
    name: 'import',
    usage: 'TEMPLATE… [-o OUT]',
    about: {
      en: 'make a diagram of templates, laid out',
      ja: 'テンプレートから、配置済みのダイアグラムを作成',
    },
    load: () => import('./verbs/import'),
  },
  {
    name: 'guidelines',
    usage: 'FILE…',
    about: {
      en: 'where the drawing departs from AWS’s drawing guidelines',
      ja: 'AWS の作図ガイドラインに沿っていない箇所を表示',
    },
    load: () => import('./verbs/guidelines'),
  },
  {
    name: 'rules',
    usage: '[ID]',
    about: { en: 'the rule reference', ja: 'ルールの一覧と説明' },
    load: () => import('./verbs/rules'),
  },
];
