/** "Down to 52%", "um 50GB", "db-3", "seit 10 Minuten", "no more alerts": what a repair is told with. None of it doubts an end or is a time to come. */
export function withoutAmounts(text: string): string {
  return text
    .replace(amounts, ' amount ')
    .replace(machines, '$1')
    .replace(sinceThen, ' ')
    .replace(noMore, ' ');
}

const amounts =
  /(?:(?:back |terug |wieder )?(?:down|up|op|at|à|a|auf|bei|um|with|by|met|de) (?:to )?)?(?<![\p{L}\p{N}])\d+(?:[.,]\d+)? ?(?:%|gb|mb|tb)(?!\p{L})/giu;

const machines = /(?<!\p{L})(db|web|app|srv|server|node|mail|vm)-\d{1,2}(?!\p{N})/giu;

const sinceThen =
  /(?<!\p{L})(?:since|sinds|seit|depuis) \d+ ?(?:min|minutes|minuten|h|uur|stunden|heures)(?!\p{L})/giu;

const noMore =
  /(?<!\p{L})(?:no more|no further|no new|geen verdere|geen nieuwe|plus de|plus aucune?|keine weiteren?|keine neuen) (?:alerts?|alarms?|alarmen|errors?|fouten|problems?|problemen|problème|problèmes|erreurs?|alertes?|fehler|alarme|probleme|meldingen|action|actie|actions)(?: (?:needed|required|nodig|nécessaire|nötig))?(?!\p{L})/giu;

/** "Done, good night", "fixed going back to bed": at the end, with a name below. */
export function withoutGoodbye(text: string): string {
  return text.replace(goodbye, '');
}

const goodbye =
  /(?:[\s,.!;–-]+(?:en |and |et |und )?(?:kga |ik ga |i['’]?m |je |j['’]|ich )?(?:terug (?:gaan )?slapen|going (?:back )?to (?:bed|sleep)|back to (?:bed|sleep)|retourne (?:me coucher|au lit|dormir)|vais (?:me recoucher|dormir)|gehe? wieder (?:schlafen|ins bett))|[,.!]\s*(?:bonne nuit|good ?night|night|gute nacht|slaapwel|welterusten))[\s.!]*(?:\n\s*\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2})?\s*$/iu;
