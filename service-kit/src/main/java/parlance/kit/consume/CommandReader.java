package parlance.kit.consume;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Headers;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.Sealed;
import parlance.kit.Command;
import parlance.kit.Outcome;
import parlance.kit.Rejection;
import parlance.kit.envelope.AskerHeaders;
import parlance.kit.envelope.CallerHeaders;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;
import parlance.kit.seal.Seals;

/** Reads a record as a command; what cannot be one, or comes too late, gets its outcome at once. */
@Singleton
final class CommandReader {

    /** A write may come this much after its deadline; a client that waited no longer expects it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final RequestReader requests;
    private final Seals seals;
    private final Traces traces;
    private final Clock clock;

    CommandReader(RequestReader requests, Seals seals, Traces traces, Clock clock) {
        this.requests = requests;
        this.seals = seals;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if this is no command at all
     */
    Incoming read(ConsumerRecord<byte[], byte[]> record, Handlers handlers) {
        var headers = record.headers();
        var name = RecordHeaders.get(headers, Headers.COMMAND);
        var route =
                Route.forCommand(name)
                        .orElseThrow(() -> new IllegalArgumentException("no route " + name));
        var incoming =
                new Incoming(
                        record,
                        positionOf(record),
                        route,
                        AskerHeaders.find(headers),
                        CallerHeaders.find(headers),
                        traces.begin("command " + name, SpanKind.CONSUMER, headers));
        var handler = handlers.find(route);
        if (handler == null) {
            throw new IllegalArgumentException("no handler for " + name);
        }
        if (isTooLate(route, record)) {
            incoming.outcome = Outcome.silent();
            return incoming;
        }
        try {
            incoming.command = commandOf(incoming, handler.requestType());
        } catch (Rejection rejection) {
            incoming.outcome = Outcome.rejected(rejection.failure());
        }
        return incoming;
    }

    /** Where a record stands, and all that it causes. */
    static Position positionOf(ConsumerRecord<byte[], byte[]> record) {
        return new Position(record.topic() + "-" + record.partition(), record.offset(), 0);
    }

    private Command<Object> commandOf(Incoming incoming, Class<?> requestType) {
        var headers = incoming.record.headers();
        var sealed = open(RecordHeaders.find(headers, Headers.SEALED));
        Map<String, RawJson> secrets = sealed == null ? Map.of() : sealed.fields();
        return new Command<>(
                incoming.route,
                requests.read(requestType, incoming.record.value(), secrets),
                incoming.caller,
                incoming.asker,
                RecordHeaders.get(headers, Headers.MINTED_ID),
                incoming.position,
                Instant.ofEpochMilli(incoming.record.timestamp()),
                RecordHeaders.find(headers, Headers.CLIENT_ADDRESS),
                sealed == null ? null : sealed.replyKey());
    }

    private @Nullable Sealed open(@Nullable String jwe) {
        return jwe == null ? null : seals.open(jwe);
    }

    private boolean isTooLate(Route route, ConsumerRecord<byte[], byte[]> record) {
        if (route.isDoneEvenLate()) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochMilli(record.timestamp()), clock.instant());
        var budget = budgetOf(route, record);
        var patience = route.isRead() ? budget : budget.plus(GRACE);
        return age.compareTo(patience) > 0;
    }

    private static Duration budgetOf(Route route, ConsumerRecord<byte[], byte[]> record) {
        var millis = RecordHeaders.find(record.headers(), Headers.BUDGET);
        return millis == null ? route.deadline() : Duration.ofMillis(Long.parseLong(millis));
    }
}
