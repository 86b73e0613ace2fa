/** 24 hexadecimal characters. */
export type Id = string;

export interface User {
  _id: Id;
  native_id: Id;
  login: string;
  email?: string;
  phone?: string;
  first_name?: string;
  last_name?: string;
  /** Unix seconds. */
  recent_activity?: number;
  avatar_url?: string;
  created_at: string;
  updated_at: string;
}

export interface Conversation {
  _id: Id;
  /** One to one, group, channel. */
  type: 'u' | 'g' | 'c';
  name?: string;
  description?: string;
  owner_id: Id;
  /** In a one-to-one only. */
  opponent_id?: Id;
  image_url?: string;
  created_at: string;
  updated_at: string;
  /** In lists only. */
  last_message?: LastMessage;
  unread_messages_count?: number;
  /** In events only. */
  participants?: Id[];
}

export interface Attachment {
  file_id: Id;
  file_name?: string;
  file_content_type?: string;
  file_size?: number;
}

export interface Message {
  _id: Id;
  cid: Id;
  from: Id;
  /** Unix seconds. */
  t: number;
  body?: string;
  attachments?: Attachment[];
  x?: { type?: string; user?: User };
  replied_message_id?: Id;
  forwarded_message_id?: Id;
  created_at: string;
  updated_at: string;
  /** On one's own messages, in lists. */
  status?: 'sent' | 'read';
}

export type LastMessage = Pick<Message, '_id' | 'from' | 't' | 'body' | 'attachments' | 'status'>;

/** A message on its way out; the id is the client's own. */
export interface OutgoingMessage {
  id: string;
  cid: Id;
  body?: string;
  attachments?: Attachment[];
  replied_message_id?: Id;
}

export interface Ack {
  /** The id that the client gave the message. */
  mid: string;
  server_mid: Id;
  t: number;
}

/** "online", or the unix second of the last activity. */
export type Activity = 'online' | number;

export type State = 'connecting' | 'online' | 'offline' | 'signed_out';

/** Everything that {@link ParlanceClient.on} can be asked for. */
export interface ClientEvents {
  state: State;
  /** Packets were missed for good: fetch the lists again. */
  gap: void;
  /** The server has the message. */
  sent: { message: OutgoingMessage; ack: Ack };
  /** The server will not take the message. */
  refused: { message: OutgoingMessage; failure: Error };
  message: Message;
  system_message: { _id: string; cid?: Id; from: Id; t: number; x: SystemEvent };
  message_read: { cid: Id; ids: Id[]; from: Id };
  message_edit: { id: Id; body: string; from: Id; cid: Id };
  message_delete: { cid: Id; ids: Id[]; type: 'all'; from: Id };
  message_reactions_update: { mid: Id; cid: Id; from: Id; add?: string; remove?: string };
  typing: { cid: Id; from: Id; status?: 'start' | 'stop' };
  last_activity: Record<Id, Activity>;
}

export interface SystemEvent {
  conversation_created?: Conversation;
  conversation_updated?: Conversation;
  conversation_kicked?: Conversation;
}
