package parlance.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretReplyTest {

    @Test
    void secretFieldsJoinTheOthers() {
        var packet = "{\"response\":{\"id\":1,\"user\":{\"a\":{}}}}";

        assertThat(SecretReply.join(packet, "{\"token\":\"t\"}"))
                .isEqualTo("{\"response\":{\"id\":1,\"user\":{\"a\":{}},\"token\":\"t\"}}");
    }

    @Test
    void theyMayBeAllThereIs() {
        assertThat(SecretReply.join("{\"response\":{}}", "{\"token\":\"t\"}"))
                .isEqualTo("{\"response\":{\"token\":\"t\"}}");
    }

    @Test
    void thereMayBeNone() {
        assertThat(SecretReply.join("{\"response\":{\"id\":1}}", "{}"))
                .isEqualTo("{\"response\":{\"id\":1}}");
    }

    @Test
    void onlyAResponseHasRoomForThem() {
        assertThatThrownBy(() -> SecretReply.join("[]", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
