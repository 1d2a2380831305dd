import ssh2 from 'ssh2';

/** A new private key. ssh2 writes about one in 250 in a form that it can't read itself: those are thrown away. */
export function newHostKey(): string {
  for (;;) {
    const { private: key } = ssh2.utils.generateKeyPairSync('ed25519');
    if (!(ssh2.utils.parseKey(key) instanceof Error)) return key;
  }
}
