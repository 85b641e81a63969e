/** The canvas's colours of both themes: those of `ui/theme.css`, which a test compares with these. */
import type { Hex, Ink, Palette, Theme } from './picture';

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    canvas: '#fafbfc',
    surface: '#ffffff',
    text: '#1a2130',
    quiet: '#566072',
    line: '#dfe3e8',
    strong: '#8a94a3',
    plate: undefined,
    arrives: '#1a7f37',
    blocked: '#c8202f',
    caution: '#9a6200',
    unsure: '#7a3fc7',
  },
  dark: {
    canvas: '#12161c',
    surface: '#1e232c',
    text: '#e8ecf2',
    quiet: '#a3adbb',
    line: '#2e3541',
    strong: '#76808f',
    plate: '#ffffff',
    arrives: '#4fc36b',
    blocked: '#ff7b84',
    caution: '#e0a83a',
    unsure: '#bd94ff',
  },
};

/** The colour of an ink; undefined for what is not painted in this theme. */
export function colourOf(ink: Ink, palette: Palette): Hex | undefined {
  // Every ink that is no key of the palette is a colour already.
  return ink in palette ? palette[ink as keyof Palette] : (ink as Hex);
}

/** A colour that a kind states; grey for what is none that every painter knows. */
export function hexOf(colour: string): Hex {
  return /^#[\da-f]{6}$/i.test(colour) ? (colour as Hex) : '#7d8998';
}
