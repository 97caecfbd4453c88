// Asks the browser for a passkey and sends what it gives with the form: a new one (data-make), or
// one that logs in (data-give). Where the browser knows none, that form stays hidden.
type Asked = { readonly challenge: string; readonly site: string };
type Offered = Asked & {
  readonly handle: string;
  readonly known: readonly string[];
  readonly siteName: string;
  readonly login: string;
};

export function enhance(part: HTMLElement): void {
  const form = part.querySelector('form');
  const status = part.querySelector('[role="status"]');
  const { make, give, failed } = part.dataset;
  if (form === null || status === null || window.PublicKeyCredential === undefined) return;
  part.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    status.textContent = '';
    try {
      const fields = make
        ? await makePasskey(JSON.parse(make) as Offered)
        : await givePasskey(JSON.parse(give ?? '') as Asked);
      for (const [name, value] of Object.entries(fields)) fill(form, name, value);
      // Not asked again: this sends the form past the listener.
      form.submit();
    } catch {
      status.textContent = failed ?? '';
    }
  });
}

type Fields = Readonly<Record<string, string>>;

async function makePasskey(offer: Offered): Promise<Fields> {
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { id: offer.site, name: offer.siteName },
      user: { id: toBytes(offer.handle), name: offer.login, displayName: offer.login },
      challenge: new TextEncoder().encode(offer.challenge),
      // ES256 and RS256.
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      excludeCredentials: offer.known.map((id) => ({ type: 'public-key', id: toBytes(id) })),
      attestation: 'none',
    },
  });
  const { response } = made as PublicKeyCredential;
  const attested = response as AuthenticatorAttestationResponse;
  return {
    client_data: toText(response.clientDataJSON),
    authenticator_data: toText(attested.getAuthenticatorData()),
    public_key: toText(attested.getPublicKey() ?? new ArrayBuffer(0)),
  };
}

async function givePasskey({ challenge, site }: Asked): Promise<Fields> {
  const given = await navigator.credentials.get({
    publicKey: {
      challenge: new TextEncoder().encode(challenge),
      rpId: site,
      userVerification: 'required',
    },
  });
  const { id, response } = given as PublicKeyCredential;
  const asserted = response as AuthenticatorAssertionResponse;
  const remember = document.querySelector<HTMLInputElement>('#new_user input[type="checkbox"]');
  return {
    credential: id,
    handle: toText(asserted.userHandle ?? new ArrayBuffer(0)),
    client_data: toText(response.clientDataJSON),
    authenticator_data: toText(asserted.authenticatorData),
    signature: toText(asserted.signature),
    remember: remember?.checked ? '1' : '',
  };
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** Bytes as base64url. */
function toText(bytes: ArrayBuffer): string {
  const characters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte));
  return btoa(characters.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
