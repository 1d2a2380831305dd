/** What a caller may do; each route asks for exactly one. */
export const permissions = [
  'visits:read',
  'visits:write',
  'claims:read',
  'claims:hold',
  'claims:correct',
  'claims:resubmit',
  'claims:retry_step',
  'claims:override',
  'claims:bill_patient',
  'claims:write_off',
  'claims:void',
  'work_items:read',
  'work_items:resolve',
  'exchange:read',
  'reports:read',
  'payers:read',
  'payers:write',
  'credentials:read',
  'credentials:write',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['viewer', 'biller', 'coder', 'manager', 'engineer', 'integration'] as const;
export type Role = (typeof roles)[number];

const reading = ['claims:read', 'work_items:read', 'exchange:read', 'reports:read', 'payers:read'] as const;
const billing = [
  'visits:read',
  'visits:write',
  'claims:hold',
  'claims:correct',
  'claims:resubmit',
  'claims:retry_step',
  'claims:bill_patient',
  'work_items:resolve',
] as const;

/** Who may what. Setting money aside for good (override, write-off, void) and changing what a payer wants are a manager's, as are credentials; an engineer runs steps again. */
export const rolePermissions: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  viewer: new Set<Permission>(reading),
  biller: new Set<Permission>([...reading, ...billing, 'credentials:read']),
  coder: new Set<Permission>([
    ...reading,
    'credentials:read',
    'visits:read',
    'claims:hold',
    'claims:correct',
    'claims:retry_step',
  ]),
  manager: new Set<Permission>([
    ...reading,
    ...billing,
    'claims:override',
    'claims:write_off',
    'claims:void',
    'payers:write',
    'credentials:read',
    'credentials:write',
  ]),
  engineer: new Set<Permission>([
    ...reading,
    'claims:hold',
    'claims:resubmit',
    'claims:retry_step',
    'work_items:resolve',
  ]),
  integration: new Set<Permission>(['visits:read', 'visits:write', 'claims:read', 'payers:read']),
};

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

export function mayDo(role: Role, permission: Permission): boolean {
  return rolePermissions[role].has(permission);
}
