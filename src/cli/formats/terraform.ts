import { catalog } from '../../aws';
import { translationOf } from '../../awsTerraform';
import { faultsOfWriting, readBackTemplates, writtenTemplates } from '../../core/cfn/readBack';
import { exportTerraform } from '../../core/terraform/exportTerraform';
import type { Document } from '../../core/model/document';
import type { Written } from './format';

/** A configuration; that of a single template can be written as one file. */
export function writeTerraform(document: Document): Written {
  const { files, main, remarks } = exportTerraform(catalog, document, translationOf);
  // A configuration is proven by the template from which it is made.
  const templates = writtenTemplates(catalog, document, 'yaml');
  return {
    files,
    main,
    isFolder: true,
    remarks,
    faults: faultsOfWriting(templates),
    readBack: readBackTemplates(catalog, document, templates),
  };
}
