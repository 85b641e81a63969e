export const unknown = {
  unknown: { en: 'a parameter without a default', ja: '既定値のないパラメータ' },
} as const;
