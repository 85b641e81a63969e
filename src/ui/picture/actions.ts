/** Pictures of the diagram: as files, and on the clipboard. What makes them is loaded when it is asked for. */
import type { Action } from '../../editor/actions';

const formats = [
  ['svg', 'SVG'],
  ['png', 'PNG'],
] as const;

const documents = [
  ['pdf', { en: 'Export as PDF…', ja: 'PDF としてエクスポート…' }],
  ['pptx', { en: 'Export as PowerPoint…', ja: 'PowerPoint としてエクスポート…' }],
  ['html', { en: 'Export a presentation (HTML)…', ja: 'プレゼンテーションをエクスポート (HTML)…' }],
  ['gif', { en: 'Export an animation (GIF)…', ja: 'アニメーションをエクスポート (GIF)…' }],
] as const;

export const pictureActions: readonly Action[] = [
  ...formats.map(([format, name]): Action => ({
    id: `export-${format}`,
    label: { en: `Export a picture (${name})…`, ja: `画像をエクスポート (${name})…` },
    group: 'file',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) => void import('./choice').then(({ choosePicture }) => choosePicture(editor, format)),
  })),
  ...documents.map(([format, label]): Action => ({
    id: `export-${format}`,
    label,
    group: 'file',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) => void import('./choice').then(({ choosePicture }) => choosePicture(editor, format)),
  })),
  ...formats.map(([format, name]): Action => ({
    id: `copy-as-${format}`,
    label: { en: `Copy as ${name}`, ja: `${name} としてコピー` },
    ...(format === 'png' ? { keys: [{ code: 'KeyC', shift: true, alt: true }] } : {}),
    group: 'edit',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) => void import('./copyPicture').then(({ copyPicture }) => copyPicture(editor, format)),
  })),
];
