/** What the published types of pdfkit do not have: they are those of an earlier release. */
declare module 'pdfkit/standard-fonts/*' {
  const font: object;
  export default font;
}

declare module 'pdfkit/output' {
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}
