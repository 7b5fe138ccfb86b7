/** A key that was pressed before the page came alive. */
export interface EarlyKey {
  key: string;
  at: number;
  repeat: boolean;
}

declare global {
  interface Window {
    /** Stops collecting and hands over what was pressed. */
    takeEarlyKeys?: () => EarlyKey[];
  }
}

const COLLECT = `(function(){var k=[];function h(e){if(e.ctrlKey||e.metaKey||e.altKey||k.length>999)return;
if(e.key.length===1||/^(Enter|Tab|Backspace|Escape|Insert|Delete|F[1-46-9]|F1[02])$/.test(e.key)){k.push({key:e.key,at:e.timeStamp,repeat:e.repeat});e.preventDefault()}}
addEventListener("keydown",h,true);window.takeEarlyKeys=function(){removeEventListener("keydown",h,true);delete window.takeEarlyKeys;return k}})()`;

/** Goes into the page before everything else of it: a cashier does not wait for hydration, nor does a scanner. */
export function EarlyKeys({ nonce }: { nonce?: string }) {
  // Browsers hide a nonce from scripts that read it back, so the two sides of hydration differ by design.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: COLLECT }} />;
}
