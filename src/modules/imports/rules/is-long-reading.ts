/** A list of some 2,000 rows, which is read in a second or two. */
const SHORT_BYTES = 128 * 1024;

/** Whether judging the rows of a file of so many bytes takes long. It starts anew when it is stopped, so it is not stopped for others. */
export function isLongReading(bytes: number): boolean {
  return bytes > SHORT_BYTES;
}
