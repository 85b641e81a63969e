/** An image of one's own on the canvas, kept inside the diagram: a logo, a floor plan. It says nothing to the network. */
import { defineKind } from '../../core/catalog/kind';

interface ImageProps {
  /** PNG, JPEG, GIF or WebP as a data URL; empty where nothing was chosen yet. */
  readonly image: string;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    image: ImageProps;
  }
}

export default defineKind({
  kind: 'image',
  label: { en: 'Image', ja: '画像' },
  summary: { en: 'A PNG, JPEG, GIF, WebP or SVG of your own', ja: 'お手持ちの PNG、JPEG、GIF、WebP、SVG' },
  group: 'notes',
  rank: 6,
  icon: null,
  defaultName: 'Image',
  isAnnotation: true,
  parents: ['canvas', 'region', 'vpc', 'availability-zone', 'subnet'],
  shape: { as: 'picture', draws: 'image', size: { w: 160, h: 120 }, minSize: { w: 16, h: 16 } },
  fields: {
    image: {
      control: 'art',
      of: 'image',
      label: { en: 'Image', ja: '画像' },
      default: '',
    },
  },
});
