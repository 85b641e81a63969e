/** Characters that no template can have, as a damaged file has them. */
import type { Stack } from '../stack';
import type { TemplateFault } from './templateFault';

/** https://yaml.org/spec/1.1/#id868524 (“c-printable”) */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export function* checkCharacters({ source: { text } }: Stack): Generator<TemplateFault> {
  const at = { rule: 'template-wrong-shape', on: 'Resources', path: [] } as const;
  const control = text.search(unprintable);
  if (control >= 0) {
    const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    yield {
      ...at,
      offset: control,
      message: {
        en: `the control character U+${code} stands here, which CloudFormation does not take; the file may be damaged`,
        ja: `制御文字 U+${code} があります。CloudFormation では使えません。ファイルが壊れている可能性があります`,
      },
    };
  }
  const replaced = text.indexOf('\uFFFD');
  if (replaced >= 0)
    yield {
      ...at,
      severity: 'warning',
      offset: replaced,
      message: {
        en: 'a character here could not be read; save the file as UTF-8',
        ja: '読み取れない文字があります。ファイルを UTF-8 で保存してください',
      },
    };
}
