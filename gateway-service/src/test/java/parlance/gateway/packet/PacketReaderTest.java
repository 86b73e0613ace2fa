package parlance.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.contracts.EnvelopeForm;
import parlance.contracts.Route;
import parlance.gateway.packet.Packet.Shape;

class PacketReaderTest {

    private final PacketReader reader = new PacketReader();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void anEmptyFrameIsBlank(String frame) {
        assertThat(reader.read(frame)).isInstanceOf(Frame.Blank.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{",
                "{\"request\":",
                "{\"ping\":{}",
                "{\"ping\":{}}}",
                "{\"ping\":{}} {}",
                "{'ping':{}}",
                "{\"ping\":{\"a\":01}}",
                "{\"ping\":NaN}",
                "null",
                "7",
                "\"ping\"",
                "[]",
                "[{\"ping\":{}}]",
                "{}",
                "{\"id\":\"5\"}",
                "{\"request\":null}",
                "{\"request\":[]}",
                "{\"request\":\"ping\"}",
                "{\"request\":{}}",
                "\uFFFD"
            })
    void whatIsNoPacketIsUnreadable(String frame) {
        assertThat(reader.read(frame)).isInstanceOf(Frame.Unreadable.class);
    }

    @Test
    void aRequestWithoutANameKeepsItsId() {
        assertThat(reader.read("{\"request\":{\"id\":\"5\"}}"))
                .isEqualTo(new Frame.Unreadable("\"5\""));
    }

    @Test
    void nestingHasALimit() {
        var deep = "[".repeat(100) + "]".repeat(100);
        assertThat(reader.read("{\"ping\":{\"a\":" + deep + "}}"))
                .isInstanceOf(Frame.Unreadable.class);
    }

    @Test
    void anEnvelopedRequestHasItsNameItsIdAndItsPayload() {
        var packet = packet("{\"request\":{\"ping\":{\"a\": [1, {\"b\":2}]},\"id\":\"r-1\"}}");

        assertThat(packet.name()).isEqualTo("ping");
        assertThat(packet.route()).isEqualTo(Route.PING);
        assertThat(packet.form()).isEqualTo(EnvelopeForm.ENVELOPED);
        assertThat(packet.requestId()).isEqualTo("\"r-1\"");
        assertThat(packet.errorId()).isEqualTo("\"r-1\"");
        assertThat(packet.payload()).isEqualTo("{\"a\": [1, {\"b\":2}]}");
    }

    @Test
    void theIdMayStandFirst() {
        var packet = packet("{\"request\":{\"id\":7,\"user_login\":{}}}");

        assertThat(packet.route()).isEqualTo(Route.USER_LOGIN);
        assertThat(packet.requestId()).isEqualTo("7");
    }

    @Test
    void theFirstKnownNameCountsWhateverStandsBeforeIt() {
        var packet = packet("{\"request\":{\"foo\":{},\"typing\":{\"cid\":\"c\"},\"ping\":{}}}");

        assertThat(packet.route()).isEqualTo(Route.TYPING);
        assertThat(packet.key()).isEqualTo("c");
    }

    @Test
    void theEnvelopeIsAKnownName() {
        var packet = packet("{\"foo\":{},\"request\":{\"ping\":{}}}");

        assertThat(packet.route()).isEqualTo(Route.PING);
        assertThat(packet.form()).isEqualTo(EnvelopeForm.ENVELOPED);
    }

    @Test
    void ofTwoPacketsInOneFrameTheFirstCounts() {
        var packet = packet("{\"message\":{\"id\":\"m\"},\"request\":{\"ping\":{}},\"id\":3}");

        assertThat(packet.route()).isEqualTo(Route.SEND_MESSAGE);
        assertThat(packet.form()).isEqualTo(EnvelopeForm.TOP_LEVEL);
        assertThat(packet.requestId()).isEqualTo("3");
    }

    @Test
    void anUnknownNameIsStillAPacket() {
        var enveloped = packet("{\"request\":{\"foo\":{},\"id\":\"5\"}}");
        var topLevel = packet("{\"foo\":{\"id\":\"5\"}}");

        assertThat(enveloped.route()).isNull();
        assertThat(enveloped.errorId()).isEqualTo("\"5\"");
        assertThat(topLevel.route()).isNull();
        assertThat(topLevel.name()).isEqualTo("foo");
        assertThat(topLevel.errorId()).isEqualTo("\"5\"");
    }

    @Test
    void whatOnlyServicesSayIsUnknownFromAClient() {
        assertThat(packet("{\"conversation_change\":{\"cid\":\"c\"}}").route()).isNull();
    }

    @Test
    void aTopLevelErrorCarriesTheInnerIdElseTheSibling() {
        var inner = packet("{\"message\":{\"id\":\"m1\"},\"id\":\"4\"}");
        var sibling = packet("{\"get_users_by_ids\":{\"ids\":[]},\"id\":\"4\"}");

        assertThat(inner.errorId()).isEqualTo("\"m1\"");
        assertThat(inner.requestId()).isEqualTo("\"4\"");
        assertThat(sibling.errorId()).isEqualTo("\"4\"");
        assertThat(sibling.requestId()).isEqualTo("\"4\"");
    }

    @Test
    void anEnvelopedErrorCarriesTheIdOfTheRequest() {
        var packet = packet("{\"request\":{\"message\":{\"id\":\"m1\"},\"id\":\"r1\"}}");

        assertThat(packet.errorId()).isEqualTo("\"r1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\\\"b\\u00e9\"",
                "\"\"",
                "0",
                "-12",
                "1.50",
                "1e3",
                "12345678901234567890"
            })
    void anIdIsKeptAsItIsWritten(String literal) {
        var packet = packet("{\"request\":{\"ping\":{},\"id\": " + literal + " }}");

        assertThat(packet.requestId()).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{\"a\":1}", "[1]"})
    void anIdThatIsNeitherStringNorNumberIsNone(String literal) {
        var packet = packet("{\"request\":{\"ping\":{},\"id\":" + literal + "}}");

        assertThat(packet.requestId()).isNull();
    }

    @Test
    void aLongIdIsReadWholeSoThatItsRefusalBearsIt() {
        var id = "x".repeat(5_000);
        assertThat(packet("{\"request\":{\"ping\":{},\"id\":\"" + id + "\"}}").requestId())
                .isEqualTo("\"" + id + "\"");
    }

    @Test
    void thePayloadsShapeIsTold() {
        assertThat(packet("{\"ping\":{}}").shape()).isEqualTo(Shape.OBJECT);
        assertThat(packet("{\"contacts\":[{}]}").shape()).isEqualTo(Shape.LIST);
        assertThat(packet("{\"ping\":null}").shape()).isEqualTo(Shape.NULL);
        assertThat(packet("{\"ping\":\"x\"}").shape()).isEqualTo(Shape.OTHER);
        assertThat(packet("{\"ping\":12}").payload()).isEqualTo("12");
    }

    @Test
    void theLastOfAFieldGivenTwiceOrdersTheCommand() {
        var packet =
                packet("{\"message\":{\"cid\":\"a\",\"x\":{\"cid\":\"b\"},\"\\u0063id\":\"c\"}}");

        assertThat(packet.key()).isEqualTo("c");
    }

    @Test
    void aKeyThatIsNoTextIsNone() {
        assertThat(packet("{\"message\":{\"cid\":\"a\",\"cid\":5}}").key()).isNull();
        assertThat(packet("{\"message\":{\"body\":\"hi\"}}").key()).isNull();
    }

    @Test
    void aMessageIsOrderedByTheFieldThatNamesIt() {
        assertThat(packet("{\"message_edit\":{\"id\":\"m1\"}}").key()).isEqualTo("m1");
    }

    @Test
    void thePayloadIsUntouched() {
        var payload = "{ \"cid\":\"c\" ,\"body\":\"\\u00e9 é 😀 \\/\",\"n\":1.0 }";

        var packet = packet("{\"message\":" + payload + "}");

        assertThat(packet.payload()).isEqualTo(payload);
        assertThat(packet.payloadBytes()).isEqualTo(payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPacketOfAMegabyteIsReadAsWell() {
        var body = "x".repeat(1_000_000);

        var packet = packet("{\"message\":{\"body\":\"" + body + "\",\"cid\":\"c\"},\"id\":1}");

        assertThat(packet.key()).isEqualTo("c");
        assertThat(packet.requestId()).isEqualTo("1");
        assertThat(packet.payload())
                .hasSize(body.length() + "{\"body\":\"\",\"cid\":\"c\"}".length());
    }

    private Packet packet(String frame) {
        assertThat(reader.read(frame)).isInstanceOf(Packet.class);
        return (Packet) reader.read(frame);
    }
}
