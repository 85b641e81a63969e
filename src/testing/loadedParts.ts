/** The parts of the editor that a page loads once it stands: tests of what is done then find them there. */
import { loadArrows } from '../editor/loadedArrows';
import { loadCopying } from '../editor/loadedCopying';

await Promise.all([loadArrows(), loadCopying()]);
