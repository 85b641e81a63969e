/** Pictures of the diagram on the desk, drawn in a worker, and the artwork for them. */
import type { PictureOptions } from '../../core/picture/drawPicture';
import type { Picture } from '../../core/picture/picture';
import { iconsIn } from '../../core/picture/svg/svg';
import type { Editor } from '../../editor/editor';
import type { PictureAnswer, PictureRequest } from '../../worker/pictureProtocol';
import { iconAddress } from '../builtFile';

let worker: Worker | undefined;
let last = 0;

export async function drawn({ store, verdicts }: Editor, options: PictureOptions): Promise<Picture> {
  const drawer = (worker ??= new Worker(new URL('../../worker/pictureWorker.ts', import.meta.url), {
    type: 'module',
  }));
  const number = ++last;
  const { document } = store;
  const { traces } = verdicts.getState();
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent<PictureAnswer>): void => {
      if (data.number !== number) return;
      stop();
      resolve(data.picture);
    };
    const failed = (event: ErrorEvent): void => {
      stop();
      // The next one gets a fresh worker.
      drawer.terminate();
      if (worker === drawer) worker = undefined;
      reject(new Error(event.message));
    };
    const stop = (): void => {
      drawer.removeEventListener('message', heard);
      drawer.removeEventListener('error', failed);
    };
    drawer.addEventListener('message', heard);
    drawer.addEventListener('error', failed);
    drawer.postMessage({ number, document, traces, options } satisfies PictureRequest);
  });
}

const known = new Map<string, string>();

/** The icon pack's files that a picture needs; those that cannot be had are left out. */
export function artworkFor(picture: Picture): Promise<ReadonlyMap<string, string>> {
  return artworkOf(iconsIn(picture));
}

export async function artworkOf(icons: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await Promise.all(
    icons.map(async (icon) => {
      if (known.has(icon)) return;
      const answer = await fetch(iconAddress(icon)).catch(() => undefined);
      if (answer?.ok === true) known.set(icon, await answer.text());
    }),
  );
  return known;
}
