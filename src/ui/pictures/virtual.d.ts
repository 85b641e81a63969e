/** Made by `ui/build/iconFiles.ts` from the folders of the icon pack: `folder/one two three`, divided by colons. */
declare module 'virtual:aws-icon-names' {
  const iconNames: string;
  export default iconNames;
}
