package parlance.contracts.user;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The form in which texts are the same for people who type them: compatible characters (NFKC) and
 * upper and lower case do not count. So {@code İstanbul} is {@code istanbul}, and {@code STRASSE}
 * is {@code straße}.
 */
public final class FoldedText {

    /** What lower case makes of {@code İ}. */
    private static final String I_WITH_DOT = "i\u0307";

    private FoldedText() {}

    /** The same for all spellings of the text. */
    public static String of(String text) {
        var upper = Normalizer.normalize(text, Form.NFKC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Form.NFKC)
                .replace(I_WITH_DOT, "i");
    }
}
