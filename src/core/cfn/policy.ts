/** Policies, which are kept as the text of their JSON and not understood. */
import type { Words } from '../../lib/words';
import type { TextField } from '../catalog/field';
import { known, type Value } from '../model/value';
import type { CfnReader } from './mapping';
import type { CfnValue } from './template';

/** The field of an endpoint policy; empty stands for AWS's own, which allows everything. */
export const policyField: TextField<string> = {
  control: 'text',
  multiline: true,
  label: { en: 'Endpoint policy', ja: 'エンドポイントポリシー' },
  help: {
    en: 'JSON; empty allows everything. It is written to the template and not analysed',
    ja: 'JSON。空欄はすべて許可。テンプレートに出力されますが、解析はしません',
  },
  property: 'PolicyDocument',
  default: '',
  advanced: true,
  check: policyFault,
};

export function readPolicy(reader: CfnReader): string {
  const value = reader.raw('PolicyDocument');
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** The policy as a property; undefined for an empty one, and for text that is none (a check tells of it). */
export function writePolicy(policy: Value<string>): CfnValue | undefined {
  return jsonObject(known(policy) ?? '');
}

function policyFault(text: string): Words | undefined {
  return text === '' || jsonObject(text) !== undefined
    ? undefined
    : { en: 'The policy is not a JSON object', ja: 'ポリシーが JSON オブジェクトではありません' };
}

function jsonObject(text: string): CfnValue | undefined {
  try {
    const value = JSON.parse(text) as CfnValue; // whatever JSON holds is a CfnValue
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
