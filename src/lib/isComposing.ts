/** Whether a press of a key belongs to an input method: then it is nobody's shortcut. */
export function isComposing(press: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  // 229 is what browsers send for keys an input method has taken, also when `isComposing` is already false again.
  return press.isComposing || press.keyCode === 229;
}
