package parlance.push.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.Json;

class TextTruncationTest {

    @ParameterizedTest
    @CsvSource({"hello, 5", "'', 0", "grün, 5"})
    void whatFitsStaysAsItIs(String text, int bytes) {
        assertThat(TextTruncation.to(bytes, text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"hello world, 8, hello…", "grüner Tee, 6, gr…", "日本語です, 9, 日本…"})
    void whatIsTooLongEndsWithAnEllipsisThatCountsAsWell(String text, int bytes, String cut) {
        assertThat(TextTruncation.to(bytes, text)).isEqualTo(cut);
    }

    @Test
    void aCharacterOfTwoUnitsIsNotCutInTwo() {
        assertThat(TextTruncation.to(8, "a😀😀😀")).isEqualTo("a😀…");
        assertThat(TextTruncation.to(7, "a😀😀😀")).isEqualTo("a…");
    }

    @Test
    void whatJsonEscapesTakesTheRoomOfItsEscape() {
        var shortened = TextTruncation.to(100, "\"\n\u0001".repeat(100));

        var json = Json.write(shortened).getBytes(StandardCharsets.UTF_8);
        assertThat(json.length - "\"\"".length()).isBetween(94, 100);
    }
}
