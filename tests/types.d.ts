/** The parts we use of libraries that come without types. */
declare module 'pngjs' {
  export const PNG: { sync: { read(file: Uint8Array): { data: Uint8Array; width: number; height: number } } };
}
declare module 'vcf' {
  interface Property {
    valueOf(): string;
  }
  export default class Card {
    static parse(text: string): Card[];
    parse(text: string): Card;
    get(name: string): Property | Property[];
  }
}
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options: { keyed: boolean; relations?: boolean }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(descriptor: string, options: { basePath: string }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: Error[];
    readonly resources: Resource[];
    readonly descriptor: { licenses: { name: string }[] };
    getResource(name: string): Resource;
  }
}
