/** The first bytes of recordings as phones make them; what is heard in them is up to the double. */
export const OGG = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(60, 7)]);
export const AAC = Buffer.concat([Buffer.from([0xff, 0xf1]), Buffer.alloc(60, 7)]);
