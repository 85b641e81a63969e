import type { Opened, TextFile } from './openProtocol';

export function openTemplates(templates: readonly TextFile[]): Opened {
  return {
    as: 'nothing',
    fileName: templates[0]?.name ?? '',
    failure: {
      severity: 'error',
      message: { en: 'Templates are not read yet.', ja: 'テンプレートはまだ読み込めません。' },
    },
  };
}
