/** Which of some files are images, by what they are called: what they are is looked at when they are read. */
export function imagesAmong(files: Iterable<File>): readonly File[] {
  return [...files].filter(
    ({ name, type }) =>
      type.startsWith('image/') || (type === '' && /\.(png|jpe?g|gif|webp|svg)$/i.test(name)),
  );
}
