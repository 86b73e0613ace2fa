package parlance.contracts;

import java.util.Map;

/**
 * What the gateway seals for a service: the secret fields of a request, and a key, for this one
 * reply, under which the service seals the secrets that it returns.
 *
 * @param fields JSON of each secret field
 * @param replyKey 256 bits, base64url
 */
public record EncryptedFields(Map<String, RawJson> fields, String replyKey) {}
