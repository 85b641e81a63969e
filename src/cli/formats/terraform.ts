import { catalog } from '../../aws';
import { translationOf } from '../../awsTerraform';
import { exportTerraform } from '../../core/terraform/exportTerraform';
import type { Document } from '../../core/model/document';
import type { Written } from './format';

/** A configuration; that of a single template can be written as one file. */
export function writeTerraform(document: Document): Written {
  const { files, main, remarks } = exportTerraform(catalog, document, translationOf);
  return { files, main, isFolder: true, remarks };
}
