/** An SVG file of ours as pixels, by the browser's own drawing. */

/** As a PNG file. */
export async function rasterised(
  svg: string,
  { w, h }: { readonly w: number; readonly h: number },
  scale: number,
): Promise<Uint8Array> {
  const { canvas } = await painted(svg, { width: Math.round(w * scale), height: Math.round(h * scale) });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser makes no PNG file of this size');
  return new Uint8Array(await blob.arrayBuffer());
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** RGBA from the upper left corner, opacity apart from the colours. */
export async function pixelsOf(svg: string, size: Size): Promise<Uint8ClampedArray<ArrayBuffer>> {
  const { context } = await painted(svg, size);
  // What the types leave open, `getImageData` never does: the buffer is not shared.
  return context.getImageData(0, 0, size.width, size.height).data as Uint8ClampedArray<ArrayBuffer>;
}

async function painted(
  svg: string,
  { width, height }: Size,
): Promise<{ readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D }> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('the browser gives no canvas to draw on');
    context.drawImage(image, 0, 0, width, height);
    return { canvas, context };
  } finally {
    URL.revokeObjectURL(address);
  }
}
