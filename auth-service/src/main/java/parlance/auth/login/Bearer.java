package parlance.auth.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token in an Authorization header: its second word, whatever the first one says. */
final class Bearer {

    private Bearer() {}

    static Optional<String> tokenIn(@Nullable String authorization) {
        var words = authorization == null ? new String[0] : authorization.split(" ", -1);
        return words.length > 1 && !words[1].isEmpty() ? Optional.of(words[1]) : Optional.empty();
    }
}
