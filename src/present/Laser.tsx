/** The laser pointer: a red dot where the mouse is, with a short tail, so that the eye finds it again. */
import { useEffect, useRef } from 'react';

/** For how long the tail is seen, in ms. */
const tailTime = 260;

export function Laser({ isStill }: { readonly isStill: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (element === null || context == null) return;
    let points: { readonly x: number; readonly y: number; readonly at: number }[] = [];
    let frame = 0;
    const size = (): void => {
      element.width = window.innerWidth * window.devicePixelRatio;
      element.height = window.innerHeight * window.devicePixelRatio;
    };
    const draw = (now: number): void => {
      const last = points.at(-1);
      points = points.filter((point) => point === last || (!isStill && now - point.at < tailTime));
      context.setTransform(window.devicePixelRatio, 0, 0, window.devicePixelRatio, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.lineCap = 'round';
      for (let index = 1; index < points.length; index++) {
        const [from, to] = [points[index - 1], points[index]];
        if (from === undefined || to === undefined) continue;
        const age = 1 - (now - from.at) / tailTime;
        context.strokeStyle = `rgb(235 20 45 / ${Math.max(0, age) * 0.6})`;
        context.lineWidth = Math.max(1, 8 * age);
        context.beginPath();
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
        context.stroke();
      }
      if (last !== undefined) {
        context.fillStyle = 'rgb(235 20 45)';
        context.strokeStyle = 'rgb(255 255 255 / 90%)';
        context.lineWidth = 2;
        context.beginPath();
        context.arc(last.x, last.y, 7, 0, 2 * Math.PI);
        context.fill();
        context.stroke();
      }
      // Nothing is drawn any more while the mouse rests.
      frame = points.length > 1 ? requestAnimationFrame(draw) : 0;
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent): void => {
      points.push({ x, y, at: performance.now() });
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const resized = (): void => {
      size();
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    size();
    window.addEventListener('pointermove', move);
    window.addEventListener('resize', resized);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('resize', resized);
    };
  }, [isStill]);
  return <canvas ref={canvas} className="presenter-laser" aria-hidden="true" />;
}
