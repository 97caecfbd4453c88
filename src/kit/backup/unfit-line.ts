/** A line that cannot stand where it stands; the message goes on after the file's name. */
export class UnfitLine extends Error {
  override name = 'UnfitLine';
}
