/** An id as AWS gives them, drawn from the cloud's own chance so that a seed gives the same ones again. */
export function uuid(random: () => number): string {
  const digit = () => Math.floor(random() * 16).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', digit);
}
