/** Minutes as somebody typed them, 1 to 720. */
export function minutesIn(text: string): number | undefined {
  const minutes = Number(text);
  return /^\d{1,3}$/.test(text) && minutes >= 1 && minutes <= 720 ? minutes : undefined;
}
