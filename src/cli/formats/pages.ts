/** The pages that somebody asks for with `--pages` or `--scene`. */
import { catalog } from '../../aws';
import type { Document } from '../../core/model/document';
import { pagesOf, scenesInOrder, type Page, type Pages } from '../../core/publish/pages';
import { Refusal } from '../refusal';
import type { Asked } from './format';

export function pagesAsked(
  document: Document,
  { given, language, prices }: Asked,
): readonly [Page, ...Page[]] {
  // The options are read as one of these.
  const pages = (given.value('pages') ?? 'diagram') as Pages;
  const scene = given.value('scene');
  if (scene === undefined) return pagesOf(catalog, document, { language, prices, pages, legend: true });
  const id = sceneNamed(document, scene);
  const found = pagesOf(catalog, document, { language, prices, pages: 'scenes' }).find(
    (page) => page.scene === id,
  );
  if (found === undefined) throw new Error('every scene should have a page');
  return [found];
}

function sceneNamed(document: Document, asked: string): string {
  const scenes = scenesInOrder(document);
  const found =
    (/^\d+$/.test(asked) ? scenes[Number(asked) - 1] : undefined) ??
    scenes.find(({ title }) => title.en.trim() === asked.trim() || title.ja.trim() === asked.trim());
  if (found !== undefined) return found.id;
  const list = (language: 'en' | 'ja'): string =>
    scenes.map(({ title }, index) => `${index + 1} ${title[language]}`).join(language === 'ja' ? '、' : ', ');
  throw new Refusal(
    scenes.length === 0
      ? { en: 'This diagram has no scenes.', ja: 'このダイアグラムにシーンはありません。' }
      : {
          en: `There is no scene “${asked}”; there are: ${list('en')}`,
          ja: `シーン「${asked}」はありません。あるシーン: ${list('ja')}`,
        },
  );
}

/** A name for the file of one page of several, which every file system takes: `03-Path-1.svg`. */
export function fileOfPage({ title }: Page, index: number, count: number, ending: string): string {
  const number = String(index + 1).padStart(String(count).length, '0');
  const words = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  // By characters: half of a pair is in no name.
  const short = [...words].slice(0, 60).join('');
  return `${short === '' ? number : `${number}-${short}`}${ending}`;
}
