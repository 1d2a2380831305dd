/**
 * Annual wellness visits, vaccine administration and other Part B preventive services met in telehealth (verify the list of
 * the year): beside one, Medicare pays G2211 although the visit has modifier 25 (CY2025 PFS final rule).
 */
export const partBPreventiveServices: readonly string[] = [
  ...['G0402', 'G0438', 'G0439', 'G0442', 'G0443', 'G0444', 'G0445', 'G0446', 'G0447', 'G0473'],
  ...['G0008', 'G0009', 'G0010', '90471', '90472', '90473', '90474', '90480'],
  ...['G0101', 'G0102', 'G0108', 'G0109', 'G0136', 'G0270', 'G0271', 'G0296', 'Q0091'],
  ...['97802', '97803', '97804', '99406', '99407', '99497'],
];
