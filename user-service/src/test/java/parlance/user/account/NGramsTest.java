package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NGramsTest {

    private static final String SYLLABLES =
            "an be cor di el fra gu ha in jo ka le mi no or pe ri su ta vi";

    @Test
    void whoeverHasTheTextHasItsPieces() {
        var ann = named("annabel", "Ann", "O'Neil");

        for (var keyword : List.of("a", "nn", "abe", "ANNABEL", "o'n", "Neil")) {
            assertThat(NGrams.of(ann)).containsAll(NGrams.mustHave(keyword));
            assertThat(NGrams.matches(ann, keyword)).isTrue();
        }
    }

    @Test
    void piecesThatLieApartAreNoMatch() {
        var ann = named("abcxbcd", null, null);

        assertThat(NGrams.of(ann)).containsAll(NGrams.mustHave("abcd"));
        assertThat(NGrams.matches(ann, "abcd")).isFalse();
    }

    @Test
    void signsBeyondTheBasicPlaneAreOneCharacter() {
        var fox = named("fox\uD83E\uDD8Atail", null, null);

        assertThat(NGrams.mustHave("\uD83E\uDD8A")).containsExactly("\uD83E\uDD8A");
        assertThat(NGrams.of(fox)).contains("\uD83E\uDD8A", "x\uD83E\uDD8At");
    }

    @Test
    void amongAHundredThousandUsersTheIndexGivesLittleMoreThanWhatMatches() {
        var users = hundredThousand();

        for (var keyword : List.of("corfra", "mino", "suta")) {
            var pieces = NGrams.mustHave(keyword);
            var given = users.stream().filter(u -> NGrams.of(u).containsAll(pieces)).toList();
            var matching = given.stream().filter(u -> NGrams.matches(u, keyword)).count();

            assertThat((long) given.size()).isLessThan(2 * matching + 10);
        }
    }

    private static List<Profile> hundredThousand() {
        var random = new Random(1);
        var syllables = SYLLABLES.split(" ");
        var users = new ArrayList<Profile>();
        for (int i = 0; i < 100_000; i++) {
            var login = new StringBuilder();
            for (int j = 0; j < 4; j++) {
                login.append(syllables[random.nextInt(syllables.length)]);
            }
            users.add(named(login.toString(), null, null));
        }
        return users;
    }

    private static Profile named(String login, String firstName, String lastName) {
        return new Profile(login, null, null, firstName, lastName, null);
    }
}
