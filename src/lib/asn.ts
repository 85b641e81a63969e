/** Autonomous system numbers of BGP. */
import type { Words } from './words';

/** Why a number is none for the Amazon side of a gateway: AWS takes private ones. */
export function privateAsnFault(asn: number | null): Words | undefined {
  if (asn === null || isPrivateAsn(asn)) return undefined;
  return {
    en: `A private ASN is 64512–65534 or 4200000000–4294967294; ${asn} is none`,
    ja: `プライベート ASN は 64512〜65534 または 4200000000〜4294967294 です。${asn} は使えません`,
  };
}

function isPrivateAsn(asn: number): boolean {
  if (!Number.isInteger(asn)) return false;
  return (asn >= 64512 && asn <= 65534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}
