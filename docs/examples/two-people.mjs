// Two people sign up and chat. Node.js 22 or newer: node two-people.mjs [http://localhost:9001]
import { ParlanceClient } from '../../web/client/index.js';

const url = process.argv[2] ?? 'http://localhost:9001';
const number = Date.now();

const ann = new ParlanceClient({ url, deviceId: `ann-${number}` });
const bob = new ParlanceClient({ url, deviceId: `bob-${number}` });
await ann.signUp({ login: `ann-${number}`, password: 'a secret' });
await bob.signUp({ login: `bob-${number}`, password: 'a secret' });

const delivered = new Promise((resolve) => bob.on('message', resolve));
const acked = new Promise((resolve) => ann.on('sent', resolve));

const { conversation } = await ann.request('conversation_create', {
  type: 'u',
  participants: [bob.user._id],
});
ann.send({ cid: conversation._id, body: 'noon?' });

console.log('ann was told that it is stored:', (await acked).ack.server_mid);
console.log('bob got:', (await delivered).body);
await bob.request('message_read', { cid: conversation._id });

await ann.signOut().catch(() => {});
await bob.signOut().catch(() => {});
process.exit(0);
