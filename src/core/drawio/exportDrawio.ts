/**
 * A design as a draw.io file (https://www.drawio.com/doc/faq/drawio-open-source): a page for the diagram, and one for each of
 * its scenes. Containers hold what stands in them, arrows are connected with what they lead to, and AWS's icons are
 * those of draw.io's own library. The text is not compressed, so that it can be read and compared.
 */
import type { Catalog } from '../catalog/catalog';
import type { Document, Scene } from '../model/document';
import { documentAfter } from '../plans/plan';
import { contextOf } from '../rules/context';
import { inPlainLines } from '../scenes/markdown';
import { compareOrder } from '../../lib/order';
import type { Language, Words } from '../../lib/words';
import { pageElement, type Page } from './page';
import { diagramWords, planFailedWords, sceneWords } from './words';
import { element, xmlText } from './xml';

export interface DrawioFile {
  readonly text: string;
  readonly remarks: readonly Words[];
}

export function exportDrawio(catalog: Catalog, document: Document, language: Language): DrawioFile {
  const { traces } = contextOf(catalog, document);
  const remarks: Words[] = [];
  const name = document.name.trim() === '' ? diagramWords[language] : document.name;
  const scenes = [...document.scenes.values()].sort(compareOrder);
  const pages: Page[] = [
    { id: 'diagram', name, document, traces },
    ...scenes.map((scene, index): Page => {
      const shown = inScene(catalog, document, scene);
      if (shown === undefined) remarks.push(planFailedWords(index + 1));
      const title = said(scene.title, language) || sceneWords(index + 1)[language];
      return {
        id: `scene-${index + 1}`,
        name: title,
        document: shown ?? document,
        traces: shown === undefined || shown === document ? traces : contextOf(catalog, shown).traces,
        scene: {
          title,
          text: inPlainLines(said(scene.text, language)),
          // Those that are gone would leave all others faint.
          flows: new Set(Object.keys(scene.flows).filter((id) => document.flows.has(id))),
        },
      };
    }),
  ];
  const file = element(
    'mxfile',
    { host: 'vpcanvas', pages: pages.length },
    pages.map((page) => pageElement(catalog, page, language)),
  );
  return { text: xmlText(file), remarks };
}

/** The design as a scene shows it; undefined where the scene's changes do not fit it. */
function inScene(catalog: Catalog, document: Document, { plan }: Scene): Document | undefined {
  if (plan === undefined) return document;
  try {
    // A saved plan is what somebody wrote down: commands check what they are given.
    return documentAfter({ catalog }, document, plan as Parameters<typeof documentAfter>[2]);
  } catch {
    return undefined;
  }
}

/** In the other language where it is only said in that. */
function said(words: Words, language: Language): string {
  const own = words[language].trim();
  return own === '' ? words[language === 'en' ? 'ja' : 'en'].trim() : own;
}
