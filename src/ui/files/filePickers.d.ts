/** The part of the File System Access API that TypeScript's library does not know, since not every browser has it. */
interface FilePickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

interface Window {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly FilePickerType[];
  }) => Promise<FileSystemFileHandle>;
  readonly showOpenFilePicker?: (options: {
    readonly multiple: boolean;
    readonly types: readonly FilePickerType[];
  }) => Promise<FileSystemFileHandle[]>;
}

interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
