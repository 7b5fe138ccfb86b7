/** One code in a picture, as the Barcode Detection API (WICG) tells it. */
export interface SeenCode {
  rawValue: string;
  format: string;
}

/** Looks at one frame. A frame that holds no code answers none; throws where codes cannot be read at all. */
export interface CodeReader {
  read: (video: HTMLVideoElement) => Promise<readonly SeenCode[]>;
  close: () => void;
}

/** What goods, boxes and papers of shops bear. */
export const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "itf", "code_128", "code_39", "qr_code"] as const;
