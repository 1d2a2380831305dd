import type { Clearinghouse } from '../../gateways/clearinghouse/clearinghouse.js';

/**
 * Lets a story say in which order answers arrive: files that speak of a text stay at the clearinghouse until released.
 * One 835 may hold claims of several stories, which then wait together.
 */
export class HeldMail {
  private readonly held = new Map<string, string>();

  /** Holds back answer files with this extension that contain the text. */
  hold(extension: '999' | '277' | '835', text: string): void {
    this.held.set(`${extension} ${text}`, extension);
  }

  release(extension: '999' | '277' | '835', text: string): void {
    this.held.delete(`${extension} ${text}`);
  }

  wrap(real: Clearinghouse): Clearinghouse {
    return {
      ...real,
      listAnswers: async () => {
        const files = await real.listAnswers();
        const kept = await Promise.all(files.map(async (file) => !(await this.isHeld(real, file.name))));
        return files.filter((_file, index) => kept[index] === true);
      },
    };
  }

  private async isHeld(real: Clearinghouse, name: string): Promise<boolean> {
    const texts = [...this.held].filter(([, extension]) => name.endsWith(`.${extension}`));
    if (texts.length === 0) return false;
    const content = Buffer.from(await real.fetchAnswer(name)).toString('latin1');
    return texts.some(([key, extension]) => content.includes(key.slice(extension.length + 1)));
  }
}
