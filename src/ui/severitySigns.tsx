/** The signs of severities: a crossed circle, a triangle, a circled i; forms apart, not colours alone. */
import type { Severity } from '../core/rules/rule';
import type { Words } from '../lib/words';
import { FailureGlyph, NoteGlyph, WarningGlyph } from './glyphs';
import { useSay } from './useEditor';
import './severitySigns.css';

export const severityWords: Readonly<Record<Severity, Words>> = {
  error: { en: 'Error', ja: 'エラー' },
  warning: { en: 'Warning', ja: '警告' },
  advice: { en: 'Advice', ja: '助言' },
};

export function SeveritySign({ severity }: { readonly severity: Severity }) {
  const say = useSay();
  const Glyph = glyphs[severity];
  return (
    <span className="severity-sign" data-severity={severity}>
      <Glyph />
      <span className="unseen">{say(severityWords[severity])}</span>
    </span>
  );
}

const glyphs = { error: FailureGlyph, warning: WarningGlyph, advice: NoteGlyph };
