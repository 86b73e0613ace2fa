package parlance.contracts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms of a {@link Route}, written so that the table there reads as a sentence. */
final class RouteTerms {

    final @Nullable Topic topic;
    final KeyRule key;
    final boolean read;
    final Duration deadline = Duration.ofSeconds(10);

    boolean open;
    boolean evenLate;
    boolean listAccepted;
    boolean planned;
    boolean internal;
    boolean silent;
    Set<String> secretFields = Set.of();

    private RouteTerms(@Nullable Topic topic, KeyRule key, boolean read) {
        this.topic = topic;
        this.key = key;
        this.read = read;
    }

    static RouteTerms write(Topic topic, KeyRule key) {
        return new RouteTerms(topic, key, false);
    }

    static RouteTerms read(Topic topic) {
        return new RouteTerms(topic, new KeyRule.Unordered(), true);
    }

    static RouteTerms inGateway() {
        return new RouteTerms(null, new KeyRule.Unordered(), true);
    }

    static KeyRule byCaller() {
        return new KeyRule.ByCaller();
    }

    static KeyRule byMintedId() {
        return new KeyRule.ByMintedId();
    }

    static KeyRule byConnection() {
        return new KeyRule.ByConnection();
    }

    static KeyRule byField(String field) {
        return new KeyRule.ByField(field);
    }

    static KeyRule byMessageField(String field) {
        return new KeyRule.ByMessageField(field);
    }

    /** May be asked before anybody is signed in. */
    RouteTerms open() {
        open = true;
        return this;
    }

    RouteTerms evenLate() {
        evenLate = true;
        return this;
    }

    RouteTerms listAccepted() {
        listAccepted = true;
        return this;
    }

    RouteTerms planned() {
        planned = true;
        return this;
    }

    RouteTerms internal() {
        internal = true;
        return this;
    }

    RouteTerms silent() {
        silent = true;
        return this;
    }

    RouteTerms secrets(String... fields) {
        secretFields = Set.of(fields);
        return this;
    }
}
