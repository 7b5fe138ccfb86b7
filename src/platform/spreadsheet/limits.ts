/** Bytes of an uploaded file. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Rows of all sheets together, counted to the last one with content. */
export const MAX_ROWS = 150_000;
/** Places of all sheets together, empty ones between full ones included: bounds the memory of a sheet made to be sparse. */
export const MAX_CELLS = 4_000_000;
/** Characters of all texts that a workbook shares between its cells: some 25 in each of the places. */
export const MAX_TEXT = 100_000_000;
/** Bytes that one part of a zipped workbook may unpack to. 150,000 rows of 20 columns need some 150 MB of XML. */
export const MAX_PART_BYTES = 400 * 1024 * 1024;
/** Real sheets deflate 5:1 to 60:1, bombs near the format's 1032:1. Small parts may repeat themselves as they like. */
export const MAX_RATIO = 200;
export const RATIO_FREE_BYTES = 32 * 1024 * 1024;
