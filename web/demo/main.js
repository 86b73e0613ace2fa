// @ts-check
import { ParlanceClient } from '/client/index.js';
import { Chats } from './chats.js';
import { ConversationView } from './conversation.js';
import { $ } from './dom.js';
import { Files } from './files.js';
import { NewChat } from './newchat.js';
import { SignIn } from './signin.js';
import { Store } from './store.js';

const client = new ParlanceClient({
  url: location.origin,
  deviceId: deviceId(),
  storage: localStorage,
});
const store = new Store(client);
const signIn = new SignIn(client);
const conversation = new ConversationView(client, store, new Files(client));
new Chats(store, (cid) => conversation.open(cid));
const newChat = new NewChat(client, async (created) => {
  store.chats.set(created._id, { ...store.chats.get(created._id), ...created });
  await store.refresh();
  conversation.open(created._id);
});

client.on('state', render);
document.addEventListener('visibilitychange', () => store.readOpen());
$('#new-chat').addEventListener('click', () => newChat.open());
$('#back').addEventListener('click', () => conversation.close());
$('#sign-out').addEventListener('click', () => client.signOut().catch(() => {}));

client.comeBack().then(
  (back) => back || render('signed_out'),
  () => render('signed_out'),
);

/** @param {import('../client/types').State} state */
function render(state) {
  const signedOut = state === 'signed_out';
  /** @type {HTMLElement} */ ($('#chat')).hidden = signedOut;
  if (signedOut) {
    conversation.close();
    signIn.show();
  } else {
    signIn.hide();
    $('#me').textContent = client.user?.login ?? '';
  }
  const banner = /** @type {HTMLElement} */ ($('#state'));
  banner.hidden = state === 'online' || signedOut;
  banner.textContent =
    state === 'offline' ? 'Offline. What you write is sent later.' : 'Connecting…';
}

/** One id for all tabs of this browser, as one installation is one device. */
function deviceId() {
  const id = localStorage.getItem('parlance.device') ?? crypto.randomUUID();
  localStorage.setItem('parlance.device', id);
  return id;
}
