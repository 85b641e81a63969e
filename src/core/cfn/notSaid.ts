import type { Unknown } from '../model/value';

/** The value of a property that a resource needs and the template does not give. The importer tells of what is missing. */
export function notSaid(property: string): Unknown {
  return {
    unknown: {
      en: `the template does not give ${property}`,
      ja: `テンプレートに ${property} が指定されていません`,
    },
  };
}
