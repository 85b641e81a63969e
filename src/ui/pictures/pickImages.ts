/** Asks for images to put onto the canvas. */
import type { Editor } from '../../editor/editor';
import { addImages } from './addImages';

export function pickImages(editor: Editor): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = 'image/*,.svg';
  input.addEventListener('change', () => void addImages(editor, [...(input.files ?? [])]));
  input.click();
}
