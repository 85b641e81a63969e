/** How somebody wants pictures, as long as the page is open. */
import { createStore } from 'zustand/vanilla';
import { possiblePages } from '../../core/publish/pages';
import type { Editor } from '../../editor/editor';
import { openDialog } from '../shell/dialogs';
import type { PictureFormat } from './formats';
import { selected, themeNow, type PictureChoice } from './pictureFiles';

export const choices = createStore<PictureChoice>(() => ({
  format: 'svg',
  theme: 'light',
  language: 'en',
  pages: 'diagram',
  onlySelected: false,
  legend: true,
  heading: false,
  source: true,
  animated: false,
}));

let isFirst = true;

/** Opens the dialog; the first time the picture is as the canvas is seen now. */
export function choosePicture(editor: Editor, format: PictureFormat): void {
  const { language } = editor.session.getState();
  const { onlySelected, pages } = choices.getState();
  const possible = possiblePages(editor.catalog, editor.store.document);
  choices.setState({
    format,
    language,
    pages: possible.includes(pages) ? pages : 'diagram',
    onlySelected: onlySelected && selected(editor) !== undefined,
    ...(isFirst ? { theme: themeNow() } : {}),
  });
  isFirst = false;
  openDialog('picture');
}
