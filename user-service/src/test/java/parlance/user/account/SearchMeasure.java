package parlance.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import parlance.contracts.OrganizationId;
import parlance.contracts.UserId;
import parlance.local.infra.Component;
import parlance.testing.infra.SharedInfrastructure;

/**
 * What a search costs among many accounts; no test, as it takes minutes: {@code mvn test -pl
 * user-service -Dtest=SearchMeasure -Dsurefire.failIfNoSpecifiedTests=false}. With {@code
 * MONGODB_URI} it measures that server, which also tells what it examined.
 */
class SearchMeasure {

    private static final int ACCOUNTS = Integer.getInteger("search.accounts", 100_000);
    private static final int BATCH = 5_000;
    private static final int RUNS = 20;
    private static final OrganizationId ORG = new OrganizationId("default");
    private static final List<String> SYLLABLES =
            List.of(
                    "an", "bel", "cor", "da", "el", "fin", "ga", "hol", "is", "ja", "ka", "lo",
                    "mi", "na", "ol", "pe", "qui", "ro", "sa", "tor", "ul", "vi", "wen", "xa", "yo",
                    "zed");

    private final Random random = new Random(7);

    @Test
    void printsWhatSearchesCost() {
        var uri = SharedInfrastructure.addresses(EnumSet.of(Component.MONGO)).get("MONGODB_URI");
        var database = "measure_" + UUID.randomUUID().toString().substring(0, 8);
        try (var mongo = MongoClients.create(uri)) {
            var accounts = mongo.getDatabase(database).getCollection("accounts");
            var store = new AccountSearchStore(mongo, database, config());
            store.createIndexes(null);
            fill(accounts);
            System.out.printf("%,d accounts%n", ACCOUNTS);
            System.out.println("keyword | with its first piece | with all | found | median ms");
            for (var keyword : List.of("a", "an", "ann", "corfin", "zedxayo", "nobodyhere")) {
                measure(keyword, accounts, store);
            }
            mongo.getDatabase(database).drop();
        }
    }

    private static void measure(
            String keyword, MongoCollection<Document> accounts, AccountSearchStore store) {
        var pieces = List.copyOf(SearchPieces.mustHave(keyword));
        var times = new ArrayList<Duration>();
        var found = 0L;
        for (int run = 0; run < RUNS; run++) {
            var begin = System.nanoTime();
            var candidates = store.find(ORG, pieces, null, List.of());
            times.add(Duration.ofNanos(System.nanoTime() - begin));
            found =
                    candidates.stream()
                            .filter(account -> SearchPieces.matches(account.profile(), keyword))
                            .count();
            assertThat(candidates).hasSizeLessThanOrEqualTo(1_000);
        }
        times.sort(null);
        System.out.printf(
                "%s | %,d | %,d | %,d | %d%n",
                keyword,
                accounts.countDocuments(having(List.of(pieces.getFirst()))),
                accounts.countDocuments(having(pieces)),
                found,
                times.get(RUNS / 2).toMillis());
    }

    private static Document having(List<String> pieces) {
        return new Document("org", ORG.value()).append("pieces", new Document("$all", pieces));
    }

    private void fill(MongoCollection<Document> accounts) {
        for (int from = 0; from < ACCOUNTS; from += BATCH) {
            accounts.insertMany(
                    IntStream.range(from, Math.min(from + BATCH, ACCOUNTS))
                            .mapToObj(this::document)
                            .toList());
        }
    }

    private Document document(int number) {
        var first = name();
        var last = name();
        var profile = new Profile(first + "." + last + number, null, null, first, last, null);
        var id = new UserId(new ObjectId().toHexString());
        return AccountDocument.of(Account.provisioned(id, ORG, profile, "", Instant.EPOCH));
    }

    private String name() {
        var name = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return name.toString();
    }

    private static SearchConfig config() {
        return new SearchConfig() {
            @Override
            public int defaultLimit() {
                return 30;
            }

            @Override
            public int max() {
                return 100;
            }

            @Override
            public int candidates() {
                return 1_000;
            }

            @Override
            public PerUser perUser() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
