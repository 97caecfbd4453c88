// Packages that hold a library for one platform each, named after it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The name of this platform's package of a family, `family-linux-x64-gnu`; null: not installed. */
export function nativePackage(family: string): string | null {
  const { platform, arch } = process;
  const library = platform === 'linux' ? '-gnu' : platform === 'win32' ? '-msvc' : '';
  const name = `${family}-${platform}-${arch}${library}`;
  try {
    require.resolve(name);
    return name;
  } catch {
    return null;
  }
}

/** The packages of the program that sets PDFs. */
export const typesetterFamily = '@myriaddreamin/typst-ts-node-compiler';
