/** "Enter Next" in the foot of a box. */
export function KeyHint({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <span className="key-hint">
      <kbd>{keys}</kbd> {does}
    </span>
  );
}
