/** Whether the tour has been answered in this browser: taken, or left. Where storage is forbidden nothing is remembered. */
const place = 'vpcanvas.tour';

export function isAnswered(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}

export function rememberAnswered(): void {
  try {
    localStorage.setItem(place, 'answered');
  } catch {
    // It will be offered again, to somebody whom this browser does not know.
  }
}
