/** Starts the web app. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/theme.css';
import './ui/base.css';
import { App } from './ui/App';
import { startEditor } from './ui/startEditor';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const started = await startEditor();
createRoot(root).render(
  <StrictMode>
    <App {...started} />
  </StrictMode>,
);
