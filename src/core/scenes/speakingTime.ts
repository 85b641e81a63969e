/** About how long it takes to tell scenes to an audience that is read their texts aloud. */
import type { Language } from '../../lib/words';
import type { Scene } from '../model/document';
import { inOneLine } from './markdown';

/** English lectures: Tauroza and Allison, "Speech rates in British English", Applied Linguistics 11 (1990). */
const wordsPerMinute = 140;
/** Kana and kanji, as announcers of NHK read the news. */
const charactersPerMinute = 300;

const japanese = /[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff]/g;
/** A name, a figure or an address is said in one go. */
const word = /[\p{Script=Latin}\d][\p{Script=Latin}\d.,:/'’-]*/gu;

/** In seconds; of the texts alone, without notes. */
export function speakingTime(scenes: Iterable<Pick<Scene, 'text'>>, language: Language): number {
  let minutes = 0;
  for (const { text } of scenes) {
    const said = inOneLine(text[language]);
    minutes += countOf(said, japanese) / charactersPerMinute + countOf(said, word) / wordsPerMinute;
  }
  return minutes * 60;
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
