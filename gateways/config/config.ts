import type { BusinessClock } from '../../domain/kernel/business-clock.js';
import type { KeyRingSource } from '../encryption/key-ring.js';
import type { TemporalConnection } from './temporal-connection.js';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** The database by its two roles: the application's, under row-level security, and the owner, for migrations only. */
export interface DatabaseConfig {
  readonly appUrl: string;
  readonly ownerUrl: string | undefined;
}

/** How to reach the clearinghouse: real-time X12 over HTTP, batch files over SFTP. */
export interface ClearinghouseConfig {
  readonly httpUrl: string;
  readonly username: string;
  readonly password: string;
  /** To whom our files are addressed (ISA08, 1000B NM109), and whether they are for real (ISA15). */
  readonly tradingPartner: {
    readonly name: string;
    readonly receiverId: string;
    readonly usage: 'production' | 'test';
  };
  /** Whether files that were taken stay listed in the mailbox, so that one nowhere to be seen certainly never arrived. */
  readonly keepsArchive: boolean;
  readonly sftp: {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    /** A private key, a password, or both. */
    readonly privateKeyFile: string | undefined;
    readonly password: string | undefined;
    /** SHA-256 of the server's host key in base64; without it any host key is accepted, which is for loopback only. */
    readonly hostKeySha256: string | undefined;
  };
}

interface CommonConfig {
  /** Absolute path of the folder that holds state, keys and logs. */
  readonly home: string;
  readonly cacheFolder: string;
  readonly logLevel: LogLevel;
  readonly keyRing: KeyRingSource;
}

/** What each process of the product is told at its start; frozen. */
export interface Config extends CommonConfig {
  readonly database: DatabaseConfig;
  readonly temporal: TemporalConnection;
  readonly api: {
    readonly host: string;
    readonly port: number;
    /** What one API key may ask for, on average over ten seconds. */
    readonly requestsPerSecond: number;
  };
  readonly clearinghouse: ClearinghouseConfig;
  readonly clock: BusinessClock;
}

/** What `teleclaim start` is told: each service is either somewhere else or embedded, which means we run it. */
export interface StartConfig extends CommonConfig {
  readonly database: ({ readonly kind: 'external' } & DatabaseConfig) | { readonly kind: 'embedded' };
  readonly temporal: ({ readonly kind: 'external' } & TemporalConnection) | { readonly kind: 'embedded' };
  readonly clearinghouse: ({ readonly kind: 'external' } & ClearinghouseConfig) | { readonly kind: 'simulator' };
  readonly api: { readonly host: string; readonly port: number | undefined };
  /** Business milliseconds per wall millisecond; undefined leaves the choice to the command. */
  readonly clockRate: number | undefined;
}
