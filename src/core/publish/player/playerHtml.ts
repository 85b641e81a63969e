/**
 * The player as one HTML file that needs nothing else, not even a network: every scene of a design, stepped through as when
 * presenting, in both languages. What is in it for its program is plain data; its policy lets no other script run, and
 * nothing be loaded.
 */
import { playerGenerator } from '../../picture/source';
import { artworkOf, type Artwork } from '../../picture/svg/artwork';
import { attributes, element, escaped } from '../../picture/svg/xml';
import { iconsOf, type PlayerContent } from './content';
import { playerData, type PlayerData } from './playerData';
import type { Program } from 'virtual:player';

export interface PlayerOptions extends Pick<PlayerData, 'language' | 'theme'> {
  readonly program: Program;
  /** The icons of the content by name, as `iconsOf` names them. */
  readonly artwork: Artwork;
  /** The diagram itself, as `embeddable` gives it. */
  readonly source?: string;
}

export function playerHtml(content: PlayerContent, options: PlayerOptions): string {
  const { program, language, theme, source } = options;
  const icons = artworkOf(iconsOf(content), options.artwork, 'p');
  const data = playerData(content, icons.ids, { language, theme });
  const policy = [
    "default-src 'none'",
    `script-src '${program.scriptHash}'`,
    `style-src '${program.styleHash}'`,
    // Pictures that are part of the diagram.
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const diagram =
    source === undefined
      ? ''
      : element('vpcanvas:diagram', { 'xmlns:vpcanvas': 'urn:vpcanvas' }, escaped(source));
  const lines = [
    '<!DOCTYPE html>',
    `<html${attributes({ lang: language, 'data-theme': theme === 'dark' ? 'dark' : 'light' })}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta${attributes({ name: 'generator', content: playerGenerator })}>`,
    `<meta${attributes({ 'http-equiv': 'Content-Security-Policy', content: policy })}>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(content.title[language])}</title>`,
    `<style>${program.style}</style>`,
    '</head>',
    '<body>',
    `<svg class="artwork" width="0" height="0" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">`,
    element('metadata', {}, icons.notice + diagram),
    `<defs>${icons.definitions}</defs>`,
    '</svg>',
    `<noscript>${escaped(needsScript.en)}<br>${escaped(needsScript.ja)}</noscript>`,
    `<script type="application/json" id="data">${jsonInHtml(data)}</script>`,
    `<script>${program.script}</script>`,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

const needsScript = {
  en: 'This presentation needs JavaScript. It loads nothing and sends nothing.',
  ja: 'このプレゼンテーションの表示には JavaScript が必要です。外部への通信は行いません。',
};

/** JSON that no HTML parser takes for markup, and no older JavaScript engine for the end of a line. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
