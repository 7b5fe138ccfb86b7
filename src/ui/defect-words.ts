/** The page carries the words of the error screen, so that an error needs no catalogue in the browser and no further request. */
export const DEFECT_WORDS_ID = "defect-words";

export interface DefectWords {
  title: string;
  text: string;
  code: string;
  retry: string;
}

export function readDefectWords(): DefectWords {
  const { title = "", text = "", code = "", retry = "" } = document.getElementById(DEFECT_WORDS_ID)?.dataset ?? {};
  return { title, text, code, retry };
}
