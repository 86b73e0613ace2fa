package parlance.user.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How many index entries a search reads among many accounts, and how many of those it finds; no
 * test, as it decides nothing: {@code mvn test -pl user-service -Dtest=SearchMeasure
 * -Dsurefire.failIfNoSpecifiedTests=false}. It counts entries and no time: the stand-in for MongoDB
 * has no such index.
 */
class SearchMeasure {

    private static final int ACCOUNTS = Integer.getInteger("search.accounts", 100_000);
    private static final List<String> KEYWORDS =
            List.of("a", "an", "ann", "corfin", "zedxayo", "andafin.qui", "belan.torvi", "nobody");

    private final List<Profile> profiles = InventedNames.profiles(ACCOUNTS).toList();
    private final List<Set<String>> indexed =
            profiles.stream().map(profile -> Set.copyOf(NGrams.of(profile))).toList();
    private final Map<String, Integer> entries = new HashMap<>();

    @Test
    void printsWhatSearchesRead() {
        indexed.forEach(pieces -> pieces.forEach(piece -> entries.merge(piece, 1, Integer::sum)));
        System.out.printf(
                "%,d accounts, %.1f entries each, %,d different pieces%n",
                ACCOUNTS,
                entries.values().stream().mapToInt(Integer::intValue).sum() / (double) ACCOUNTS,
                entries.size());
        System.out.println("| keyword | first piece | rarest piece | all pieces | found |");
        System.out.println("| --- | --- | --- | --- | --- |");
        KEYWORDS.forEach(this::print);
    }

    private void print(String keyword) {
        var pieces = NGrams.mustHave(keyword);
        System.out.printf(
                "| %s | %,d | %,d | %,d | %,d |%n",
                keyword,
                having(pieces.iterator().next()),
                pieces.stream().mapToInt(this::having).min().orElseThrow(),
                havingAll(pieces),
                profiles.stream().filter(profile -> NGrams.matches(profile, keyword)).count());
    }

    private int having(String piece) {
        return entries.getOrDefault(piece, 0);
    }

    private long havingAll(Collection<String> wanted) {
        return indexed.stream().filter(pieces -> pieces.containsAll(wanted)).count();
    }
}
