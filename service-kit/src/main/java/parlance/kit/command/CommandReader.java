package parlance.kit.command;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import parlance.contracts.EncryptedFields;
import parlance.contracts.ErrorCode;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.RecordHeaderNames;
import parlance.contracts.Route;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.Rejection;
import parlance.kit.encryption.FieldEncryption;
import parlance.kit.envelope.CallerHeaders;
import parlance.kit.envelope.ReplyAddressHeaders;
import parlance.kit.kafka.RecordHeaders;
import parlance.kit.observe.Traces;
import parlance.kit.request.RequestReader;

/** Reads a record as a command; what cannot be one, or comes too late, gets its result at once. */
@Singleton
public final class CommandReader {

    private static final Logger LOG = Logger.getLogger(CommandReader.class);

    /** A write may come this much after its deadline; a client that waited no longer expects it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final RequestReader requests;
    private final FieldEncryption fieldEncryption;
    private final Traces traces;
    private final Clock clock;

    CommandReader(
            RequestReader requests, FieldEncryption fieldEncryption, Traces traces, Clock clock) {
        this.requests = requests;
        this.fieldEncryption = fieldEncryption;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if this is no command at all
     */
    CommandContext read(ConsumerRecord<byte[], byte[]> record, Handlers handlers) {
        var headers = record.headers();
        var name = RecordHeaders.get(headers, RecordHeaderNames.COMMAND);
        var route =
                Route.forCommand(name)
                        .orElseThrow(() -> new IllegalArgumentException("no route " + name));
        var commandContext =
                new CommandContext(
                        record,
                        positionOf(record),
                        route,
                        ReplyAddressHeaders.find(headers),
                        CallerHeaders.find(headers),
                        traces.begin("command " + name, SpanKind.CONSUMER, headers));
        var handler = handlers.find(route);
        if (handler == null) {
            throw new IllegalArgumentException("no handler for " + name);
        }
        if (isTooLate(route, record)) {
            commandContext.result = HandlerResult.noReply();
            return commandContext;
        }
        try {
            commandContext.command = commandOf(commandContext, handler.requestType());
        } catch (Rejection rejection) {
            commandContext.result = HandlerResult.rejected(rejection.failure());
        } catch (RuntimeException unreadable) {
            // The client waits for an answer all the same.
            LOG.errorf(unreadable, "command_unreadable route=%s", route);
            commandContext.poison = unreadable;
            commandContext.result = HandlerResult.rejected(ErrorCode.INTERNAL_SERVER);
        }
        return commandContext;
    }

    /** Where a record stands, and all that it causes. */
    public static Position positionOf(ConsumerRecord<byte[], byte[]> record) {
        return new Position(record.topic() + "-" + record.partition(), record.offset(), 0);
    }

    private Command<Object> commandOf(CommandContext commandContext, Class<?> requestType) {
        var headers = commandContext.record.headers();
        var encryptedFields = open(RecordHeaders.find(headers, RecordHeaderNames.SEALED));
        Map<String, RawJson> secrets =
                encryptedFields == null ? Map.of() : encryptedFields.fields();
        return new Command<>(
                commandContext.route,
                requests.read(requestType, commandContext.record.value(), secrets),
                commandContext.caller,
                commandContext.asker,
                RecordHeaders.get(headers, RecordHeaderNames.MINTED_ID),
                commandContext.position,
                Instant.ofEpochMilli(commandContext.record.timestamp()),
                RecordHeaders.find(headers, RecordHeaderNames.CLIENT_ADDRESS),
                encryptedFields == null ? null : encryptedFields.replyKey());
    }

    private @Nullable EncryptedFields open(@Nullable String jwe) {
        return jwe == null ? null : fieldEncryption.open(jwe);
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
        var millis = RecordHeaders.find(record.headers(), RecordHeaderNames.BUDGET);
        return millis == null ? route.deadline() : Duration.ofMillis(Long.parseLong(millis));
    }
}
