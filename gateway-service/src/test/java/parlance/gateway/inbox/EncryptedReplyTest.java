package parlance.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EncryptedReplyTest {

    @Test
    void secretFieldsJoinTheOthers() {
        var packet = "{\"response\":{\"id\":1,\"user\":{\"a\":{}}}}";

        assertThat(EncryptedReply.join(packet, "{\"token\":\"t\"}"))
                .isEqualTo("{\"response\":{\"id\":1,\"user\":{\"a\":{}},\"token\":\"t\"}}");
    }

    @Test
    void theyMayBeAllThereIs() {
        assertThat(EncryptedReply.join("{\"response\":{}}", "{\"token\":\"t\"}"))
                .isEqualTo("{\"response\":{\"token\":\"t\"}}");
    }

    @Test
    void thereMayBeNone() {
        assertThat(EncryptedReply.join("{\"response\":{\"id\":1}}", "{}"))
                .isEqualTo("{\"response\":{\"id\":1}}");
    }

    @Test
    void onlyAResponseHasRoomForThem() {
        assertThatThrownBy(() -> EncryptedReply.join("[]", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
