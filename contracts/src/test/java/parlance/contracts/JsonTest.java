package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.120Z");

    private record Some(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Instant at,
            @Nullable UserId user,
            @Nullable RawJson raw) {}

    private record Tags(List<String> tags) {}

    @Test
    void timesAreIsoInUtcWithMillisecondsEvenWhenTheyAreZero() {
        assertThat(Json.write(NOON)).isEqualTo("\"2026-01-02T12:00:00.120Z\"");
        assertThat(Json.iso(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(Json.iso(NOON.plusNanos(999_999))).isEqualTo("2026-01-02T12:00:00.120Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1767355200120",
                "\"1767355200120\"",
                "\"2026-01-02T12:00:00.120Z\"",
                "\"2026-01-02T14:00:00.120+02:00\"",
                "\"2026-01-02T12:00:00.120\""
            })
    void datesAreReadInEveryFormThatClientsSend(String date) {
        assertThat(read("at", date).at()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "\"2026-13-01T00:00:00Z\"",
                "true",
                "{}",
                "1.5",
                "1e300",
                "8640000000000001",
                "-8640000000000001",
                "9223372036854775808",
                "\"9223372036854775808\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"-999999999-01-01T00:00:00Z\""
            })
    void whatIsNoDateIsRefused(String date) {
        assertThatThrownBy(() -> read("at", date)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anEmojiIsWrittenAsItsFourBytes() {
        assertThat(Json.bytes(new Some("\uD83D\uDE00", null, null, null, null)))
                .isEqualTo("{\"text\":\"\uD83D\uDE00\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aNumericTextIsANumber() {
        assertThat(read("number", "\"30\"").number()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"many\"", "1.5", "\"1.5\"", "[]", "{}"})
    void whatIsNoWholeNumberIsRefused(String number) {
        assertThatThrownBy(() -> read("number", number)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "[]", "{}"})
    void aNumberIsNeverTakenForText(String text) {
        assertThatThrownBy(() -> read("text", text)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> read("user", text)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> Json.read("{\"tags\":[" + text + "]}", Tags.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void absentValuesAreLeftOut() {
        assertThat(Json.write(new Some("a", null, null, null, null))).isEqualTo("{\"text\":\"a\"}");
        assertThat(Json.read("{\"text\":null}", Some.class).text()).isNull();
    }

    @Test
    void idsAreBareTexts() {
        var user = new Some(null, null, null, new UserId("u1"), null);

        assertThat(Json.write(user)).isEqualTo("{\"user\":\"u1\"}");
        assertThat(Json.read("{\"user\":\"u1\"}", Some.class)).isEqualTo(user);
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(Json.read("{\"text\":\"a\",\"zzz\":1}", Some.class).text()).isEqualTo("a");
    }

    @Test
    void rawJsonIsCarriedAsItIs() {
        var some = new Some(null, null, null, null, new RawJson("{\"a\":[1,null]}"));

        assertThat(Json.write(some)).isEqualTo("{\"raw\":{\"a\":[1,null]}}");
        assertThat(Json.read(Json.write(some), Some.class)).isEqualTo(some);
        assertThat(Json.write(new RawJson("17"))).isEqualTo("17");
        assertThat(Json.bytes(new RawJson("17"))).asString().isEqualTo("17");
    }

    @Test
    void whatFollowsTheValueIsRefused() {
        assertThatThrownBy(() -> Json.read("{} {}", Some.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static Some read(String field, String json) {
        return Json.read("{\"" + field + "\":" + json + "}", Some.class);
    }
}
