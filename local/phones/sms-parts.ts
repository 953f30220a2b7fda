/** The characters of an SMS in the default alphabet; those of `extended` count twice. Source: 3GPP TS 23.038, 6.2.1. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/**
 * The limits in septets of the default alphabet, or in UTF-16 units for a text with other characters: for one SMS,
 * and for each part of several.
 */
const limits = { gsm7: { single: 160, ofSeveral: 153 }, ucs2: { single: 70, ofSeveral: 67 } };

/** The number of parts in which a carrier sends this text. AWS accepts several parts and charges for each. */
export function smsParts(text: string): number {
  const characters = [...text];
  const isGsm7 = characters.every((character) => basic.includes(character) || extended.includes(character));
  const lengths = characters.map((character) =>
    isGsm7 ? (extended.includes(character) ? 2 : 1) : character.length,
  );
  const { single, ofSeveral } = isGsm7 ? limits.gsm7 : limits.ucs2;
  const isSingle = lengths.reduce((sum, length) => sum + length, 0) <= single;
  return isSingle ? 1 : partsOf(lengths, ofSeveral);
}

/** A character is never split. When it does not fit into a part it begins the next one. */
function partsOf(lengths: readonly number[], limit: number): number {
  let parts = 1;
  let filled = 0;
  for (const length of lengths) {
    const fits = filled + length <= limit;
    filled = fits ? filled + length : length;
    if (!fits) parts++;
  }
  return parts;
}
