/** CSS pixels per millimetre (96 dpi). */
const PX_PER_MM = 96 / 25.4;

/**
 * Prints one paper as long as it is: browsers know no automatic page length. Whatever else is on the page stays off the paper
 * (globals.css, `data-paper`). Answers how to clear up when the component goes first.
 */
export function printPaper(paper: HTMLElement, widthMm: number, onDone: () => void): () => void {
  const sheet = new CSSStyleSheet();
  // A rule by script needs no exception in the content policy, unlike a style element.
  sheet.replaceSync(`@page { size: ${widthMm}mm ${Math.ceil(paper.offsetHeight / PX_PER_MM)}mm; margin: 0 }`);
  document.adoptedStyleSheets.push(sheet);
  const leave = () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  // Out of the commit that drew the paper: print() holds the page until the dialogue closes.
  const timer = setTimeout(() => {
    window.print();
    onDone();
  }, 0);
  return () => {
    clearTimeout(timer);
    leave();
  };
}
