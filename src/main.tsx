/** Starts the web app. */
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import './ui/base.css';
import './ui/contrast.css';
import { registerActions } from './editor/actions';
import { presentingActions } from './present/actions';
import { App } from './ui/App';
import { hireValidator, startEditor } from './ui/startEditor';

const Presenter = lazy(async () => ({ default: (await import('./present/Presenter')).Presenter }));
const ScenesPanel = lazy(async () => ({ default: (await import('./present/ScenesPanel')).ScenesPanel }));

// Not awaited by the module itself: parts that are loaded meanwhile share its file, and would wait for it to end.
void start();

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  const started = await startEditor();
  registerActions(presentingActions);
  createRoot(root).render(
    <StrictMode>
      <App
        {...started}
        scenes={
          <Suspense fallback={null}>
            <ScenesPanel />
          </Suspense>
        }
        presenter={
          <Suspense fallback={null}>
            <Presenter hireValidator={hireValidator} />
          </Suspense>
        }
      />
    </StrictMode>,
  );
}
