import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { keptImage, mostImageBytes, mostPixels, type ImageFault } from '../lib/imageData';
import type { Words } from '../lib/words';
import { cellsOf } from './shared/fields';
import { called, fieldOf } from './shared/words';

export default defineRule({
  id: 'picture-unreadable',
  severity: 'warning',
  summary: {
    en: 'An image in the diagram cannot be shown',
    ja: '構成図の画像を表示できません',
  },
  why: {
    en: 'The file of the diagram was damaged or edited by hand, or holds an image that is too large to be shown safely. Its data is kept and saved as it was. Choose the image again or delete it; the network, its verdicts and the template have nothing to do with it.',
    ja: '構成図のファイルが壊れているか手作業で編集されたか、安全に表示するには大きすぎる画像が含まれています。データはそのまま保持され、保存されます。画像を選び直すか、削除してください。ネットワーク、到達性の判定、テンプレートには影響しません。',
  },
  sources: ['https://aws.amazon.com/architecture/icons/'],
  check: forEachResource(function* (context, resource) {
    if (context.catalog.kind(resource.kind).isAnnotation !== true) return;
    for (const { described, value, path } of cellsOf(context, resource)) {
      if (described.control !== 'art' || described.of !== 'image') continue;
      if (typeof value !== 'string' || value === '') continue;
      const image = keptImage(value);
      if (typeof image === 'object') continue;
      const name = called(context, resource.id);
      const says = faults[image];
      yield {
        on: [resource.id],
        field: path,
        message: {
          en: `${described.label.en} of ${name}: ${says.en}`,
          ja: `${fieldOf(name, described.label)}: ${says.ja}`,
        },
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box('image', 'Logo', {
          image: 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
        }),
      ),
    ],
    bad: [
      sketch(
        box('image', 'Logo', {
          image: 'data:image/png;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
        }),
      ),
    ],
  },
});

const faults: Readonly<Record<ImageFault, Words>> = {
  'not-an-image': {
    en: 'the data is no PNG, JPEG, GIF or WebP image',
    ja: 'データが PNG、JPEG、GIF、WebP の画像ではありません',
  },
  'too-many-bytes': {
    en: `it is larger than ${mostImageBytes / 1_000_000} MB`,
    ja: `${mostImageBytes / 1_000_000} MB を超えています`,
  },
  'too-many-pixels': {
    en: `it has more than ${mostPixels / 1_000_000} million pixels`,
    ja: `${mostPixels / 10_000} 万画素を超えています`,
  },
};
