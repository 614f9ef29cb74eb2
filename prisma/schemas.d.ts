type Kind = "sqlite" | "postgresql";

export const KINDS: readonly Kind[];
export const MODELS: string;
export const MIGRATED_MODELS: string;
export function migrationsFolder(kind: Kind): string;
export function schemaOf(kind: Kind, models?: string): string;
