/** What the build makes of `src/player`; see `cli/build/playerProgram.ts`. */
declare module 'virtual:player' {
  /** The player's program and style, as they stand in its file, and the hashes by which its policy knows them. */
  export interface Program {
    readonly script: string;
    readonly style: string;
    /** `sha256-…` */
    readonly scriptHash: string;
    readonly styleHash: string;
  }
  export const program: Program;
}
