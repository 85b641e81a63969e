/** Addresses that stand for many: of the internet, of services. */
import { addressFrom, type Address } from './addresses';

/** Somebody whom no block of a design names by itself. */
export const stranger = { 4: known('93.184.216.34'), 6: known('2a00:1450::9') } as const;
export const serviceNumber = 120n;

function known(text: string): Address {
  const address = addressFrom(text);
  if (address === null) throw new Error(`expected an address, not ${text}`);
  return address;
}
