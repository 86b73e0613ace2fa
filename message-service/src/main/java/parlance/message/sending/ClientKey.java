package parlance.message.sending;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.UserId;

/**
 * By what a message that is sent again is known: the client's {@code id}, among this sender's
 * messages in this conversation. Without one, the minted id.
 */
final class ClientKey {

    private ClientKey() {}

    static String of(
            ConversationId conversation, UserId from, @Nullable String clientId, String mintedId) {
        if (clientId == null) {
            return mintedId;
        }
        // Hashed, because a client's id may be as long as a packet.
        var text = conversation + "/" + from + "/" + clientId;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
