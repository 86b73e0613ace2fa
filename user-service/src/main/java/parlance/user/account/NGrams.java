package parlance.user.account;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import parlance.contracts.user.FoldedText;

/**
 * The pieces of one to three characters by which users are found, of their {@link FoldedText}: a
 * user with a text anywhere in login or names has all its pieces, and an index finds those.
 */
final class NGrams {

    private static final int LONGEST = 3;

    private NGrams() {}

    /** All pieces of the login and the names. */
    static Collection<String> of(Profile profile) {
        var pieces = new LinkedHashSet<String>();
        texts(profile)
                .forEach(text -> {
                    for (int length = 1; length <= LONGEST; length++) {
                        addPieces(FoldedText.of(text), length, pieces);
                    }
                });
        return pieces;
    }

    /** The pieces that a user with the keyword must have: itself, or all of the longest ones. */
    static Collection<String> mustHave(String keyword) {
        var key = FoldedText.of(keyword);
        var pieces = new LinkedHashSet<String>();
        addPieces(key, Math.min(LONGEST, key.codePointCount(0, key.length())), pieces);
        return pieces;
    }

    /** Whether the keyword really is in one of the texts: its pieces may lie apart. */
    static boolean matches(Profile profile, String keyword) {
        var key = FoldedText.of(keyword);
        return texts(profile).anyMatch(text -> FoldedText.of(text).contains(key));
    }

    private static Stream<String> texts(Profile profile) {
        return Stream.of(profile.login(), profile.firstName(), profile.lastName())
                .filter(Objects::nonNull);
    }

    private static void addPieces(String text, int length, Set<String> pieces) {
        var points = text.codePoints().toArray();
        for (int from = 0; from + length <= points.length; from++) {
            pieces.add(new String(points, from, length));
        }
    }
}
