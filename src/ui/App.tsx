/** The frame of the application: where each part stands. The parts decide for themselves what they show. */
import { Canvas } from './canvas/Canvas';
import { Inspector } from './inspector/Inspector';
import { Palette } from './palette/Palette';
import { BottomPanel } from './panels/BottomPanel';
import { TopBar } from './shell/TopBar';
import { Shell } from './shell/Shell';
import type { Started } from './startEditor';
import { EditorProvider } from './useEditor';

export function App({ editor }: Started) {
  return (
    <EditorProvider value={editor}>
      <Shell
        topBar={<TopBar />}
        palette={<Palette />}
        canvas={<Canvas />}
        inspector={<Inspector />}
        panel={<BottomPanel />}
      />
    </EditorProvider>
  );
}
