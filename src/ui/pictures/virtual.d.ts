/** Made by `ui/build/iconFiles.ts` from the folders of the icon pack. */
declare module 'virtual:aws-icon-names' {
  const namesByFolder: Readonly<Record<string, readonly string[]>>;
  export default namesByFolder;
}
