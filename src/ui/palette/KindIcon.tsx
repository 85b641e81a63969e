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
  if (shape.as === 'picture')
    return (
      <span className="kind-icon-glyph">
        <svg
          width={size - 4}
          height={size - 4}
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d={signs[shape.draws]} />
        </svg>
      </span>
    );
  const Sign = shape.as === 'badge' ? ShieldGlyph : shape.as === 'chip' ? TableGlyph : NoteTextGlyph;
  return (
    <span className="kind-icon-glyph">
      <Sign size={size - 4} />
    </span>
  );
}

/** On a grid of 16 px. */
const signs = {
  frame: 'M2.5 5.5v8h11v-8zM2.5 5.5v-3h6v3',
  image: 'M2.5 3h11v10h-11zm0 8 3.5-3.5 3 3 1.5-1.5 3 2.5',
  line: 'M3 13 13 3M7.5 3H13v5.5',
  number: 'M8 2.5a5.5 5.5 0 1 0 .01 0M6.8 6.5 8.3 5.5v5',
};
