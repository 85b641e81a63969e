/** The canvas's colours of both themes: those of `ui/theme.css` and `ui/lenses/lenses.css`, which a test compares with these. */
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
    'tint-0': '#2f6fde',
    'tint-1': '#0b7f86',
    'tint-2': '#b8397f',
    'tint-3': '#85552a',
    'tint-4': '#55647a',
    'tint-5': '#0f7fb0',
    'tint-6': '#3d3f9c',
    'tint-7': '#6c6a1a',
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
    'tint-0': '#7fabff',
    'tint-1': '#4fc4c9',
    'tint-2': '#f08abf',
    'tint-3': '#d3a273',
    'tint-4': '#a9b7cb',
    'tint-5': '#6cc6ee',
    'tint-6': '#a5a8f5',
    'tint-7': '#c9c56a',
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
