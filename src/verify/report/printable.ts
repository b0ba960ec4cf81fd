/** What would steer a terminal, start a line of its own, turn the direction of what follows, or is no character at all. */
const STEERING = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** A manifest's names are not ours: a character that is not for reading is written as its code. */
export function printable(text: string): string {
  return text.replace(STEERING, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
