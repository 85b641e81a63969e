/** The images of a PowerPoint file, each once however often it is shown, and how slides name them. */
import { fromBase64 } from '../../../lib/base64';
import type { Part } from '../../picture/picture';
import type { Artwork } from '../../picture/svg/artwork';
import type { Images } from '../images';
import type { ImageReference } from './shapes';

export interface MediaFile {
  /** In the folder of media. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that a slide names by an id. */
export interface Relationship {
  readonly id: string;
  readonly name: string;
}

interface SlideMedia {
  readonly referenceTo: (
    part: Extract<Part, { readonly draw: 'icon' | 'raster' }>,
  ) => ImageReference | undefined;
  /** Those that were asked for. */
  readonly relationships: () => readonly Relationship[];
}

export function mediaOf(artwork: Artwork, bitmaps: ReadonlyMap<string, Uint8Array>) {
  const files = new Map<string, MediaFile>();
  const fileFor = (key: string, ending: string, bytes: () => Uint8Array): string => {
    let file = files.get(key);
    if (file === undefined) {
      file = { name: `picture${files.size + 1}.${ending}`, bytes: bytes() };
      files.set(key, file);
    }
    return file.name;
  };
  return {
    forSlide(images: Images): SlideMedia {
      const ids = new Map<string, string>();
      const idOf = (name: string): string => {
        let id = ids.get(name);
        if (id === undefined) ids.set(name, (id = `rIdPicture${ids.size + 1}`));
        return id;
      };
      return {
        referenceTo(part) {
          if (part.draw === 'raster') {
            const other = images.get(part.base64);
            const base64 = other === undefined ? part.base64 : other.slice(other.indexOf(',') + 1);
            const ending = other === undefined ? part.type.slice('image/'.length) : 'png';
            const bytes = fromBase64(base64);
            return bytes === undefined
              ? undefined
              : { bitmap: idOf(fileFor(`raster ${base64}`, ending, () => bytes)) };
          }
          const [svg, bitmap] = [artwork.get(part.icon), bitmaps.get(part.icon)];
          if (svg === undefined || bitmap === undefined) return undefined;
          return {
            bitmap: idOf(fileFor(`png ${part.icon}`, 'png', () => bitmap)),
            vector: idOf(fileFor(`svg ${part.icon}`, 'svg', () => new TextEncoder().encode(svg))),
          };
        },
        relationships: () => Array.from(ids, ([name, id]) => ({ id, name })),
      };
    },
    files: (): readonly MediaFile[] => [...files.values()],
  };
}
