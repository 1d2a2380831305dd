import ssh2 from 'ssh2';

/** A new ed25519 key pair. ssh2 writes about one in 250 in a form that it can't read itself: those are thrown away. */
export function newSshKeyPair(): { readonly private: string; readonly public: string } {
  for (;;) {
    const keys = ssh2.utils.generateKeyPairSync('ed25519');
    if (!(ssh2.utils.parseKey(keys.private) instanceof Error)) return keys;
  }
}
