/** The characters of an SMS in the default alphabet; those of `extended` count twice. Source: 3GPP TS 23.038, 6.2.1. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '\f^{}\\[~]|€';

/** Septets of the default alphabet, or UTF-16 units where a character is not in it: alone, and as a part of several. */
const limits = { gsm7: { single: 160, ofSeveral: 153 }, ucs2: { single: 70, ofSeveral: 67 } };

/** In how many parts a carrier sends this text. AWS accepts more than one, and each is paid for. */
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

/** A character that does not fit in a part as a whole begins the next one. */
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
