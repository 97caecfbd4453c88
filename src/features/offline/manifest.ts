// The archive as an app: what browsers ask for before they offer to install it.
import type { Ask } from '../../web/ask.ts';
import { paper } from '../../web/document.ts';

export function showManifest(ask: Ask): Response {
  const { assets, siteName } = ask.frame();
  const icon = (name: string, sizes: string, type: string, purpose = 'any') => {
    return { src: assets.href(name), sizes, type, purpose };
  };
  const manifest = {
    id: '/',
    name: siteName,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      icon('app-192.png', '192x192', 'image/png'),
      icon('app-512.png', '512x512', 'image/png'),
      icon('app-maskable.png', '512x512', 'image/png', 'maskable'),
      icon('icon.svg', 'any', 'image/svg+xml'),
    ],
  };
  const headers = { 'content-type': 'application/manifest+json' };
  return new Response(JSON.stringify(manifest), { headers });
}
