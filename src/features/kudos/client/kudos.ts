// Leaves kudos and takes them back without leaving the page, also on a page that is the same for
// all guests and holds no token.
export function enhance(part: HTMLElement): void {
  const { leave, leaveAt, back, backAt, failed, later } = part.dataset;
  const status = part.querySelector('[role="status"]');
  const places = { leave, leaveAt, back, backAt };
  if (status === null || Object.values(places).some((word) => word === undefined)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'act';
  const show = (mine: boolean) => {
    part.dataset['mine'] = mine ? 'yes' : 'no';
    button.textContent = (mine ? back : leave) ?? '';
  };
  show(part.dataset['mine'] === 'yes');
  const hasFocus = part.contains(document.activeElement);
  part.querySelector('form, a')?.replaceWith(button);
  if (hasFocus) button.focus({ preventScroll: true });
  button.addEventListener('click', async () => {
    button.disabled = true;
    const isMine = part.dataset['mine'] === 'yes';
    const answer = await send((isMine ? backAt : leaveAt) ?? '').catch(() => null);
    show(answer?.mine ?? isMine);
    const sentence = answer?.sentence ?? answer?.detail ?? failed;
    status.textContent = (answer?.waits ? later : sentence) ?? '';
    button.disabled = false;
    button.focus();
  });
}

type Answer = {
  readonly sentence?: string;
  readonly mine?: boolean;
  /** There is no connection, and the device sends it later. */
  readonly waits?: boolean;
  /** Of a problem document. */
  readonly detail?: string;
};

async function send(address: string): Promise<Answer> {
  const { token } = (await (await fetch('/token_dispenser.json')).json()) as { token: string };
  const body = new URLSearchParams({ authenticity_token: token });
  const headers = { accept: 'application/json' };
  const answer = await fetch(address, { method: 'post', body, headers });
  return (await answer.json()) as Answer;
}
