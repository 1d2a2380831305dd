import { z } from 'zod';

const milliseconds = z.int().positive();

/** How to reach a practice's mailbox and the real-time service of its clearinghouse. */
export const clearinghouseSettingsSchema = z.object({
  sftp: z
    .object({
      host: z.string().min(1),
      port: z.int().min(1).max(65_535).default(22),
      user: z.string().min(1),
      password: z.string().min(1).optional(),
      /** PEM or OpenSSH text of the private key. */
      privateKey: z.string().min(1).optional(),
      /** SHA-256 fingerprint of the host key as `ssh-keygen -l` prints it, with or without `SHA256:`; any key when absent. */
      hostKeyFingerprint: z
        .string()
        .regex(/^(SHA256:)?[A-Za-z0-9+/]{43}=?$/, 'a host key fingerprint looks like SHA256: and 43 characters')
        .transform((text) => text.replace(/^SHA256:/, '').replace(/=$/, ''))
        .optional(),
      connectTimeoutMillis: milliseconds.default(10_000),
      operationTimeoutMillis: milliseconds.default(30_000),
      idleTimeoutMillis: milliseconds.default(5_000),
    })
    .refine(
      (sftp) => sftp.password !== undefined || sftp.privateKey !== undefined,
      'needs a password or a private key',
    ),
  http: z.object({
    baseUrl: z.url({ protocol: /^https?$/ }),
    user: z.string().min(1),
    password: z.string().min(1),
    /** CAQH CORE wants a real-time answer within 20 s. */
    timeoutMillis: milliseconds.default(20_000),
  }),
});
export type ClearinghouseSettings = z.infer<typeof clearinghouseSettingsSchema>;
