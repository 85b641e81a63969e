import { verbatim, type Words } from './words';

/** A diagram's name in each language: one name may hold both, "English / 日本語". */
export function nameWords(name: string): Words {
  const [en, ja, ...rest] = name.split(' / ');
  return en !== undefined && ja !== undefined && rest.length === 0 ? { en, ja } : verbatim(name);
}
