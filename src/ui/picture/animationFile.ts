/** The diagram on the desk as an animated GIF file: its layers are painted here, and put together in a worker. */
import { dotsOf } from '../../core/publish/gif/dots';
import type { PaintedShot } from '../../core/publish/gif/encodeShots';
import { layersOf } from '../../core/publish/gif/shots';
import { svgOf } from '../../core/picture/svg/svg';
import type { Editor } from '../../editor/editor';
import { ownPrices } from '../cost/ownPrices';
import { artworkFor } from './drawn';
import type { PictureChoice, PictureFile } from './pictureFiles';
import { askPublication, type Waiting } from './publication';
import { pixelsOf } from './rasterised';

/** What painting takes of the whole time, about. */
const painting = 0.5;

export async function animationFile(
  { store }: Editor,
  { language, theme: wanted }: PictureChoice,
  { progress = () => undefined, signal }: Waiting,
): Promise<PictureFile> {
  const { document } = store;
  const waiting = signal === undefined ? {} : { signal };
  const options = { language, prices: ownPrices.getState().prices };
  const answer = await askPublication({ ask: 'shots', document, options }, waiting);
  if (!('shots' in answer)) throw new Error('expected the shots');
  const { shots, ...size } = answer.shots;
  const theme = wanted === 'dark' ? 'dark' : 'light';
  const painted: PaintedShot[] = [];
  for (const shot of shots) {
    signal?.throwIfAborted();
    const { picture, before, after } = shot;
    const artwork = await artworkFor(picture);
    const layers = layersOf(picture);
    painted.push({
      behind: await pixelsOf(svgOf(layers.behind, { theme, artwork }), size),
      front: await pixelsOf(svgOf(layers.front, { theme, artwork, isLayer: true }), size),
      dots: dotsOf(shot, size.width, theme),
      before,
      after,
    });
    progress((painted.length / shots.length) * painting);
  }
  const made = await askPublication(
    { ask: 'gif', painted: { ...size, shots: painted } },
    { ...waiting, progress: (done) => progress(painting + done * (1 - painting)) },
    painted.flatMap(({ behind, front }) => [behind.buffer, front.buffer]),
  );
  if (!('gif' in made)) throw new Error('expected a GIF file');
  const besides = { lacksSource: false, isCoarse: false, missing: [] };
  return { ...besides, content: made.gif, type: 'image/gif', ending: '.gif' };
}
