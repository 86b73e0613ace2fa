// @ts-check
import { h } from './dom.js';

/** Attachments: to the object store and back, by addresses that the server signs. */
export class Files {
  #client;
  /** @type {Map<string, Promise<string>>} */
  #urls = new Map();

  /** @param {import('../client/client.js').ParlanceClient} client */
  constructor(client) {
    this.#client = client;
  }

  /**
   * @param {File} file
   * @returns {Promise<import('../client/types').Attachment>}
   */
  async upload(file) {
    const { name, size } = file;
    const content_type = file.type || 'application/octet-stream';
    const { files } = await this.#client.request('create_files', [{ name, size, content_type }]);
    const answer = await fetch(files[0].upload_url, {
      method: 'PUT',
      headers: { 'Content-Type': content_type },
      body: file,
    });
    if (!answer.ok) {
      throw new Error(`The upload failed (${answer.status}).`);
    }
    return {
      file_id: files[0].object_id,
      file_name: name,
      file_content_type: content_type,
      file_size: size,
    };
  }

  /** @param {import('../client/types').Attachment} attachment */
  view({ file_id, file_name = 'file', file_content_type = '' }) {
    const url = this.#urlOf(file_id);
    if (file_content_type.startsWith('image/')) {
      const image = /** @type {HTMLImageElement} */ (h('img', { alt: file_name }));
      url.then((src) => (image.src = src)).catch(() => {});
      return image;
    }
    const link = /** @type {HTMLAnchorElement} */ (
      h('a', { target: '_blank', rel: 'noopener' }, file_name)
    );
    url.then((href) => (link.href = href)).catch(() => {});
    return link;
  }

  /** @param {string} id */
  #urlOf(id) {
    const url =
      this.#urls.get(id) ??
      this.#client.request('get_file_urls', { file_ids: [id] }).then(({ file_urls }) => file_urls[0]);
    this.#urls.set(id, url);
    return url;
  }
}
