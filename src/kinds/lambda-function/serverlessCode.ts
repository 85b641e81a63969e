/**
 * Where the code of a serverless function lies: in S3, or in a folder or an archive beside the template, which is beside the
 * module then. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
import { address, attributeOf, call, template, text, type Hcl } from '../../core/terraform/hcl';
import { isPlainObject, text as textRule } from '../../core/terraform/properties';
import type { BodyWriter, PropertyRule } from '../../core/terraform/translation';

const inBucket = {
  Bucket: textRule('s3_bucket'),
  Key: textRule('s3_key'),
  Version: textRule('s3_object_version'),
};

export const codeUri: PropertyRule = (value, to, name) => {
  if (isPlainObject(value)) {
    for (const [key, each] of Object.entries(value))
      if (each !== undefined && each !== null && Object.hasOwn(inBucket, key))
        inBucket[key as keyof typeof inBucket](each, to, key);
    return;
  }
  if (typeof value !== 'string') {
    to.leaveOut(name, value);
    return;
  }
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/s.exec(value) ?? [];
  if (bucket === undefined || key === undefined) {
    codeBeside(value, to);
    return;
  }
  to.set('s3_bucket', text(bucket));
  to.set('s3_key', text(key));
};

function codeBeside(path: string, to: BodyWriter): void {
  const place = inModule(path.replace(/^\.\//, '').replace(/\/$/, ''));
  to.remark({
    en: `${to.id}: the code at ${path} must lie beside the module, as it lies beside the template`,
    ja: `${to.id}: コード ${path} は、テンプレートと同じ相対位置でモジュールの横に置いてください`,
  });
  if (/\.(?:zip|jar)$/i.test(path)) {
    to.set('filename', place);
    to.set('source_code_hash', call('filebase64sha256', place));
    return;
  }
  const archive = to.data('archive_file', to.id, (data) => {
    data.set('type', text('zip'));
    data.set('source_dir', place);
    data.set('output_path', inModule(`${to.id}.zip`));
  });
  to.set('filename', attributeOf(archive, 'output_path', 'text'));
  to.set('source_code_hash', attributeOf(archive, 'output_base64sha256', 'text'));
}

function inModule(path: string): Hcl {
  return template([address('path.module', 'text'), text(`/${path}`)]);
}
