/** `?debug=times`: what the last work took, in milliseconds. For those who build the editor; in no language but numbers. */
import { useEffect, useState } from 'react';
import { viewOf } from '../../editor/view';
import { useEditor, useVerdicts } from '../useEditor';

export function DebugTimes() {
  const editor = useEditor();
  const worker = useVerdicts(({ took }) => took);
  const [frame, setFrame] = useState({ times: {} as Readonly<Record<string, number>>, ms: 0 });
  useEffect(() => {
    let last = performance.now();
    let longest = 0;
    let handle = requestAnimationFrame(function next(now) {
      longest = Math.max(longest, now - last);
      last = now;
      handle = requestAnimationFrame(next);
    });
    const timer = setInterval(() => {
      setFrame({ times: { ...viewOf(editor).times }, ms: longest });
      longest = 0;
    }, 500);
    return () => {
      cancelAnimationFrame(handle);
      clearInterval(timer);
    };
  }, [editor]);
  const rows = { worker, ...frame.times, 'longest frame': frame.ms };
  return (
    <div className="canvas-times" data-over-canvas aria-hidden="true">
      {Object.entries(rows)
        .map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`)
        .join(' · ')}
    </div>
  );
}
