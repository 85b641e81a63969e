/** What a request to peer says of the other side, which may be in another account or Region: of VPCs, of transit gateways. */
import { regions } from '../../lib/regions';
import type { ChoiceField, TextField } from './field';

/** Empty stands for one's own account. */
export const accepterAccountField: TextField<string> = {
  control: 'text',
  label: { en: 'Accepter account', ja: 'アクセプタのアカウント' },
  default: '',
  advanced: true,
  check: (account) =>
    account === '' || /^\d{12}$/.test(account)
      ? undefined
      : {
          en: `An account ID has 12 digits; “${account}” is none`,
          ja: `アカウント ID は 12 桁の数字です。「${account}」は使えません`,
        },
};

/** Empty stands for the Region that the accepter is drawn in. */
export const accepterRegionField: ChoiceField<string> = {
  control: 'choice',
  label: { en: 'Accepter Region', ja: 'アクセプタのリージョン' },
  property: 'PeerRegion',
  default: '',
  advanced: true,
  options: () => [
    { value: '', label: { en: 'As drawn', ja: '図のとおり' } },
    ...regions.map(({ name, place }) => ({
      value: name,
      label: { en: `${name} (${place.en})`, ja: `${name} (${place.ja})` },
    })),
  ],
};
