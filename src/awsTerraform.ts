/**
 * Gathers what kinds say of their types for Terraform, and adds the tables of types that no kind has. Nothing loads it before a
 * design is exported.
 */
import { cloudControlTranslation } from './core/terraform/cloudControl';
import { otherTypes } from './core/terraform/otherTypes';
import type { Translation, TranslationOf } from './core/terraform/translation';

const modules = import.meta.glob<{ readonly default: Readonly<Record<string, Translation>> }>(
  './kinds/*/terraform.ts',
  { eager: true },
);

const tables: ReadonlyMap<string, Translation> = new Map([
  ...Object.entries(otherTypes),
  ...Object.values(modules).flatMap((each) => Object.entries(each.default)),
]);

/** All types that have a table. */
export const typesWithTables: readonly string[] = [...tables.keys()];

export function tableOf(type: string): Translation | undefined {
  return tables.get(type);
}

/** Whether a type is ever written for the other provider. Those whose table says all there is to say are not. */
export function mayGoToCloudControl(type: string): boolean {
  const table = tableOf(type);
  return table === undefined || table.lacks !== undefined || table.needs !== undefined;
}

export const translationOf: TranslationOf = (type, properties) => {
  const table = tableOf(type);
  if (table === undefined) return cloudControlTranslation(type);
  const isThere = (name: string): boolean => properties[name] !== undefined && properties[name] !== null;
  const isPoorer = table.lacks?.some(isThere) ?? false;
  const isIncomplete = !(table.needs?.every(isThere) ?? true);
  if (!isPoorer && !isIncomplete) return table;
  // What neither provider takes is not written at all, but what one takes without a property is.
  return cloudControlTranslation(type) ?? (isIncomplete ? undefined : table);
};
