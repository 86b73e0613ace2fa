package parlance.user.account;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parlance.contracts.file.ImageRef;

/** What users say of themselves. Login, email and phone are unique in an organization. */
public record Profile(
        String login,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable ImageRef avatar) {

    /** What is compared instead of the text: neither case nor the way of writing a sign counts. */
    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
