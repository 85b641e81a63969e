import type { Unknown } from '../model/value';

/** A zone that a template gives by its ID: which name goes with it differs from account to account. */
export const zoneById: Unknown = {
  unknown: {
    en: 'the zone is given by its ID, and IDs have other names in other accounts',
    ja: 'ゾーンが ID で指定されています。ID とゾーン名の対応はアカウントごとに異なります',
  },
};
