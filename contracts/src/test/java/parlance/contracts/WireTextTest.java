package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.Recipients.Recipient;

/** What stands in headers and registry entries as text can be read again. */
class WireTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"message.commands-3", "t-run@1/2-message.commands-0"})
    void aPosition(String stream) {
        var position = new Position(stream, 1_234_567_890_123L, 7);

        assertThat(Position.parse(position.toString())).isEqualTo(position);
        assertThat(stream).endsWith("-" + position.partition());
        assertThat(position).hasToString(stream + "@1234567890123/7");
    }

    @Test
    void positionsAreOrderedByOffsetAndThenByIndex() {
        var position = new Position("message.commands-3", 10, 1);

        assertThat(position.at(2).isAfter(position)).isTrue();
        assertThat(new Position("message.commands-3", 11, 0).isAfter(position)).isTrue();
        assertThat(position.isAfter(position)).isFalse();
        assertThat(new Position("message.commands-3", 9, 5).isAfter(position)).isFalse();
    }

    @Test
    void recipients() {
        var recipients =
                new Recipients(
                        List.of(
                                new Recipient(new UserId("u1"), new ConnectionId("c1")),
                                new Recipient(new UserId("u1"), new ConnectionId("c2")),
                                new Recipient(new UserId("u2"), new ConnectionId("c3"))));

        assertThat(recipients).hasToString("u1/c1,u1/c2,u2/c3");
        assertThat(Recipients.parse(recipients.toString())).isEqualTo(recipients);
    }

    @Test
    void anInboxAddress() {
        var address = new InboxAddress(11, "gateway-1:7f");

        assertThat(InboxAddress.parse(address.toString())).isEqualTo(address);
    }

    @Test
    void aDialect() {
        for (var protocolDialect : ProtocolDialect.values()) {
            assertThat(ProtocolDialect.of(protocolDialect.wireName())).contains(protocolDialect);
        }
        assertThat(ProtocolDialect.of("SEED")).isEmpty();
    }

    @Test
    void aDeviceIdIsComparedAsTextWhateverItCameAs() {
        assertThat(DeviceId.of(77)).isEqualTo(DeviceId.of("77"));
        assertThat(Json.read("77", DeviceId.class)).isEqualTo(Json.read("\"77\"", DeviceId.class));
        assertThat(Json.read("12345678901234567890", DeviceId.class))
                .isEqualTo(new DeviceId("12345678901234567890"));
        assertThat(Json.write(DeviceId.of(77))).isEqualTo("\"77\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "true", "{}", "[]"})
    void whatCannotBeADeviceIdIsRefused(String json) {
        assertThatThrownBy(() -> Json.read(json, DeviceId.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aDeviceIdHasALimit() {
        assertThat(DeviceId.of("x".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> DeviceId.of("x".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
