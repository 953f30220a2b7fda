/** An id in the form of AWS. It is drawn from the cloud's random numbers, so the same seed gives the same ids. */
export function uuid(random: () => number): string {
  const digit = () => Math.floor(random() * 16).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', digit);
}
