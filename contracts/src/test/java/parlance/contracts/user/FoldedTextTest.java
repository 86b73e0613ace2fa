package parlance.contracts.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "annabel, ANNABEL",
        "annabel, ａnnabel",
        "annabel, annabeℓ",
        "annabel, 𝐚nnabel",
        "istanbul, İstanbul",
        "istanbul, İSTANBUL",
        "ırmak, IRMAK",
        "straße, STRASSE",
        "ΣΊΣΥΦΟΣ, σίσυφος",
        "José, JOSE\u0301"
    })
    void spellingsOfOneTextAreTheSame(String one, String other) {
        assertThat(FoldedText.of(other)).isEqualTo(FoldedText.of(one));
    }

    @ParameterizedTest
    @CsvSource({"jose, josé", "ann, anna", "straße, strase"})
    void otherTextsAreNot(String one, String other) {
        assertThat(FoldedText.of(other)).isNotEqualTo(FoldedText.of(one));
    }
}
