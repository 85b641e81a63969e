import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { plan } from './shared/words';

export default defineRule({
  id: 'name-missing',
  severity: 'advice',
  summary: {
    en: 'A resource without a name is hard to tell of',
    ja: '名前のないリソースは区別しにくくなります',
  },
  why: {
    en: 'The name becomes the Name tag and the logical ID, and findings and traces use it. Give the resource one that says what it is for.',
    ja: '名前は Name タグと論理 ID になり、検証結果や経路の説明にも使われます。用途のわかる名前を付けてください。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html'],
  check: forEachResource(function* (context, { id, kind, name }) {
    const { label, defaultName, isAnnotation } = context.catalog.kind(kind);
    if (name.trim() !== '' || isAnnotation === true) return;
    const free = context.freeName(defaultName);
    yield {
      on: [id],
      message: {
        en: `A resource of the kind ${label.en} has no name`,
        ja: `名前のない${label.ja}があります`,
      },
      fixes: [
        plan(`Name it ${free}`, `${free} という名前を付ける`, call('renameResource', { id, name: free })),
      ],
    };
  }),
  examples: {
    good: [sketch(box('vpc', 'Vpc'))],
    bad: [sketch(box('vpc', ' '))],
  },
});
