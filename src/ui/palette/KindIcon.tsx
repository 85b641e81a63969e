/** A kind's icon of the icon pack, unmodified; for kinds that have none by design, a picture of how they are drawn. */
import type { AnyKind } from '../../core/catalog/catalog';
import { NoteTextGlyph, ShieldGlyph, TableGlyph } from '../glyphs';
import { iconAddress } from '../builtFile';

export interface KindIconProps {
  readonly kind: AnyKind;
  /** In place of the kind's own. */
  readonly icon?: string | null;
  readonly size?: number;
}

export function KindIcon({ kind, icon = kind.icon, size = 24 }: KindIconProps) {
  if (icon !== null)
    return (
      <img
        className="kind-icon"
        src={iconAddress(icon)}
        width={size}
        height={size}
        alt=""
        draggable={false}
        loading="lazy"
      />
    );
  const { shape } = kind;
  if (shape.as === 'container') {
    const { colour, style } = shape.border;
    const dash = { solid: undefined, dashed: '4 2.5', dotted: '1.5 2.5' }[style];
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <rect
          x="3"
          y="3"
          width="18"
          height="18"
          rx="1"
          fill="none"
          stroke={colour}
          strokeWidth="1.5"
          strokeDasharray={dash}
        />
      </svg>
    );
  }
  const Sign = shape.as === 'badge' ? ShieldGlyph : shape.as === 'chip' ? TableGlyph : NoteTextGlyph;
  return (
    <span className="kind-icon-glyph">
      <Sign size={size - 4} />
    </span>
  );
}
