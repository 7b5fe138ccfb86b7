/** 4 to 6 digits. */
export const PIN_SHAPE = /^\d{4,6}$/;

/** What everybody would try first on a keypad: columns, corners, the year of the shop. */
const TRIED_FIRST = new Set(["2580", "0852", "1470", "3690", "1397", "7913", "1379", "147258", "159753", "258025", "123321"]);

/** Whether a text can be a PIN at all: 4 to 6 digits. */
export function isPin(text: string): boolean {
  return PIN_SHAPE.test(text);
}

/** Whether a PIN is among the first that anybody would try: one digit or one pair again and again, steps up or down, a year, a figure on the keypad. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10);
  const evenSteps = steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0]!);
  return evenSteps || /^(..)\1+$/.test(pin) || /^(...)\1$/.test(pin) || /^(\d)\1+(\d)\2+$/.test(pin) || /^(19|20)\d\d$/.test(pin) || TRIED_FIRST.has(pin);
}
