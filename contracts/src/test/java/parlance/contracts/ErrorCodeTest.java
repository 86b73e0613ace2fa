package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    /** {@code errors.tsv} is the table of protocol 2.3: name, status, text. */
    @Test
    void statusAndTextAreThoseOfTheProtocol() {
        var codes =
                Arrays.stream(ErrorCode.values())
                        .map(code -> code.name() + "\t" + code.status() + "\t" + code.text());

        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Resources.lines("/protocol/errors.tsv"));
    }

    @Test
    void inAPacketAnErrorIsAnObjectOfStatusAndMessage() {
        assertThat(Json.write(ErrorCode.FORBIDDEN.failure()))
                .isEqualTo("{\"status\":403,\"message\":\"Forbidden.\"}");
    }
}
