/** How people write known words in dialect or in a hurry, and what they stand for. None of them is a known word itself. */
const pairs: readonly string[] = [
  'kzen=ik ben, kzijn=ik ben, kdoe=ik doe, kneem=ik neem, kpak=ik pak, kkom=ik kom, kkijk=ik kijk, kmoet=ik moet, klig=ik lig',
  'ksta=ik sta, kstart=ik start, kbegin=ik begin, kcheck=ik check, kregel=ik regel, aant=aan het, int=in het, opt=op het',
  'jsuis=je suis, jpeux=je peux, jvais=je vais, jregarde=je regarde, jprends=je prends, jarrive=j arrive, jgere=je gere, jfais=je fais',
  'jcheck=je check, jm=j m, jme=je me, jai=j ai, jvois=je vois, chui=je suis, chus=je suis, qqn=quelqu un, qqun=quelqu un, qq1=quelqu un',
  'ds=dans, nod=nicht, chan=kann, isch=ist, guet=gut, gmacht=gemacht, offe=offen, hani=hab ich, mues=muss, gruen=grun',
  'gonna=going to, gotta=have to, rn=now, gimmie=gimme',
];

const meant: ReadonlyMap<string, readonly string[]> = new Map(
  pairs.flatMap((line) =>
    line.split(', ').map((pair) => {
      const [word = '', words = ''] = pair.split('=');
      return [word, words.split(' ')] as const;
    }),
  ),
);

/** The words that a spelling stands for. */
export function spelledOut(word: string): readonly string[] {
  return meant.get(word) ?? [word];
}
