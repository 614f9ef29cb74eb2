/** What a certificate says, and nothing else of the person. */
export interface CertificateView {
  number: string;
  name: string;
  title: string;
  sessions: readonly { startsAt: Date; endsAt: Date; place: string }[];
  certifiedAt: Date;
}

export interface Certificates {
  /** Null for a key that is wrong, was replaced or is void, and for a name that was erased. */
  find(key: string): Promise<CertificateView | null>;
}

export const CERTIFICATES = "/chung-nhan";

export function certificatePath(key: string): string {
  return `${CERTIFICATES}/${encodeURIComponent(key)}`;
}
