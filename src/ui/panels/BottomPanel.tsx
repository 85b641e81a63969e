export function BottomPanel() {
  return null;
}
