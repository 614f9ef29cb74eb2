export function sqlBetween(from: string | null, to: string): Promise<string | null>;
