package parlance.user.account;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of two or three syllables, and logins made of them: the same ones each time. */
final class InventedNames {

    private static final List<String> SYLLABLES =
            List.of(
                    "an", "bel", "cor", "da", "el", "fin", "ga", "hol", "is", "ja", "ka", "lo",
                    "mi", "na", "ol", "pe", "qui", "ro", "sa", "tor", "ul", "vi", "wen", "xa", "yo",
                    "zed");

    private final Random random = new Random(7);

    private InventedNames() {}

    static Stream<Profile> profiles(int count) {
        var names = new InventedNames();
        return IntStream.range(0, count).mapToObj(names::profile);
    }

    private Profile profile(int number) {
        var first = name();
        var last = name();
        return new Profile(first + "." + last + number, null, null, first, last, null);
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return name.toString();
    }
}
