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
  const length = isGsm7
    ? characters.length + characters.filter((character) => extended.includes(character)).length
    : text.length;
  const { single, ofSeveral } = isGsm7 ? limits.gsm7 : limits.ucs2;
  return length <= single ? 1 : Math.ceil(length / ofSeveral);
}
