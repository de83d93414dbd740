// Node before 20 has Web Cryptography, as every browser does, but not under its global name.
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
