/** True for ten digits whose check digit is right: Luhn over `80840` + NPI (45 CFR 162.406; ISO/IEC 7812 prefix). */
export function isValidNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  let sum = 24;
  for (let index = 0; index < 10; index += 1) {
    const digit = Number(text[9 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The NPI made of nine digits and their check digit; for generators of synthetic data. */
export function npiFromNineDigits(nineDigits: string): string {
  for (let check = 0; check < 10; check += 1) {
    const candidate = `${nineDigits}${check}`;
    if (isValidNpi(candidate)) return candidate;
  }
  throw new RangeError('an NPI starts with 1 or 2 and has nine digits before its check digit');
}
