package parlance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example.org, https://app.example.org",
        "https://APP.example.org, https://app.example.org",
        "HTTPS://app.example.org:443, https://app.example.org",
        "https://app.example.org/, https://app.example.org",
        "http://app.example.org:80, http://app.example.org",
        "http://app.example.org:443, http://app.example.org:443",
        "https://app.example.org:8443, https://app.example.org:8443",
    })
    void everySpellingOfAnOriginIsOne(String spelling, String normal) {
        assertThat(NormalOrigin.of(spelling)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "file://", "/.*/", "", "https://a.example/path", "https://[broken"})
    void whatIsNoOriginOfAHostStaysAsItIs(String text) {
        assertThat(NormalOrigin.of(text)).isEqualTo(text);
    }
}
