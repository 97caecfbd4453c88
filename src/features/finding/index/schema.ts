/** One row: what saved copies of the index belong to. Never in a back-up. */
export interface IndexLifeTable {
  /** 1. */
  id: number;
  /** Random: of this database alone, and new after a restore. */
  identity: string;
  /** Copies from before it are to be built anew. */
  generation: number;
}

declare module '../../../kit/sql/index.ts' {
  interface Tables {
    index_life: IndexLifeTable;
  }
}
