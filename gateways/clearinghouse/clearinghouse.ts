/** Where a file that we named stands at the clearinghouse: never seen, half sent, waiting in the mailbox, or picked up. */
export type UploadState =
  | { readonly state: 'absent' }
  | { readonly state: 'partial'; readonly size: number }
  | { readonly state: 'waiting'; readonly size: number }
  | { readonly state: 'taken'; readonly size: number };

/** An answer file that lies in the mailbox. Size in bytes. */
export interface AnswerFile {
  readonly name: string;
  readonly size: number;
}

/**
 * The clearinghouse of one practice: real-time inquiries over HTTP, batch files over SFTP.
 * Every method throws ClearinghouseError on a fault; a payer's "no" is an answer, not a fault.
 */
export interface Clearinghouse {
  /** Sends one 270 and gives the 271 back as it came. */
  checkEligibility(x12: string): Promise<string>;
  /** Sends one 276 and gives the 277 back as it came. */
  inquireStatus(x12: string): Promise<string>;
  /** Puts a file into the mailbox: under a temporary name first, renamed when complete. Look with findUpload before a second try. */
  upload(name: string, content: Uint8Array): Promise<void>;
  /** Looks where an upload of that name has come to; asks only, changes nothing. */
  findUpload(name: string): Promise<UploadState>;
  /** Answer files that were not archived yet, in order of name. */
  listAnswers(): Promise<AnswerFile[]>;
  fetchAnswer(name: string): Promise<Uint8Array>;
  /** Moves an answer file that we hold safely out of the way; does nothing when that was done before. */
  archiveAnswer(name: string): Promise<void>;
  /** Ends open connections; the object can be used again afterwards. */
  close(): Promise<void>;
}
