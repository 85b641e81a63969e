/** The design as an animated GIF file: the traffic on its arrows, or scene after scene. */
import { catalog } from '../../aws';
import type { Document } from '../../core/model/document';
import { dotsOf } from '../../core/publish/gif/dots';
import { encodeShots, type PaintedShot } from '../../core/publish/gif/encodeShots';
import { layersOf, shotsOf } from '../../core/publish/gif/shots';
import { iconsIn, svgOf } from '../../core/picture/svg/svg';
import type { Words } from '../../lib/words';
import { Refusal } from '../refusal';
import type { Asked, Written } from './format';
import { artworkOf, themeOf } from './picture';

export async function writeGif(document: Document, asked: Asked): Promise<Written> {
  const theme = themeOf(asked);
  if (theme === 'auto')
    throw new Refusal({
      en: 'A GIF file cannot follow the reader’s system; give --theme light or dark, or --to svg --animated.',
      ja: 'GIF は閲覧環境の設定に従えません。--theme に light か dark を指定するか、--to svg --animated を使用してください。',
    });
  const { pixelsOf } = await import('../rasterise');
  const { shots, ...size } = shotsOf(catalog, document, asked);
  const painted: PaintedShot[] = [];
  const remarks = new Map<string, Words>();
  for (const shot of shots) {
    const { picture, before, after } = shot;
    const artwork = await artworkOf(iconsIn(picture), asked.io);
    const layers = layersOf(picture);
    const behind = await pixelsOf(svgOf(layers.behind, { theme, artwork }), picture, size);
    const front = await pixelsOf(svgOf(layers.front, { theme, artwork, isLayer: true }), picture, size);
    for (const remark of behind.remarks) remarks.set(remark.en, remark);
    const dots = dotsOf(shot, size.width, theme);
    painted.push({ behind: behind.pixels, front: front.pixels, dots, before, after });
  }
  return {
    files: [],
    main: null,
    isFolder: false,
    isToLookAt: true,
    bytes: encodeShots({ ...size, shots: painted }),
    remarks: [...remarks.values()],
  };
}
