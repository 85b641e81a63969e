import type { Words } from '../../lib/words';
import type { ExportAnswer } from '../../worker/exportProtocol';
import { tell } from '../shell/messages';

/** Says what was downloaded, what is proven of it, and what to look at first. */
export function tellExported(names: readonly string[], answer: ExportAnswer): void {
  const { remarks, unproven } = answer;
  const proof = unproven.length === 0 ? provenText(answer) : notProvenText(unproven.length);
  const toSee = remarksText(remarks.length);
  const en = [`Exported ${names.join(', ')}.`, proof.en, toSee.en];
  tell({
    tone: unproven.length > 0 ? 'caution' : 'note',
    words: {
      en: en.filter((part) => part !== '').join(' '),
      ja: `${names.join('、')} をエクスポートしました。${proof.ja}${toSee.ja}`,
    },
    particulars: [...unproven.map(({ message }) => message), ...remarks.filter(isNew(unproven))],
  });
}

function isNew(unproven: ExportAnswer['unproven']): (remark: Words) => boolean {
  const told = new Set(unproven.map(({ message }) => message.en));
  return ({ en }) => !told.has(en);
}

function provenText({ compared, isByTemplate, isToLookAt }: ExportAnswer): Words {
  if (isToLookAt) return { en: '', ja: '' };
  if (compared === null)
    return { en: 'Proven: no rule finds an error.', ja: '検証済み: ルールのエラーはありません。' };
  const equal = compared === 1 ? 'its resource equals' : `its ${compared} resources equal`;
  return isByTemplate
    ? {
        en: `Proven by the template from which it is made: read back, ${equal} the diagram, and no rule finds an error.`,
        ja: `元のテンプレートで検証済み: 読み戻した ${compared} 個のリソースはダイアグラムと一致し、ルールのエラーもありません。`,
      }
    : {
        en: `Proven: read back, ${equal} the diagram, and no rule finds an error.`,
        ja: `検証済み: 読み戻した ${compared} 個のリソースはダイアグラムと一致し、ルールのエラーもありません。`,
      };
}

function notProvenText(count: number): Words {
  return {
    en: `${count === 1 ? 'One thing is' : `${count} things are`} not proven.`,
    ja: `検証できていない点が ${count} 件あります。`,
  };
}

function remarksText(count: number): Words {
  return count === 0
    ? { en: '', ja: '' }
    : {
        en: `${count === 1 ? 'One thing is' : `${count} things are`} to be looked at first.`,
        ja: `使う前に確認が必要な点が ${count} 件あります。`,
      };
}
