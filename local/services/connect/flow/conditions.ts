type Comparison = (value: string, operand: string) => boolean;

const numbers = (compare: (value: number, operand: number) => boolean): Comparison => {
  return (value, operand) => value.trim() !== '' && compare(Number(value), Number(operand));
};

/** The operators of conditions, by the names that flows use. */
export const operators: Readonly<Record<string, Comparison>> = {
  Equals: (value, operand) => value === operand,
  TextStartsWith: (value, operand) => value.startsWith(operand),
  TextEndsWith: (value, operand) => value.endsWith(operand),
  TextContains: (value, operand) => value.includes(operand),
  NumberGreaterThan: numbers((value, operand) => value > operand),
  NumberGreaterOrEqualTo: numbers((value, operand) => value >= operand),
  NumberLessThan: numbers((value, operand) => value < operand),
  NumberLessOrEqualTo: numbers((value, operand) => value <= operand),
};
