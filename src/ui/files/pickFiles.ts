/** Asks for files to open, with handles where the browser gives them, so that "Save" can write back. */

export interface Picked {
  readonly files: readonly File[];
  readonly handle: FileSystemFileHandle | null;
}

const extensions = ['.json', '.yaml', '.yml', '.template', '.txt', '.svg', '.png', '.html'];

/** Undefined when nothing was chosen. */
export async function pickFiles(description: string): Promise<Picked | undefined> {
  if (window.showOpenFilePicker === undefined) {
    const files = await pickByInput();
    return files.length === 0 ? undefined : { files, handle: null };
  }
  try {
    const handles = await window.showOpenFilePicker({
      multiple: true,
      types: [
        {
          description,
          accept: {
            'application/json': ['.json'],
            'text/yaml': ['.yaml', '.yml'],
            'text/plain': ['.template', '.txt'],
            'image/svg+xml': ['.svg'],
            'image/png': ['.png'],
            'text/html': ['.html'],
          },
        },
      ],
    });
    const files = await Promise.all(handles.map((handle) => handle.getFile()));
    return files.length === 0
      ? undefined
      : { files, handle: handles.length === 1 ? (handles[0] ?? null) : null };
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') return undefined;
    // The picker is there but may not be used (in a frame, say): the old way still works.
    const files = await pickByInput();
    return files.length === 0 ? undefined : { files, handle: null };
  }
}

async function pickByInput(): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = extensions.join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
